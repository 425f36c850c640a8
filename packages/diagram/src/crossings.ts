import { type Point, segmentsOf } from './geometry.ts'

type Segment = readonly [Point, Point]

/** Where a later arrow crosses an earlier one. Arrows that run together do not cross. */
export function crossingsOf(
  points: readonly Point[],
  earlier: readonly (readonly Point[])[],
): readonly Point[] {
  const others = earlier.flatMap((other) => segmentsOf(other))
  return segmentsOf(points).flatMap((segment) =>
    others.flatMap((other) => crossing(segment, other)),
  )
}

function crossing(one: Segment, other: Segment): readonly Point[] {
  const isLevel = one[0].y === one[1].y
  if (isLevel === (other[0].y === other[1].y)) return []
  const [level, upright] = isLevel ? [one, other] : [other, one]
  const point = { x: upright[0].x, y: level[0].y }
  const isInside =
    within(point.x, level[0].x, level[1].x) && within(point.y, upright[0].y, upright[1].y)
  return isInside ? [point] : []
}

const within = (value: number, a: number, b: number): boolean =>
  value > Math.min(a, b) && value < Math.max(a, b)
