import type { SyntaxNode } from '@lezer/common'
import type { RuleNode } from './ast.ts'
import { functionNames, patternFunctions, ruleFunctions } from './functions.ts'
import { partsOf } from './grammar.ts'
import { nearestOf } from './nearest.ts'
import { propertiesOf } from './property.ts'
import { readInstantCall } from './read-literal.ts'
import { isBroken, literal, nameOf, type Reader, refuse, requireKind, spanOf } from './reader.ts'
import type { RuleFunction } from './rule-function.ts'
import { nullType } from './rule-type.ts'

function hasArity(reader: Reader, node: SyntaxNode, made: RuleFunction, found: number): boolean {
  const least = made.parameters.length - (made.optional ?? 0)
  const most = made.repeats === true ? null : made.parameters.length
  if (found >= least && (most === null || found <= most)) {
    return true
  }
  refuse(reader, node, { kind: 'wrong-arity', name: made.name, found, least, most })
  return false
}

function readArguments(
  reader: Reader,
  made: RuleFunction,
  nodes: readonly SyntaxNode[],
): RuleNode[] {
  return nodes.map((node, index) => {
    const arg = reader.read(node)
    const parameter = made.parameters[Math.min(index, made.parameters.length - 1)]
    requireKind(reader, arg, parameter ?? [])
    return arg
  })
}

function refuseArguments(reader: Reader, node: SyntaxNode, args: readonly RuleNode[]): RuleNode {
  if (args.some((arg) => isBroken(reader, arg))) {
    return literal(null, nullType, node)
  }
  const first = args[0]
  const expected = first?.type.kind === 'list' ? first.type.of.kind : (first?.type.kind ?? 'null')
  const odd = args.find((arg, index) => index > 0 && arg.type.kind !== expected) ?? first
  return refuse(reader, odd ?? node, {
    kind: 'wrong-type',
    expected: [expected],
    found: odd?.type.kind ?? 'null',
  })
}

function readKnownCall(
  reader: Reader,
  node: SyntaxNode,
  { made, nodes }: { readonly made: RuleFunction; readonly nodes: readonly SyntaxNode[] },
): RuleNode {
  if (made.name === 'date and time') {
    return readInstantCall(reader, node, nodes)
  }
  if (!hasArity(reader, node, made, nodes.length)) {
    return literal(null, nullType, node)
  }
  reader.asksToday = reader.asksToday || made.name === 'today' || made.name === 'now'
  const args = readArguments(reader, made, nodes)
  const type = made.typeOf(args)
  if (type === null) {
    return refuseArguments(reader, node, args)
  }
  return { kind: 'call', name: made.name, args, type, ...spanOf(node) }
}

/** `string length(name)` and the other built-ins. */
export function readCall(reader: Reader, node: SyntaxNode): RuleNode {
  const [head, , parameters] = partsOf(node)
  if (head === undefined || head.name !== 'VariableName') {
    return refuse(reader, head ?? node, { kind: 'not-supported', feature: 'computed-function' })
  }
  const name = nameOf(reader, head)
  if (patternFunctions.has(name)) {
    return refuse(reader, head, { kind: 'regex-refused', name })
  }
  const made = ruleFunctions.get(name)
  if (made === undefined) {
    const nearest = nearestOf(name, functionNames)
    return refuse(reader, head, { kind: 'unknown-function', name, nearest })
  }
  if (parameters?.name === 'NamedParameters') {
    return refuse(reader, parameters, { kind: 'not-supported', feature: 'named-arguments' })
  }
  const nodes = parameters?.name === 'PositionalParameters' ? partsOf(parameters) : []
  return readKnownCall(reader, node, { made, nodes })
}

/** `dueDate.year`, `(today() - received).days`. */
export function readProperty(reader: Reader, node: SyntaxNode): RuleNode {
  const [ofNode, , nameNode] = partsOf(node)
  if (ofNode === undefined || nameNode === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  const of = reader.read(ofNode)
  const name = nameOf(reader, nameNode)
  const known = propertiesOf(of.type)
  const property = known.get(name)
  if (property !== undefined) {
    return { kind: 'property', of, name, type: property.type, ...spanOf(node) }
  }
  return isBroken(reader, of)
    ? literal(null, nullType, node)
    : refuse(reader, nameNode, { kind: 'unknown-property', name, known: [...known.keys()] })
}
