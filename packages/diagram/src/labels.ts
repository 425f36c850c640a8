import { isNear, type Point, type Rect, segmentsOf, spanOf } from './geometry.ts'
import { labelRect } from './label-rect.ts'
import type { Placed, Route } from './scene.ts'
import { LABEL_HEIGHT } from './spacing.ts'

interface Surroundings {
  readonly nodes: readonly Placed[]
  /** Arrows drawn before. */
  readonly routes: readonly Route[]
}

interface Candidate {
  readonly at: Point
  readonly cost: number
}

/** What it costs to hide a piece of another arrow, or to stand where two run together. */
const COVER = 120
/** The head of the arrow and the corner at its beginning stay bare. */
const BARE = 14

/**
 * The middle of the words of an arrow: on the line, as near to its middle as cards and other labels
 * allow. `undefined` when no segment has room.
 */
export function placeLabel(route: Route, { nodes, routes }: Surroundings): Point | undefined {
  const taken = routes.flatMap((other) =>
    other.labelAt ? [labelRect(other.labelAt, other.labelWidth)] : [],
  )
  const lines = routes.flatMap((other) => segmentsOf(other.points).map(([a, b]) => spanOf(a, b)))
  const free = candidatesOf(route).filter(({ at }) => {
    const rect = labelRect(at, route.labelWidth)
    return (
      !nodes.some((node) => isNear(rect, node, 2)) && !taken.some((other) => isNear(rect, other, 2))
    )
  })
  const judged = free.map(({ at, cost }) => ({
    at,
    cost: cost + COVER * covered(labelRect(at, route.labelWidth), lines),
  }))
  return judged.reduce<Candidate | undefined>(
    (best, it) => (best && best.cost <= it.cost ? best : it),
    undefined,
  )?.at
}

const covered = (rect: Rect, lines: readonly Rect[]): number =>
  lines.filter((line) => isNear(rect, line, 1)).length

function candidatesOf(route: Route): readonly Candidate[] {
  const segments = segmentsOf(route.points)
  const total = segments.reduce((sum, [a, b]) => sum + lengthOf(a, b), 0)
  let passed = 0
  return segments.flatMap(([a, b], index) => {
    const isLevel = a.y === b.y
    const length = lengthOf(a, b)
    const half = (isLevel ? route.labelWidth : LABEL_HEIGHT) / 2
    const first = half + (index === 0 ? 4 : 2)
    const last = length - half - (index === segments.length - 1 ? BARE : 2)
    const before = passed
    passed += length
    return steps(first, last).map((along) => ({
      at: pointOn(a, b, along),
      cost: Math.min(80, Math.abs(before + along - total / 2) / 2) + (isLevel ? 0 : 6),
    }))
  })
}

function steps(first: number, last: number): readonly number[] {
  if (last < first) return []
  const middle = (first + last) / 2
  const found = [middle]
  for (let off = 8; off <= (last - first) / 2; off += 8) found.push(middle - off, middle + off)
  return found
}

const lengthOf = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function pointOn(a: Point, b: Point, along: number): Point {
  const length = lengthOf(a, b)
  const share = length === 0 ? 0 : along / length
  return { x: Math.round(a.x + (b.x - a.x) * share), y: Math.round(a.y + (b.y - a.y) * share) }
}
