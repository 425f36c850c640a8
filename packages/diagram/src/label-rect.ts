import type { Point, Rect } from './geometry.ts'
import { LABEL_HEIGHT } from './spacing.ts'

/** The ground of a label around its middle. */
export const labelRect = (at: Point, width: number): Rect => ({
  x: at.x - width / 2,
  y: at.y - LABEL_HEIGHT / 2,
  width,
  height: LABEL_HEIGHT,
})
