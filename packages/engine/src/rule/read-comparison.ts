import type { SyntaxNode } from '@lezer/common'
import { requireSharedTexts } from './assignable.ts'
import type { Comparator, InNode, RuleNode, TestNode } from './ast.ts'
import { partsOf } from './grammar.ts'
import { isBroken, type Reader, refuse, spanOf } from './reader.ts'
import { booleanType, joinTypes, type RuleTypeKind } from './rule-type.ts'

const ordered: readonly RuleTypeKind[] = ['number', 'text', 'date', 'date-time', 'days', 'months']

function comparatorOf(reader: Reader, node: SyntaxNode): Comparator | null {
  const sign = reader.text.slice(node.from, node.to)
  switch (sign) {
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return sign
    default:
      return null
  }
}

/** Refuses what could never be answered: values of different kinds, or kinds without an order. */
function requireComparable(
  reader: Reader,
  { left, right }: { readonly left: RuleNode; readonly right: RuleNode },
  comparator: Comparator,
): void {
  if (isBroken(reader, left) || isBroken(reader, right)) {
    return
  }
  const isEquality = comparator === '=' || comparator === '!='
  if (!isEquality) {
    const unordered = [left, right].find(({ type }) => !ordered.includes(type.kind))
    if (unordered !== undefined) {
      const found = unordered.type.kind
      refuse(reader, unordered, { kind: 'wrong-type', expected: ordered, found })
      return
    }
  }
  if (joinTypes(left.type, right.type) === null) {
    const facts = { expected: [left.type.kind], found: right.type.kind }
    refuse(reader, right, { kind: 'wrong-type', ...facts })
    return
  }
  requireSharedTexts(reader, left, right)
}

/** A value in a test: equal to it, found in it when it is a list, or true when it is a condition. */
function readValueTest(reader: Reader, node: SyntaxNode, subject: RuleNode): TestNode {
  const value = reader.read(node)
  if (value.type.kind === 'list' && subject.type.kind !== 'list') {
    const item: RuleNode = { ...value, type: value.type.of }
    requireComparable(reader, { left: subject, right: item }, '=')
    return { kind: 'member', list: value }
  }
  const asksInput = node.getChild('?') !== null || mentionsInput(node)
  if (value.type.kind === 'boolean' && (asksInput || subject.type.kind !== 'boolean')) {
    return { kind: 'condition', condition: value }
  }
  requireComparable(reader, { left: subject, right: value }, '=')
  return { kind: 'compare', comparator: '=', value }
}

function mentionsInput(node: SyntaxNode): boolean {
  let isFound = node.name === '?'
  node.cursor().iterate((part) => {
    isFound = isFound || part.name === '?'
  })
  return isFound
}

function readInterval(reader: Reader, node: SyntaxNode, subject: RuleNode): TestNode {
  const [open, lowNode, , highNode, close] = partsOf(node)
  const low = lowNode === undefined ? subject : reader.read(lowNode)
  const high = highNode === undefined ? subject : reader.read(highNode)
  requireComparable(reader, { left: subject, right: low }, '>=')
  requireComparable(reader, { left: subject, right: high }, '<=')
  return {
    kind: 'interval',
    low,
    high,
    lowIncluded: open?.name === '[',
    highIncluded: close?.name === ']',
  }
}

function readSignedTest(reader: Reader, parts: readonly SyntaxNode[], subject: RuleNode): TestNode {
  const [sign, operand] = parts
  const comparator = sign === undefined ? null : comparatorOf(reader, sign)
  const value = operand === undefined ? subject : reader.read(operand)
  if (comparator === null) {
    return {
      kind: 'condition',
      condition: refuse(reader, value, { kind: 'not-supported', feature: 'construct' }),
    }
  }
  requireComparable(reader, { left: subject, right: value }, comparator)
  return { kind: 'compare', comparator, value }
}

/** One of the tests in a cell, or after `in`. */
export function readTest(reader: Reader, node: SyntaxNode, subject: RuleNode): TestNode {
  const parts = partsOf(node)
  const first = parts[0]
  if (node.name === 'PositiveUnaryTest' && first !== undefined) {
    return readTest(reader, first, subject)
  }
  if (node.name === 'SimplePositiveUnaryTest' && first !== undefined) {
    return first.name === 'Interval'
      ? readInterval(reader, first, subject)
      : readSignedTest(reader, parts, subject)
  }
  return readValueTest(reader, node, subject)
}

function readIn(reader: Reader, parts: readonly SyntaxNode[], subject: RuleNode): TestNode[] {
  const tests = parts.find((part) => part.name === 'PositiveUnaryTests')
  const nodes = tests === undefined ? parts.slice(2, 3) : partsOf(tests)
  return nodes.map((node) => readTest(reader, node, subject))
}

function readBetween(reader: Reader, parts: readonly SyntaxNode[], subject: RuleNode): TestNode {
  const [low, high] = [parts[2], parts[4]].map((part) =>
    part === undefined ? subject : reader.read(part),
  )
  const bounds = { low: low ?? subject, high: high ?? subject }
  requireComparable(reader, { left: subject, right: bounds.low }, '>=')
  requireComparable(reader, { left: subject, right: bounds.high }, '<=')
  return { kind: 'interval', ...bounds, lowIncluded: true, highIncluded: true }
}

/** An `in` whose test ends with the node `end`, within a longer row of `and` and `or`. */
export function readInTest(
  reader: Reader,
  nodes: { readonly subject: SyntaxNode; readonly test: SyntaxNode; readonly end: SyntaxNode },
): RuleNode {
  const subject = reader.read(nodes.subject)
  const [simple] = partsOf(nodes.test)
  const sign = simple?.name === 'SimplePositiveUnaryTest' ? partsOf(simple)[0] : undefined
  const test =
    sign === undefined
      ? readTest(reader, nodes.end, subject)
      : readSignedTest(reader, [sign, nodes.end], subject)
  const span = { from: nodes.subject.from, to: nodes.end.to }
  return { kind: 'in', subject, tests: [test], type: booleanType, ...span }
}

/** `a > b`, `a in (…)`, `a between b and c`. */
export function readComparison(reader: Reader, node: SyntaxNode): RuleNode {
  const parts = partsOf(node)
  const [first, sign, second] = parts
  if (first === undefined || sign === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  const left = reader.read(first)
  const common: Pick<InNode, 'from' | 'to' | 'type'> = { type: booleanType, ...spanOf(node) }
  if (sign.name === 'in') {
    return { kind: 'in', subject: left, tests: readIn(reader, parts, left), ...common }
  }
  if (sign.name === 'between') {
    return { kind: 'in', subject: left, tests: [readBetween(reader, parts, left)], ...common }
  }
  const comparator = comparatorOf(reader, sign)
  if (comparator === null || second === undefined) {
    return refuse(reader, sign, { kind: 'not-supported', feature: 'construct' })
  }
  const right = reader.read(second)
  requireComparable(reader, { left, right }, comparator)
  return { kind: 'compare', comparator, left, right, ...common }
}
