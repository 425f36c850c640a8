import type { LimitUnit } from '../model/limit.ts'
import type { Calendar } from './calendar.ts'
import { addDays, daysBetween, type IsoDate } from './civil-day.ts'
import type { StoppedSpan } from './standstill.ts'

/** How a unit counts days: every working day, or every day there is. */
export interface DayCount {
  /** Days in (after, until]; never negative. */
  between(after: IsoDate, until: IsoDate): number
  add(from: IsoDate, days: number): IsoDate
}

type StoppedDays = readonly StoppedSpan<IsoDate>[]

const NATURAL_DAYS: DayCount = {
  between: (after, until) => Math.max(0, daysBetween(after, until)),
  add: addDays,
}

export function dayCountOf(unit: LimitUnit, calendar: Calendar): DayCount {
  if (unit !== 'working-day') return NATURAL_DAYS
  return { between: calendar.workingDaysBetween, add: calendar.addWorkingDays }
}

/** A place in a count: so many days are still to be counted after the cursor. */
export interface Remainder {
  readonly cursor: IsoDate
  readonly days: number
}

/**
 * Walks the count from standstill to standstill until it ends before the next one begins. Returns
 * what is left to count after the last standstill that mattered; null when that one is still open.
 */
export function remainderOf(
  count: DayCount,
  whole: Remainder,
  stops: StoppedDays,
): Remainder | null {
  let { cursor, days } = whole
  for (const stop of stops) {
    const counted = count.between(cursor, addDays(stop.from, -1))
    if (counted >= days) break
    if (stop.to === undefined) return null
    days -= counted
    cursor = later(cursor, addDays(stop.to, -1))
  }
  return { cursor, days }
}

/** Days counted in (after, until], those of standstills left out. */
export function netDays(
  count: DayCount,
  span: { readonly after: IsoDate; readonly until: IsoDate },
  stops: StoppedDays,
): number {
  let net = 0
  let cursor = span.after
  for (const stop of stops) {
    net += count.between(cursor, earlier(addDays(stop.from, -1), span.until))
    if (stop.to === undefined) return net
    cursor = later(cursor, addDays(stop.to, -1))
  }
  return net + count.between(cursor, span.until)
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a
}
