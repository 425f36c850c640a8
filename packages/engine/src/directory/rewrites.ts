import type { Rewritten } from './edition-fault.ts'
import type { DaySpan } from './in-force.ts'
import { isSameDays, settledDays } from './settled-days.ts'

/**
 * The entries whose settled days differ between two editions. Entries with one key are one entry
 * with several spans; what is compared is the days that they cover together.
 */
export function rewrites<T extends DaySpan>(
  previous: readonly T[],
  next: readonly T[],
  keyOf: (entry: T) => string,
  settledUntil: string,
): readonly (Rewritten & { readonly entry: T })[] {
  const before = groupBy(previous, keyOf)
  const after = groupBy(next, keyOf)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const oldDays = settledDays(before.get(key) ?? [], settledUntil)
    const newDays = settledDays(after.get(key) ?? [], settledUntil)
    const entry = (before.get(key) ?? after.get(key))?.[0]
    if (entry === undefined || isSameDays(oldDays, newDays)) return []
    return [{ entry, before: oldDays, after: newDays }]
  })
}

function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return groups
}
