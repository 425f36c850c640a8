export type { ArrowKind, ArrowRoute, Band, Box, BoxKind, Card, Drawing, End } from './drawing.ts'
export type { Point, Rect, Size } from './geometry.ts'
export { layOut } from './layout.ts'
export type { EndSource, ExitSource, LayoutOptions } from './options.ts'
