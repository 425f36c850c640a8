import type { RuleNode } from './ast.ts'
import { nearestOf } from './nearest.ts'
import { type Reader, refuse } from './reader.ts'
import { isTextual, knownTexts, type RuleType } from './rule-type.ts'

function unknownText(found: RuleType, known: readonly string[]): string | null {
  const possible = knownTexts(found) ?? []
  return possible.find((text) => !known.includes(text)) ?? null
}

function requireChoice(reader: Reader, node: RuleNode, of: readonly string[]): void {
  if (knownTexts(node.type) === null) {
    refuse(reader, node, { kind: 'wrong-type', expected: ['choice'], found: node.type.kind })
    return
  }
  const value = unknownText(node.type, of)
  if (value !== null) {
    refuse(reader, node, { kind: 'value-not-in-choice', value, of, nearest: nearestOf(value, of) })
  }
}

/** Refuses an expression that could give a value which the expected type cannot hold. */
export function requireAssignable(reader: Reader, node: RuleNode, expected: RuleType): void {
  const found = node.type
  if (found.kind === 'null') {
    return
  }
  if (expected.kind === 'choice' && isTextual(found)) {
    requireChoice(reader, node, expected.of)
  } else if (expected.kind === 'number' && found.kind === 'number') {
    const allowed = expected.scale
    if (allowed !== null && (found.scale === null || found.scale > allowed)) {
      refuse(reader, node, { kind: 'scale', found: found.scale, allowed })
    }
  } else if (expected.kind === 'list' && found.kind === 'list') {
    requireAssignable(reader, { ...node, type: found.of }, expected.of)
  } else if (found.kind !== expected.kind && !(expected.kind === 'text' && isTextual(found))) {
    refuse(reader, node, { kind: 'wrong-type', expected: [expected.kind], found: found.kind })
  }
}

/**
 * Refuses a comparison of a choice with a text that is none of its values: it could never hold, so
 * it is a slip of the pen. The fault points at the text.
 */
export function requireSharedTexts(reader: Reader, left: RuleNode, right: RuleNode): void {
  const [choice, other] = left.type.kind === 'choice' ? [left, right] : [right, left]
  if (choice.type.kind !== 'choice') {
    return
  }
  const { of } = choice.type
  const possible = knownTexts(other.type) ?? []
  const isCertain = other.type.kind === 'text'
  const value = isCertain
    ? unknownText(other.type, of)
    : possible.some((text) => of.includes(text))
      ? null
      : (possible[0] ?? null)
  if (value !== null) {
    refuse(reader, other, { kind: 'value-not-in-choice', value, of, nearest: nearestOf(value, of) })
  }
}
