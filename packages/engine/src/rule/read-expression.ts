import type { SyntaxNode } from '@lezer/common'
import type { RuleNode } from './ast.ts'
import { partsOf } from './grammar.ts'
import { nearestOf } from './nearest.ts'
import { readArithmetic } from './read-arithmetic.ts'
import { readCall, readProperty } from './read-call.ts'
import { readComparison } from './read-comparison.ts'
import { readNumber, readString, readTemporal } from './read-literal.ts'
import { readLogic, swallowsLogic } from './read-logic.ts'
import { readFilter, readLoop } from './read-loop.ts'
import {
  bindingOf,
  boundNames,
  literal,
  nameOf,
  type Reader,
  type RuleScope,
  refuse,
  requireKind,
  spanOf,
} from './reader.ts'
import { isObjectName } from './reserved.ts'
import type { Unsupported } from './rule-fault.ts'
import {
  booleanType,
  joinAll,
  joinTypes,
  nullType,
  type RuleType,
  typeOfField,
} from './rule-type.ts'

function readName(reader: Reader, node: SyntaxNode): RuleNode {
  const name = nameOf(reader, node)
  const bound = bindingOf(reader, name)
  if (bound !== null) {
    return { kind: 'variable', name, slot: bound.slot, type: bound.type, ...spanOf(node) }
  }
  const { fields } = reader.scope
  const field = Object.hasOwn(fields, name) && !isObjectName(name) ? fields[name] : undefined
  if (field === undefined) {
    const nearest = nearestOf(name, [...Object.keys(fields), ...boundNames(reader)])
    return refuse(reader, node, { kind: 'unknown-name', name, nearest })
  }
  reader.reads.add(name)
  return { kind: 'field', id: name, type: typeOfField(field), ...spanOf(node) }
}

function readPlaceholder(reader: Reader, node: SyntaxNode): RuleNode {
  return reader.input === null
    ? refuse(reader, node, { kind: 'not-supported', feature: 'input-placeholder' })
    : { kind: 'variable', name: '?', slot: 0, type: reader.input, ...spanOf(node) }
}

function readChoice(reader: Reader, node: SyntaxNode): RuleNode {
  const [, first, , second, , third] = partsOf(node)
  if (first === undefined || second === undefined || third === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  const condition = reader.read(first)
  requireKind(reader, condition, ['boolean'])
  const [then, otherwise] = [reader.read(second), reader.read(third)]
  const type = joinTypes(then.type, otherwise.type)
  if (type === null) {
    const facts = { expected: [then.type.kind], found: otherwise.type.kind }
    return refuse(reader, otherwise, { kind: 'wrong-type', ...facts })
  }
  return { kind: 'choose', condition, then, otherwise, type, ...spanOf(node) }
}

function readList(reader: Reader, node: SyntaxNode): RuleNode {
  const nodes = partsOf(node).filter(({ name }) => name !== '[' && name !== ']')
  const items = nodes.map(reader.read)
  const nested = items.find(({ type }) => type.kind === 'list')
  if (nested !== undefined) {
    return refuse(reader, nested, { kind: 'not-supported', feature: 'nested-list' })
  }
  const of = joinAll(items.map(({ type }) => type))
  if (of !== null) {
    return { kind: 'list', items, type: { kind: 'list', of }, ...spanOf(node) }
  }
  const first: RuleType = items.find(({ type }) => type.kind !== 'null')?.type ?? nullType
  const odd = items.find(({ type }) => joinTypes(type, first) === null)
  const facts = { expected: [first.kind], found: odd?.type.kind ?? first.kind }
  return refuse(reader, odd ?? node, { kind: 'wrong-type', ...facts })
}

const unsupported: ReadonlyMap<string, Unsupported> = new Map([
  ['Context', 'context'],
  ['FunctionDefinition', 'function-definition'],
  ['InstanceOfExpression', 'instance-of'],
  ['SimplePositiveUnaryTest', 'range-value'],
])

type ReadNode = (reader: Reader, node: SyntaxNode) => RuleNode

const readers: ReadonlyMap<string, ReadNode> = new Map<string, ReadNode>([
  ['?', readPlaceholder],
  ['ArithmeticExpression', readArithmetic],
  ['BooleanLiteral', (r, node) => literal(nameOf(r, node) === 'true', booleanType, node)],
  ['Comparison', (r, node) => (swallowsLogic(node) ? readLogic : readComparison)(r, node)],
  ['Conjunction', readLogic],
  ['DateTimeLiteral', readTemporal],
  ['Disjunction', readLogic],
  ['FilterExpression', readFilter],
  ['ForExpression', readLoop],
  ['FunctionInvocation', readCall],
  ['IfExpression', readChoice],
  ['List', readList],
  ['null', (_, node) => literal(null, nullType, node)],
  ['NumericLiteral', readNumber],
  ['ParenthesizedExpression', (r, node) => r.read(partsOf(node)[1] ?? node)],
  ['PathExpression', readProperty],
  ['QuantifiedExpression', readLoop],
  ['StringLiteral', readString],
  ['VariableName', readName],
])

/** A reader of one text; `input` is what `?` stands for, null outside table cells. */
export function makeReader(text: string, scope: RuleScope, input: RuleType | null): Reader {
  const reader: Reader = {
    text,
    scope,
    input,
    faults: [],
    reads: new Set(),
    read: (node) => {
      const read = readers.get(node.name)
      const feature = unsupported.get(node.name) ?? 'construct'
      return read === undefined
        ? refuse(reader, node, { kind: 'not-supported', feature })
        : read(reader, node)
    },
    asksToday: false,
    slots: input === null ? 0 : 1,
    bindings: null,
  }
  return reader
}
