import type { Point } from './geometry.ts'
import type { Lattice } from './lattice.ts'
import type { Port, Side } from './ports.ts'

/** Directions of travel, numbered so that the opposite of `d` is `d ^ 1`. */
const RIGHT = 0
const LEFT = 1
const DOWN = 2
const UP = 3

export const outwards: Readonly<Record<Side, number>> = {
  right: RIGHT,
  left: LEFT,
  bottom: DOWN,
  top: UP,
}

export function nodeAt(lattice: Lattice, point: Point): number | undefined {
  const column = lattice.indexX.get(point.x)
  const row = lattice.indexY.get(point.y)
  return column === undefined || row === undefined ? undefined : row * lattice.xs.length + column
}

/** The node next to one in a direction; -1 where the way is barred or the page ends. */
export function neighbour(
  { xs, ys, barredRight, barredDown }: Lattice,
  node: number,
  direction: number,
): number {
  const columns = xs.length
  switch (direction) {
    case RIGHT:
      return node % columns === columns - 1 || barredRight[node] === 1 ? -1 : node + 1
    case LEFT:
      return node % columns === 0 || barredRight[node - 1] === 1 ? -1 : node - 1
    case DOWN:
      return node + columns >= columns * ys.length || barredDown[node] === 1 ? -1 : node + columns
    default:
      return node < columns || barredDown[node - columns] === 1 ? -1 : node - columns
  }
}

/** A place inside the zone of another card: no way leads out of it. */
export function isShut(lattice: Lattice, node: number): boolean {
  return [RIGHT, LEFT, DOWN, UP].every((direction) => neighbour(lattice, node, direction) < 0)
}

interface Track {
  /** The state before each state on the way; -1 at the beginning. */
  readonly came: Int32Array
  readonly begun: ReadonlyMap<number, Port>
  readonly state: number
  readonly port: Port
}

/** The corner points of a finished search, from its first port to its last. */
export function trace({ xs, ys }: Lattice, { came, begun, state, port }: Track): readonly Point[] {
  const points: Point[] = [port.at, port.stub]
  let at = state
  for (;;) {
    const node = at >> 2
    points.push({ x: xs[node % xs.length] ?? 0, y: ys[(node / xs.length) | 0] ?? 0 })
    const before = came[at] ?? -1
    if (before < 0) break
    at = before
  }
  const first = begun.get(at)
  if (first) points.push(first.at)
  return corners(points.reverse())
}

/** Leaves out repeated points and points on a straight line. */
export function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const isStraight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) kept.pop()
    kept.push(point)
  }
  return kept
}
