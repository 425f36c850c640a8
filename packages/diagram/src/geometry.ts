/** A place on the page in px, x to the right, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Point, Size {}

export const right = (rect: Rect): number => rect.x + rect.width
export const bottom = (rect: Rect): number => rect.y + rect.height
export const middleX = (rect: Rect): number => rect.x + rect.width / 2
export const middleY = (rect: Rect): number => rect.y + rect.height / 2

/** Whether two rectangles come nearer to each other than `gap`. */
export function isNear(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < right(b) + gap && b.x < right(a) + gap && a.y < bottom(b) + gap && b.y < bottom(a) + gap
  )
}

/** Whether `inner` lies within `outer`, borders included. */
export function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    right(inner) <= right(outer) &&
    bottom(inner) <= bottom(outer)
  )
}

/** The smallest rectangle around all of them; an empty one at the origin for none. */
export function around(rects: readonly Rect[]): Rect {
  if (rects.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map(right)) - x,
    height: Math.max(...rects.map(bottom)) - y,
  }
}

export function shift<T extends Point>(thing: T, by: Point): T {
  return { ...thing, x: thing.x + by.x, y: thing.y + by.y }
}

/** The next multiple of the grid at or above a length. */
export const upTo = (grid: number, length: number): number => Math.ceil(length / grid) * grid

/** The rectangle that two opposite corners span. */
export function spanOf(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/** Consecutive points of a route as pairs. */
export function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from ? [[from, to] as const] : []
  })
}
