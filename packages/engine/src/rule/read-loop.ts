import type { SyntaxNode } from '@lezer/common'
import type { LoopNode, RuleNode } from './ast.ts'
import { partsOf } from './grammar.ts'
import { bind, nameOf, type Reader, refuse, requireKind, spanOf } from './reader.ts'
import { booleanType, integerType, nullType, type RuleType } from './rule-type.ts'

function itemType(type: RuleType): RuleType {
  return type.kind === 'list' ? type.of : nullType
}

function readIteration(reader: Reader, context: SyntaxNode): Pick<LoopNode, 'over' | 'to'> {
  const [first, , last] = partsOf(context)
  const over = reader.read(first ?? context)
  if (last === undefined) {
    requireKind(reader, over, ['list'])
    return { over }
  }
  const to = reader.read(last)
  requireKind(reader, over, ['number'])
  requireKind(reader, to, ['number'])
  return { over, to }
}

/** Binds the variables of a loop, each visible in the ones after it. */
function readLoops(reader: Reader, inExpressions: SyntaxNode): LoopNode[] {
  return partsOf(inExpressions).flatMap((inExpression) => {
    const [name, , context] = partsOf(inExpression)
    if (name === undefined || context === undefined) {
      return []
    }
    const iteration = readIteration(reader, context)
    const type = iteration.to === undefined ? itemType(iteration.over.type) : integerType
    const { slot } = bind(reader, nameOf(reader, name), type)
    return [{ name: nameOf(reader, name), slot, ...iteration }]
  })
}

/** `for … return …`, `some … satisfies …`, `every … satisfies …`. */
export function readLoop(reader: Reader, node: SyntaxNode): RuleNode {
  const [word, inExpressions, , bodyNode] = partsOf(node)
  if (word === undefined || inExpressions === undefined || bodyNode === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  const outer = reader.bindings
  const loops = readLoops(reader, inExpressions)
  const body = reader.read(bodyNode)
  reader.bindings = outer
  if (node.name === 'QuantifiedExpression') {
    requireKind(reader, body, ['boolean'])
    const kind = word.name === 'every' ? 'every' : 'some'
    return { kind, loops, body, type: booleanType, ...spanOf(node) }
  }
  if (body.type.kind === 'list') {
    return refuse(reader, body, { kind: 'not-supported', feature: 'nested-list' })
  }
  return { kind: 'for', loops, body, type: { kind: 'list', of: body.type }, ...spanOf(node) }
}

/** `list[item > 3]` keeps the items for which it holds; `list[1]` is the first item. */
export function readFilter(reader: Reader, node: SyntaxNode): RuleNode {
  const [listNode, , conditionNode] = partsOf(node)
  if (listNode === undefined || conditionNode === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  const list = reader.read(listNode)
  requireKind(reader, list, ['list'])
  const outer = reader.bindings
  const { slot } = bind(reader, 'item', itemType(list.type))
  const condition = reader.read(conditionNode)
  reader.bindings = outer
  requireKind(reader, condition, ['boolean', 'number'])
  return condition.type.kind === 'number'
    ? { kind: 'item', list, place: condition, type: itemType(list.type), ...spanOf(node) }
    : { kind: 'filter', list, slot, condition, type: list.type, ...spanOf(node) }
}
