import type { Point, Size } from './geometry.ts'
import { BRANCH_GAP } from './spacing.ts'

/** A joint review up to this width keeps all branches side by side: four plain cards. */
const WIDEST = 868
/** Branches whose widths differ by more stand in columns of their own. */
const ALIKE = 80

export interface Shelved extends Size {
  /** Corners in the order of the given sizes, from the corner of the area. */
  readonly corners: readonly Point[]
}

interface Column {
  readonly width: number
  readonly members: readonly number[]
  readonly height: number
}

/**
 * Branches side by side in written order. Where that would be too wide, short branches stand below
 * each other beside tall ones, and what is still too wide goes on in a second row.
 */
export function shelve(sizes: readonly Size[]): Shelved {
  const single = sizes.map((size, index) => ({
    width: size.width,
    members: [index],
    height: size.height,
  }))
  const isWide = widthOf(single) > WIDEST
  const rows = isWide ? balanced(packed(sizes)) : [single]
  const corners: Point[] = sizes.map(() => ({ x: 0, y: 0 }))
  let y = 0
  for (const row of rows) {
    let x = 0
    for (const column of row) {
      let top = y
      for (const member of column.members) {
        corners[member] = { x, y: top }
        top += (sizes[member]?.height ?? 0) + BRANCH_GAP
      }
      x += column.width + BRANCH_GAP
    }
    y += Math.max(0, ...row.map((column) => column.height)) + BRANCH_GAP
  }
  return { corners, width: Math.max(0, ...rows.map(widthOf)), height: Math.max(0, y - BRANCH_GAP) }
}

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.width + BRANCH_GAP, -BRANCH_GAP)

/** Neighbours of like width share a column as long as it stays below the tallest branch. */
function packed(sizes: readonly Size[]): readonly Column[] {
  const tallest = Math.max(...sizes.map((size) => size.height))
  const columns: Column[] = []
  for (const [index, size] of sizes.entries()) {
    const last = columns.at(-1)
    const height = (last?.height ?? 0) + BRANCH_GAP + size.height
    if (!last || height > tallest || Math.abs(last.width - size.width) > ALIKE) {
      columns.push({ width: size.width, members: [index], height: size.height })
      continue
    }
    const width = Math.max(last.width, size.width)
    columns[columns.length - 1] = { width, members: [...last.members, index], height }
  }
  return columns
}

/** As few rows as fit, and then no wider than that number of rows needs. */
function balanced(columns: readonly Column[]): readonly (readonly Column[])[] {
  const least = rowsOf(columns, WIDEST)
  const widths = columns.flatMap((_, from) =>
    columns.slice(from).map((_column, length) => widthOf(columns.slice(from, from + length + 1))),
  )
  const enough = widths
    .filter((width) => width <= WIDEST && rowsOf(columns, width).length === least.length)
    .sort((a, b) => a - b)
  return enough[0] === undefined ? least : rowsOf(columns, enough[0])
}

function rowsOf(columns: readonly Column[], widest: number): readonly (readonly Column[])[] {
  const rows: Column[][] = []
  for (const column of columns) {
    const last = rows.at(-1)
    if (last && widthOf([...last, column]) <= widest) last.push(column)
    else rows.push([column])
  }
  return rows
}
