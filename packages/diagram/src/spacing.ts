/** Distances of the drawing in px (docs: the look of the editor, §4). All are multiples of 4. */
export const GRID = 8
export const CARD = { width: 208, height: 68 }
export const PILL_HEIGHT = 32
export const PILL_PADDING = 44
export const START = { width: 64, height: 32 }
export const RAIL = 44

/** Between rows that no label separates. */
export const ROW_GAP = 28
/** Between cards side by side that an arrow with a label joins. */
export const LABEL_GAP = 76
/** Between rows where an arrow with a label leads down: label, head and corner. */
export const ROW_LABEL_GAP = 48
export const BRANCH_GAP = 12
export const BOX_PADDING = 12
export const HEADER = 30
/** The caption line above a branch: duty and condition. */
export const CAPTION = 22
export const BAND_PADDING = 16
export const LABEL_HEIGHT = 18
/** Ground left and right of the words of a label. */
export const LABEL_PADDING = 8
/** Words of several exits on one arrow are cut off here. */
export const WIDEST_LABEL = 128
/** The part of an arrow next to its card, straight in any case: head and corner radius. */
export const STUB = 14
/** Between arrows that run side by side. */
export const LANE = 12
/** No arrow comes nearer to a card that it does not join. */
export const CLEARANCE = 8

/** How much room a block gets; raised where labels find no place. */
export interface Spacing {
  readonly row: number
  readonly column: number
}
