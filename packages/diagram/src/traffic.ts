import { bottom, type Point, type Rect, right, segmentsOf } from './geometry.ts'
import type { Lattice } from './lattice.ts'
import { LANE } from './spacing.ts'

const MIXED = -1

/**
 * Which arrows run where, by node: the number of their trunk, 0 for none, -1 for several. Arrows of one
 * trunk may share a line; others keep a lane apart.
 */
export interface Traffic {
  /** Level arrows nearer than a lane. */
  readonly nearLevel: Int32Array
  readonly nearUpright: Int32Array
  /** Level arrows through the node itself. */
  readonly onLevel: Int32Array
  readonly onUpright: Int32Array
  readonly words: Int32Array
}

export function noTraffic(lattice: Lattice): Traffic {
  const size = lattice.xs.length * lattice.ys.length
  return {
    nearLevel: new Int32Array(size),
    nearUpright: new Int32Array(size),
    onLevel: new Int32Array(size),
    onUpright: new Int32Array(size),
    words: new Int32Array(size),
  }
}

export function clear(traffic: Traffic): void {
  traffic.nearLevel.fill(0)
  traffic.nearUpright.fill(0)
  traffic.onLevel.fill(0)
  traffic.onUpright.fill(0)
  traffic.words.fill(0)
}

export function addRoute(
  traffic: Traffic,
  lattice: Lattice,
  { points, trunk }: { readonly points: readonly Point[]; readonly trunk: number },
): void {
  for (const [a, b] of segmentsOf(points)) {
    const isLevel = a.y === b.y
    const x = Math.min(a.x, b.x)
    const y = Math.min(a.y, b.y)
    const line = { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
    const near = LANE - 2
    const zone = isLevel
      ? { ...line, y: y - near, height: 2 * near }
      : { ...line, x: x - near, width: 2 * near }
    enter(isLevel ? traffic.onLevel : traffic.onUpright, lattice, { zone: line, trunk })
    enter(isLevel ? traffic.nearLevel : traffic.nearUpright, lattice, { zone, trunk })
  }
}

function enter(
  use: Int32Array,
  lattice: Lattice,
  { zone, trunk }: { readonly zone: Rect; readonly trunk: number },
): void {
  eachNode(lattice, zone, (node) => {
    const known = use[node] ?? 0
    use[node] = known === 0 || known === trunk ? trunk : MIXED
  })
}

export function addWords(
  traffic: Traffic,
  lattice: Lattice,
  { rect, trunk }: { readonly rect: Rect; readonly trunk: number },
): void {
  enter(traffic.words, lattice, { zone: rect, trunk })
}

function eachNode({ xs, ys }: Lattice, zone: Rect, visit: (node: number) => void): void {
  const firstColumn = firstFrom(xs, zone.x)
  for (let row = firstFrom(ys, zone.y); row < ys.length; row += 1) {
    if ((ys[row] ?? 0) > bottom(zone)) return
    for (let column = firstColumn; column < xs.length; column += 1) {
      if ((xs[column] ?? 0) > right(zone)) break
      visit(row * xs.length + column)
    }
  }
}

/** Index of the first value at or above a bound in a sorted list. */
function firstFrom(sorted: Float64Array, bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}
