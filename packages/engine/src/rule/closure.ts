import type { CallNode, ChooseNode, ItemNode, LogicNode, PropertyNode, RuleNode } from './ast.ts'
import { type Cell, cellReader, type Frame, type Run } from './cell.ts'
import { isDecimal, negateDecimal } from './decimal.ts'
import { ruleFunctions } from './functions.ts'
import { propertiesOf } from './property.ts'
import { isList } from './rule-function.ts'
import { runArithmetic } from './run-arithmetic.ts'
import { runFilter, runFor, runQuantified } from './run-loop.ts'
import { compileTests, runCompare } from './run-test.ts'

/** Kleene's `and` and `or`, left to right, stopping at the first operand that settles it. */
function runLogic(node: LogicNode): Run {
  const operands = node.operands.map(compileNode)
  const decisive = node.kind === 'or'
  return (frame) => {
    let answer: boolean | null = !decisive
    for (const operand of operands) {
      const value = operand(frame)
      if (value === decisive) {
        return decisive
      }
      answer = value === null ? null : answer
    }
    return answer
  }
}

/** Null is not true: it takes the other way. */
function runChoose(node: ChooseNode): Run {
  const condition = compileNode(node.condition)
  const [then, otherwise] = [compileNode(node.then), compileNode(node.otherwise)]
  return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame))
}

function runItem(node: ItemNode): Run {
  const [list, place] = [compileNode(node.list), compileNode(node.place)]
  return (frame) => {
    const [items, at] = [list(frame), place(frame)]
    if (!isList(items) || typeof at !== 'number') {
      return null
    }
    return (at > 0 ? items[at - 1] : items[items.length + at]) ?? null
  }
}

function runNot(operand: Run): Run {
  return (frame) => {
    const value = operand(frame)
    return typeof value === 'boolean' ? !value : null
  }
}

/** Items handed to a function are paid for, so that no list can double without end. */
function evaluated(args: readonly Run[], frame: Frame): Cell[] {
  return args.map((arg) => {
    const value = arg(frame)
    frame.steps -= isList(value) ? value.length : 0
    return value
  })
}

/** Functions that compare every item with every other pay for the square. */
const quadratic: ReadonlySet<string> = new Set(['distinct values', 'union'])

function payForPairs(values: readonly Cell[], frame: Frame): void {
  const size = values.reduce<number>((sum, value) => sum + (isList(value) ? value.length : 0), 0)
  frame.steps -= Math.floor((size * size) / 100)
}

function runCall(node: CallNode): Run {
  const args = node.args.map(compileNode)
  const made = ruleFunctions.get(node.name)
  const [only] = args
  if (node.name === 'not' && only !== undefined) {
    return runNot(only)
  }
  if (made === undefined) {
    return () => null
  }
  const { apply, takesNull = false } = made
  const isQuadratic = quadratic.has(node.name)
  return (frame) => {
    const values = evaluated(args, frame)
    if (isQuadratic) {
      payForPairs(values, frame)
    }
    const isOpen = !takesNull && values.includes(null)
    return isOpen || frame.steps < 0 ? null : apply(values, frame)
  }
}

function runProperty(node: PropertyNode): Run {
  const of = compileNode(node.of)
  const property = propertiesOf(node.of.type).get(node.name)
  return property === undefined ? () => null : (frame) => property.take(of(frame), frame)
}

function runNegate(operand: Run): Run {
  return (frame) => {
    const value = operand(frame)
    return isDecimal(value) ? negateDecimal(value) : null
  }
}

/** The typed form as a closure: no text is evaluated, so it runs under a strict CSP. */
export function compileNode(node: RuleNode): Run {
  switch (node.kind) {
    case 'literal': {
      const { value } = node
      return () => value
    }
    case 'field': {
      const [read, id] = [cellReader(node.type), node.id]
      return (frame) => read(frame.data[id])
    }
    case 'variable': {
      const { slot } = node
      return (frame) => frame.slots[slot] ?? null
    }
    case 'arithmetic':
      return runArithmetic(node, compileNode)
    case 'negate':
      return runNegate(compileNode(node.operand))
    case 'compare':
      return runCompare(node.comparator, compileNode(node.left), compileNode(node.right))
    case 'and':
    case 'or':
      return runLogic(node)
    case 'choose':
      return runChoose(node)
    case 'in': {
      const [subject, holds] = [compileNode(node.subject), compileTests(node.tests, compileNode)]
      return (frame) => holds(subject(frame), frame)
    }
    case 'for':
      return runFor(node, compileNode)
    case 'some':
    case 'every':
      return runQuantified(node, compileNode)
    case 'list': {
      const items = node.items.map(compileNode)
      return (frame) => items.map((item) => item(frame))
    }
    case 'filter':
      return runFilter(node, compileNode)
    case 'item':
      return runItem(node)
    case 'call':
      return runCall(node)
    case 'property':
      return runProperty(node)
  }
}
