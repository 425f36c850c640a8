import type { Hop } from './back-edges.ts'
import { groupBy } from './group.ts'
import type { Line } from './lines.ts'

/**
 * The row of every step: the longest way from the start over forward hops. A line that branches off
 * begins in the row of the step it leaves, so that a short detour stands beside the main line.
 */
export function rowsOf(lines: readonly Line[], hops: readonly Hop[]): ReadonlyMap<string, number> {
  const ids = lines.flatMap((line) => line.ids)
  const parents = new Map(lines.map((line) => [line.ids[0], line.parent]))
  const entering = groupBy(hops, (hop) => hop.to)
  const rows = new Map<string, number>()
  const members = new Set(ids)
  const rowOf = (id: string): number => {
    const known = rows.get(id)
    if (known !== undefined) return known
    const row = Math.max(
      0,
      ...(entering.get(id) ?? [])
        .filter((hop) => members.has(hop.from))
        .map((hop) => rowOf(hop.from) + (parents.get(id) === hop.from ? 0 : 1)),
    )
    rows.set(id, row)
    return row
  }
  for (const id of ids) rowOf(id)
  return rows
}
