import type { Comparator, RuleNode, TestNode } from './ast.ts'
import type { Cell, Frame, Run } from './cell.ts'
import { compareCells, sameCells } from './equality.ts'
import { isList } from './rule-function.ts'

type Compare = (a: Cell, b: Cell) => boolean | null
type Holds = (subject: Cell, frame: Frame) => boolean | null

function ordering(holds: (order: number) => boolean): Compare {
  return (a, b) => {
    if (a === null || b === null) {
      return null
    }
    const order = compareCells(a, b)
    return order === null ? null : holds(order)
  }
}

/** Doubles stand in the order of the decimals they print as, so the common case is one comparison. */
function fast(onDoubles: (a: number, b: number) => boolean, otherwise: Compare): Compare {
  return (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? onDoubles(a, b) : otherwise(a, b)
}

const compares: Readonly<Record<Comparator, Compare>> = {
  '=': sameCells,
  '!=': (a, b) => !sameCells(a, b),
  '<': fast(
    (a, b) => a < b,
    ordering((order) => order < 0),
  ),
  '<=': fast(
    (a, b) => a <= b,
    ordering((order) => order <= 0),
  ),
  '>': fast(
    (a, b) => a > b,
    ordering((order) => order > 0),
  ),
  '>=': fast(
    (a, b) => a >= b,
    ordering((order) => order >= 0),
  ),
}

export function runCompare(comparator: Comparator, left: Run, right: Run): Run {
  const compare = compares[comparator]
  return (frame) => compare(left(frame), right(frame))
}

/** Kleene's `and`: false settles it, else a null leaves it open. */
function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) {
    return false
  }
  return a === null || b === null ? null : true
}

function interval(
  test: Extract<TestNode, { kind: 'interval' }>,
  compile: (node: RuleNode) => Run,
): Holds {
  const [low, high] = [compile(test.low), compile(test.high)]
  const [above, below] = [
    compares[test.lowIncluded ? '>=' : '>'],
    compares[test.highIncluded ? '<=' : '<'],
  ]
  return (subject, frame) => both(above(subject, low(frame)), below(subject, high(frame)))
}

function member(subject: Cell, list: Cell, frame: Frame): boolean | null {
  if (!isList(list)) {
    return null
  }
  frame.steps -= list.length
  return list.some((item) => sameCells(item, subject))
}

/** A test on a value: true, false, or null when it cannot be answered. */
function compileTest(test: TestNode, compile: (node: RuleNode) => Run): Holds {
  switch (test.kind) {
    case 'compare': {
      const [compare, value] = [compares[test.comparator], compile(test.value)]
      return (subject, frame) => compare(subject, value(frame))
    }
    case 'interval':
      return interval(test, compile)
    case 'member': {
      const list = compile(test.list)
      return (subject, frame) => member(subject, list(frame), frame)
    }
    case 'condition': {
      const condition = compile(test.condition)
      return (_, frame) => {
        const answer = condition(frame)
        return typeof answer === 'boolean' ? answer : null
      }
    }
  }
}

/** Several tests: true when one of them is, else null when one cannot be answered. */
export function compileTests(tests: readonly TestNode[], compile: (node: RuleNode) => Run): Holds {
  const compiled = tests.map((test) => compileTest(test, compile))
  const [only] = compiled
  if (only !== undefined && compiled.length === 1) {
    return only
  }
  return (subject, frame) => {
    let answer: boolean | null = false
    for (const holds of compiled) {
      const one = holds(subject, frame)
      if (one === true) {
        return true
      }
      answer = one === null ? null : answer
    }
    return answer
  }
}
