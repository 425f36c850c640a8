import { bottom, middleX, middleY, type Point, right } from './geometry.ts'
import type { Edge, Placed } from './scene.ts'
import { STUB } from './spacing.ts'

export type Side = 'top' | 'right' | 'bottom' | 'left'

/** A place on a border where an arrow may leave or enter. */
export interface Port {
  readonly side: Side
  readonly at: Point
  /** The end of the straight part next to the border. */
  readonly stub: Point
  readonly cost: number
}

const FAR = 300

/** The ports of a card for arrows towards `other`; `taste` says what each side costs. */
export function portsOf(
  node: Placed,
  other: Placed | undefined,
  taste: Readonly<Record<Side, number>>,
): readonly Port[] {
  const isDecision = node.face.is === 'card' && node.face.kind === 'decision'
  const across = offsets(node.width / 2, node.width >= 160 ? 32 : 16)
  const along = isDecision ? [0] : offsets(node.height / 2, 20)
  const aim =
    other === undefined
      ? []
      : [middleX(other) - middleX(node)].filter((it) => Math.abs(it) <= node.width / 2 - 16)
  const level =
    other === undefined || isDecision
      ? []
      : [middleY(other) - middleY(node)].filter((it) => Math.abs(it) <= node.height / 2 - 14)
  return [
    ...spread(node, { side: 'bottom', taste, offsets: across, aim }),
    ...spread(node, { side: 'right', taste, offsets: along, aim: level }),
    ...spread(node, { side: 'left', taste, offsets: along, aim: level }),
    ...spread(node, { side: 'top', taste, offsets: across, aim }),
  ]
}

function offsets(half: number, step: number): readonly number[] {
  const found = [0]
  for (let off = step; off <= half - 12 && found.length < 9; off += step) found.push(-off, off)
  return found
}

interface Row {
  readonly side: Side
  readonly taste: Readonly<Record<Side, number>>
  readonly offsets: readonly number[]
  /** An offset from which the way to the other end is straight. */
  readonly aim: readonly number[]
}

function spread(node: Placed, { side, taste, offsets: plain, aim }: Row): readonly Port[] {
  if (taste[side] > FAR) return []
  const costs = new Map(plain.map((offset) => [offset, taste[side] + Math.abs(offset) * 1.2]))
  for (const offset of aim) costs.set(offset, taste[side] + (offset === 0 ? 0 : 2))
  return [...costs].map(([offset, cost]) => ({ side, cost, ...place(node, side, offset) }))
}

function place(
  node: Placed,
  side: Side,
  offset: number,
): { readonly at: Point; readonly stub: Point } {
  switch (side) {
    case 'top':
      return along({ x: middleX(node) + offset, y: node.y }, 0, -STUB)
    case 'bottom':
      return along({ x: middleX(node) + offset, y: bottom(node) }, 0, STUB)
    case 'left':
      return along({ x: node.x, y: middleY(node) + offset }, -STUB, 0)
    case 'right':
      return along({ x: right(node), y: middleY(node) + offset }, STUB, 0)
  }
}

const along = (
  at: Point,
  dx: number,
  dy: number,
): { readonly at: Point; readonly stub: Point } => ({
  at,
  stub: { x: at.x + dx, y: at.y + dy },
})

/** A step that leads to itself: a loop at its left, wide enough for its words. */
export function loopPorts(
  node: Placed,
  labelWidth: number,
): { readonly from: readonly Port[]; readonly to: readonly Port[] } {
  const reach = Math.max(STUB, Math.ceil(labelWidth / 2) + 8)
  const port = (offset: number): Port => {
    const at = { x: node.x, y: middleY(node) + offset }
    return { side: 'left', at, stub: { x: at.x - reach, y: at.y }, cost: 0 }
  }
  return { from: [port(20)], to: [port(-20)] }
}

interface Taste {
  readonly from: Readonly<Record<Side, number>>
  readonly to: Readonly<Record<Side, number>>
}

/** Which sides suit an arrow, by where its ends lie to each other. */
export function tasteOf(edge: Edge, from: Placed, to: Placed): Taste {
  if (edge.kind === 'return') return returning(from, to)
  if (to.x >= right(from))
    return {
      from: { right: 0, bottom: 50, top: 60, left: 200 },
      to: { left: 0, top: 10, bottom: 60, right: 200 },
    }
  if (from.y >= to.y + to.height)
    return {
      from: { left: 0, right: 30, bottom: 60, top: 40 },
      to: { left: 0, right: 20, bottom: 60, top: 60 },
    }
  if (to.y >= bottom(from)) {
    if (to.face.is === 'end')
      return {
        from: { bottom: 10, right: 0, left: 30, top: 999 },
        to: { top: 0, left: 0, right: 20, bottom: 60 },
      }
    return {
      from: { bottom: 0, right: 40, left: 40, top: 999 },
      to: { top: 0, left: 60, right: 60, bottom: 999 },
    }
  }
  return {
    from: { left: 0, bottom: 40, top: 60, right: 200 },
    to: { right: 0, top: 20, bottom: 60, left: 200 },
  }
}

/** Returns from a side step go straight back; those of the main line run left of it. */
function returning(from: Placed, to: Placed): Taste {
  if (from.x >= right(to))
    return {
      from: { left: 0, bottom: 10, top: 40, right: 200 },
      to: { right: 0, bottom: 60, top: 80, left: 160 },
    }
  return {
    from: { left: 0, bottom: 120, right: 120, top: 160 },
    to: { left: 0, right: 120, top: 60, bottom: 200 },
  }
}
