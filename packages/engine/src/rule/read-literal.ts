import type { SyntaxNode } from '@lezer/common'
import type { CallNode, RuleNode } from './ast.ts'
import { decimalOf, scaleOf } from './decimal.ts'
import { partsOf } from './grammar.ts'
import { literal, nameOf, type Reader, refuse, requireKind, spanOf } from './reader.ts'
import { dateType, numberType, type RuleType } from './rule-type.ts'
import { isDay, parseDuration, parseInstant } from './temporal.ts'

export function readNumber(reader: Reader, node: SyntaxNode): RuleNode {
  const text = reader.text.slice(node.from, node.to).replace(/\s+/g, '')
  const value = decimalOf(text)
  return value === null
    ? refuse(reader, node, { kind: 'bad-literal', type: 'number', text })
    : literal(value, numberType(scaleOf(value)), node)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g,
    (whole, short?: string, long?: string, plain?: string) => {
      if (plain !== undefined) {
        return escapes[plain] ?? plain
      }
      const code = Number.parseInt(short ?? long ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** The text that a string literal writes. */
function textOfLiteral(reader: Reader, node: SyntaxNode): string {
  return unescaped(reader.text.slice(node.from + 1, node.to - 1))
}

export function readString(reader: Reader, node: SyntaxNode): RuleNode {
  const value = textOfLiteral(reader, node)
  return literal(value, { kind: 'text', literals: [value] }, node)
}

function readDay(reader: Reader, text: string, at: SyntaxNode): RuleNode {
  return isDay(text)
    ? literal(text, dateType, at)
    : refuse(reader, at, { kind: 'bad-literal', type: 'date', text })
}

function readDuration(reader: Reader, text: string, at: SyntaxNode): RuleNode {
  const duration = parseDuration(text)
  if (duration === null) {
    return refuse(reader, at, { kind: 'bad-literal', type: 'days', text })
  }
  return duration.kind === 'days'
    ? literal(duration.ms, { kind: 'days' }, at)
    : literal(duration.months, { kind: 'months' }, at)
}

/** An instant without an offset takes the workspace's, which is known only when it is evaluated. */
function readInstant(reader: Reader, text: string, at: SyntaxNode): RuleNode {
  if (parseInstant(text, 0) === null) {
    return refuse(reader, at, { kind: 'bad-literal', type: 'date-time', text })
  }
  return call('date and time', [literal(text, { kind: 'text' }, at)], { kind: 'date-time' }, at)
}

function call(name: string, args: readonly RuleNode[], type: RuleType, at: SyntaxNode): CallNode {
  return { kind: 'call', name, args, type, ...spanOf(at) }
}

/** `@"2026-01-01"`, `@"P3D"`, `@"2026-01-01T09:00:00"`. */
function readAt(reader: Reader, node: SyntaxNode): RuleNode {
  const text = textOfLiteral(reader, partsOf(node)[0] ?? node)
  if (/^-?P/.test(text)) {
    return readDuration(reader, text, node)
  }
  return text.includes('T') ? readInstant(reader, text, node) : readDay(reader, text, node)
}

function readConstructedDate(
  reader: Reader,
  at: SyntaxNode,
  args: readonly SyntaxNode[],
): RuleNode {
  const only = args[0]
  if (args.length === 1 && only?.name === 'StringLiteral') {
    return readDay(reader, textOfLiteral(reader, only), at)
  }
  if (args.length !== 1 && args.length !== 3) {
    const facts = { name: 'date', found: args.length, least: 1, most: 3 }
    return refuse(reader, at, { kind: 'wrong-arity', ...facts })
  }
  const values = args.map(reader.read)
  for (const value of values) {
    requireKind(reader, value, args.length === 3 ? ['number'] : ['text', 'date', 'date-time'])
  }
  return call('date', values, dateType, at)
}

function readConstructed(
  reader: Reader,
  at: SyntaxNode,
  { name, args }: { readonly name: string; readonly args: readonly SyntaxNode[] },
): RuleNode {
  if (name === 'date') {
    return readConstructedDate(reader, at, args)
  }
  if (name === 'time') {
    return refuse(reader, at, { kind: 'not-supported', feature: 'time' })
  }
  const only = args[0]
  if (only === undefined || args.length !== 1) {
    return refuse(reader, at, { kind: 'wrong-arity', name, found: args.length, least: 1, most: 1 })
  }
  if (only.name !== 'StringLiteral') {
    return refuse(reader, only, { kind: 'not-supported', feature: 'computed-duration' })
  }
  const text = textOfLiteral(reader, only)
  return name === 'duration'
    ? readDuration(reader, text, at)
    : readInstant(reader, text.includes('T') ? text : `${text}T00:00:00`, at)
}

/** Days, instants and spans, whose kind FEEL knows from the way they are written. */
export function readTemporal(reader: Reader, node: SyntaxNode): RuleNode {
  const [head, , list] = partsOf(node)
  if (head === undefined || head.name === 'AtLiteral') {
    return readAt(reader, head ?? node)
  }
  if (list === undefined || list.name !== 'PositionalParameters') {
    return refuse(reader, node, { kind: 'not-supported', feature: 'named-arguments' })
  }
  return readConstructed(reader, node, { name: nameOf(reader, head), args: partsOf(list) })
}

/** `date and time("…")`: the grammar reads it as an ordinary call. */
export function readInstantCall(
  reader: Reader,
  node: SyntaxNode,
  args: readonly SyntaxNode[],
): RuleNode {
  return readConstructed(reader, node, { name: 'date and time', args })
}
