import type { Cell } from './cell.ts'
import { compareDecimals, isDecimal } from './decimal.ts'

function sameLists(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((item, index) => sameCells(item, b[index] ?? null))
}

/** DMN equality of values of one type: null equals null and nothing else. */
export function sameCells(a: Cell, b: Cell): boolean {
  if (a === b) {
    return true
  }
  if (a === null || b === null) {
    return false
  }
  if (isDecimal(a) && isDecimal(b)) {
    return compareDecimals(a, b) === 0
  }
  return isCells(a) && isCells(b) && sameLists(a, b)
}

function isCells(value: Cell): value is readonly Cell[] {
  return Array.isArray(value)
}

/** Negative, zero or positive; null when there is no order between the two. */
export function compareCells(a: Cell, b: Cell): number | null {
  if (typeof a === 'string' && typeof b === 'string') {
    return a < b ? -1 : a > b ? 1 : 0
  }
  return isDecimal(a) && isDecimal(b) ? compareDecimals(a, b) : null
}
