import { bottom, type Point, type Rect, right, segmentsOf } from './geometry.ts'
import type { Lattice } from './lattice.ts'
import { LANE } from './spacing.ts'

const MIXED = -1

/** Which arrows run where. Arrows to the same target may share a line; others keep a lane apart. */
export interface Traffic {
  /** Target number of the arrow that runs level through a node; 0 none, -1 several. */
  readonly level: Int32Array
  readonly upright: Int32Array
  readonly words: Uint8Array
}

export function noTraffic(lattice: Lattice): Traffic {
  const size = lattice.xs.length * lattice.ys.length
  return { level: new Int32Array(size), upright: new Int32Array(size), words: new Uint8Array(size) }
}

export function addRoute(
  traffic: Traffic,
  lattice: Lattice,
  { points, target }: { readonly points: readonly Point[]; readonly target: number },
): void {
  for (const [a, b] of segmentsOf(points)) {
    const isLevel = a.y === b.y
    const near = LANE - 2
    const zone = isLevel
      ? { x: Math.min(a.x, b.x), y: a.y - near, width: Math.abs(a.x - b.x), height: 2 * near }
      : { x: a.x - near, y: Math.min(a.y, b.y), width: 2 * near, height: Math.abs(a.y - b.y) }
    const use = isLevel ? traffic.level : traffic.upright
    eachNode(lattice, zone, (node) => {
      const known = use[node] ?? 0
      use[node] = known === 0 || known === target ? target : MIXED
    })
  }
}

export function addWords(traffic: Traffic, lattice: Lattice, rect: Rect): void {
  eachNode(lattice, rect, (node) => {
    traffic.words[node] = 1
  })
}

function eachNode({ xs, ys }: Lattice, zone: Rect, visit: (node: number) => void): void {
  for (let row = 0; row < ys.length; row += 1) {
    const y = ys[row] ?? 0
    if (y < zone.y || y > bottom(zone)) continue
    for (let column = 0; column < xs.length; column += 1) {
      const x = xs[column] ?? 0
      if (x >= zone.x && x <= right(zone)) visit(row * xs.length + column)
    }
  }
}
