import type { FilterNode, ForNode, LoopNode, QuantifiedNode, RuleNode } from './ast.ts'
import type { Cell, Frame, Run } from './cell.ts'
import { isList } from './rule-function.ts'

type Compile = (node: RuleNode) => Run

interface Loop {
  readonly slot: number
  readonly items: (frame: Frame) => readonly Cell[] | null
}

function range(from: Cell, to: Cell, frame: Frame): readonly Cell[] | null {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
    return null
  }
  const [first, last] = [Number(from), Number(to)]
  const size = Math.abs(last - first) + 1
  if (size > frame.steps) {
    frame.steps = -1
    return null
  }
  const step = last >= first ? 1 : -1
  return Array.from({ length: size }, (_, index) => first + index * step)
}

function compileLoop(loop: LoopNode, compile: Compile): Loop {
  const over = compile(loop.over)
  const to = loop.to === undefined ? null : compile(loop.to)
  return {
    slot: loop.slot,
    items: (frame) => {
      const items = over(frame)
      return to === null ? (isList(items) ? items : null) : range(items, to(frame), frame)
    },
  }
}

/**
 * Runs `visit` for every combination of the loops' items, inner loops fastest, until it answers
 * false or the steps are used up. False when a list to loop over is null.
 */
function eachTurn(loops: readonly Loop[], frame: Frame, visit: () => boolean): boolean {
  const [loop, ...inner] = loops
  if (loop === undefined) {
    return visit()
  }
  const items = loop.items(frame)
  if (items === null) {
    return false
  }
  for (const item of items) {
    frame.steps -= 1
    frame.slots[loop.slot] = item
    if (frame.steps < 0 || !eachTurn(inner, frame, visit)) {
      return false
    }
  }
  return true
}

export function runFor(node: ForNode, compile: Compile): Run {
  const loops = node.loops.map((loop) => compileLoop(loop, compile))
  const body = compile(node.body)
  return (frame) => {
    const results: Cell[] = []
    const isDone = eachTurn(loops, frame, () => {
      results.push(body(frame))
      return true
    })
    return isDone ? results : null
  }
}

/** Kleene over all turns: `some` is settled by a true, `every` by a false. */
export function runQuantified(node: QuantifiedNode, compile: Compile): Run {
  const loops = node.loops.map((loop) => compileLoop(loop, compile))
  const body = compile(node.body)
  const decisive = node.kind === 'some'
  return (frame) => {
    let isSettled = false
    let isOpen = false
    const isDone = eachTurn(loops, frame, () => {
      const answer = body(frame)
      isSettled = answer === decisive
      isOpen = isOpen || answer === null
      return !isSettled
    })
    if (isSettled) {
      return decisive
    }
    return isDone && !isOpen ? !decisive : null
  }
}

export function runFilter(node: FilterNode, compile: Compile): Run {
  const [list, condition] = [compile(node.list), compile(node.condition)]
  return (frame) => {
    const items = list(frame)
    if (!isList(items)) {
      return null
    }
    frame.steps -= items.length
    if (frame.steps < 0) {
      return null
    }
    return items.filter((item) => {
      frame.slots[node.slot] = item
      return condition(frame) === true
    })
  }
}
