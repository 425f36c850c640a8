interface Point {
  readonly x: number
  readonly y: number
}

const RADIUS = 8
const HALF_GAP = 4

/**
 * An SVG path along the corner points, with round corners. At each crossing the line is left out for
 * 4 px to either side, so that the arrow that was drawn first goes through.
 */
export function routePath(points: readonly Point[], crossings: readonly Point[] = []): string {
  const [first, ...rest] = points
  if (!first) return ''
  const parts = [`M${first.x},${first.y}`]
  rest.forEach((point, n) => {
    const from = points[n] ?? first
    const next = points[n + 2]
    const end = next ? towards(point, from, corner(from, point, next)) : point
    for (const crossing of onSegment(from, point, crossings)) {
      const before = towards(crossing, from, HALF_GAP)
      const after = towards(crossing, point, HALF_GAP)
      parts.push(`L${before.x},${before.y}`, `M${after.x},${after.y}`)
    }
    parts.push(`L${end.x},${end.y}`)
    if (!next) return
    const out = towards(point, next, corner(from, point, next))
    parts.push(`Q${point.x},${point.y} ${out.x},${out.y}`)
  })
  return parts.join('')
}

function corner(from: Point, at: Point, to: Point): number {
  return Math.min(RADIUS, distance(from, at) / 2, distance(at, to) / 2)
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

/** The point that lies `length` from `at` on the way to `to`. */
function towards(at: Point, to: Point, length: number): Point {
  return {
    x: at.x + Math.sign(to.x - at.x) * Math.min(length, Math.abs(to.x - at.x)),
    y: at.y + Math.sign(to.y - at.y) * Math.min(length, Math.abs(to.y - at.y)),
  }
}

/** The crossings on one segment, in the order in which the arrow meets them. */
function onSegment(from: Point, to: Point, crossings: readonly Point[]): readonly Point[] {
  const isBetween = (value: number, a: number, b: number) =>
    value > Math.min(a, b) + HALF_GAP && value < Math.max(a, b) - HALF_GAP
  return crossings
    .filter((at) =>
      from.x === to.x
        ? at.x === from.x && isBetween(at.y, from.y, to.y)
        : at.y === from.y && isBetween(at.x, from.x, to.x),
    )
    .sort((a, b) => distance(from, a) - distance(from, b))
}
