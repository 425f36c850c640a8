import { bottom, type Point, type Rect, right } from './geometry.ts'
import { CLEARANCE, LANE, STUB } from './spacing.ts'

/** The lines on which arrows may run, and what is in the way. Nodes are numbered row by row. */
export interface Lattice {
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** 1 where the way from a node to its right, or lower, neighbour is barred. */
  readonly barredRight: Uint8Array
  readonly barredDown: Uint8Array
  readonly indexX: ReadonlyMap<number, number>
  readonly indexY: ReadonlyMap<number, number>
}

const LANES = 3

/** Lines along every border at the distance of a lane, and through the given points. */
export function latticeOf(rects: readonly Rect[], points: readonly Point[]): Lattice {
  const xs = lines({
    before: rects.map((rect) => rect.x),
    after: rects.map(right),
    through: points.map((point) => point.x),
  })
  const ys = lines({
    before: rects.map((rect) => rect.y),
    after: rects.map(bottom),
    through: points.map((point) => point.y),
  })
  const barredRight = new Uint8Array(xs.length * ys.length)
  const barredDown = new Uint8Array(xs.length * ys.length)
  for (const rect of rects) bar(rect, { xs, ys, barredRight, barredDown })
  return { xs, ys, barredRight, barredDown, indexX: indexOf(xs), indexY: indexOf(ys) }
}

interface Borders {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly through: readonly number[]
}

function lines({ before, after, through }: Borders): Float64Array {
  const found = new Set(through)
  const fixed = [...found].sort((a, b) => a - b)
  const lanes = Array.from({ length: LANES }, (_, lane) => STUB + lane * LANE)
  const wanted = lanes.flatMap((lane) => [
    ...before.map((at) => at - lane),
    ...after.map((at) => at + lane),
  ])
  for (const at of wanted) if (!hasNear(fixed, at)) found.add(at)
  return Float64Array.from([...found].sort((a, b) => a - b))
}

/** Whether a sorted list holds a value that is nearer than 5 px. */
function hasNear(sorted: readonly number[], at: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= at - 5) low = middle + 1
    else high = middle
  }
  return (sorted[low] ?? Infinity) < at + 5
}

const indexOf = (values: Float64Array): ReadonlyMap<number, number> =>
  new Map([...values].map((value, index) => [value, index]))

type Bars = Pick<Lattice, 'xs' | 'ys' | 'barredRight' | 'barredDown'>

function bar(rect: Rect, { xs, ys, barredRight, barredDown }: Bars): void {
  const zone = {
    x: rect.x - CLEARANCE,
    y: rect.y - CLEARANCE,
    right: right(rect) + CLEARANCE,
    bottom: bottom(rect) + CLEARANCE,
  }
  for (let row = 0; row < ys.length; row += 1) {
    const y = ys[row] ?? 0
    const below = ys[row + 1] ?? y
    if (below <= zone.y || y >= zone.bottom) continue
    for (let column = 0; column < xs.length; column += 1) {
      const x = xs[column] ?? 0
      const next = xs[column + 1] ?? x
      if (next <= zone.x || x >= zone.right) continue
      const node = row * xs.length + column
      if (y > zone.y && y < zone.bottom && next > zone.x) barredRight[node] = 1
      if (x > zone.x && x < zone.right && below > zone.y) barredDown[node] = 1
    }
  }
}
