/** Pixels of one day on the ruler, of its left margin, and the upper edges of the two bars. */
export const DAY_WIDTH = 19
export const LEFT = 8
export const BAR_TOP = [64, 114] as const
