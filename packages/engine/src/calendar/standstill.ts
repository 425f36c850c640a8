import type { Calendar } from './calendar.ts'
import { addDays, type IsoDate } from './civil-day.ts'
import {
  civilDayOf,
  compareInstants,
  type Instant,
  instantAt,
  millisecondsOf,
  type UtcOffset,
} from './instant.ts'

/** A time in which a clock stood still. Without `to` it stands still to this day. */
export interface Standstill {
  readonly from: Instant
  readonly to?: Instant
}

/** From `from` up to but not including `to`; `to` is absent while the standstill is open. */
export interface StoppedSpan<T> {
  readonly from: T
  readonly to?: T
}

interface Office {
  readonly calendar: Calendar
  readonly utcOffset: UtcOffset
}

/** The union in order of time: standstills that overlap or touch become one, empty ones vanish. */
export function union(standstills: readonly Standstill[]): readonly Standstill[] {
  const inOrder = standstills
    .filter(({ from, to }) => to === undefined || compareInstants(from, to) < 0)
    .sort((a, b) => compareInstants(a.from, b.from))
  const merged: Standstill[] = []
  for (const next of inOrder) {
    const last = merged.at(-1)
    if (last === undefined || endsBefore(last, next.from)) merged.push(next)
    else if (endsBefore(last, next.to)) merged[merged.length - 1] = until(last, next.to)
  }
  return merged
}

/** The standstills as they were known at a moment: later ones unknown, running ones still open. */
export function knownAt(standstills: readonly Standstill[], at: Instant): readonly Standstill[] {
  return standstills
    .filter(({ from }) => compareInstants(from, at) <= 0)
    .map((each) =>
      each.to === undefined || compareInstants(each.to, at) <= 0 ? each : { from: each.from },
    )
}

/** The union in milliseconds, for limits that run through nights and rest days. */
export function stoppedTimes(standstills: readonly Standstill[]): readonly StoppedSpan<number>[] {
  return union(standstills).map(({ from, to }) =>
    spanOf(millisecondsOf(from), to === undefined ? undefined : millisecondsOf(to)),
  )
}

/**
 * The union in days: the day it begins stands still, the day it ends counts again. What begins and
 * ends within one office day stops no day.
 */
export function stoppedDays(
  standstills: readonly Standstill[],
  office: Office,
): readonly StoppedSpan<IsoDate>[] {
  return union(standstills).map(({ from, to }) =>
    spanOf(officeDayOf(from, office), to === undefined ? undefined : officeDayOf(to, office)),
  )
}

/**
 * The first day of which any office time is left: the civil day, after closing the next one. A day
 * that has run its full course would otherwise be given back by a standstill that begins in its
 * evening, and a limit could run out at a closing that was over when its clock went on.
 */
export function officeDayOf(instant: Instant, { calendar, utcOffset }: Office): IsoDate {
  const day = civilDayOf(instant, utcOffset)
  const closing = instantAt(day, calendar.closing, utcOffset)
  return compareInstants(instant, closing) > 0 ? addDays(day, 1) : day
}

function endsBefore({ to }: Standstill, moment: Instant | undefined): boolean {
  if (to === undefined) return false
  return moment === undefined || compareInstants(to, moment) < 0
}

function until({ from }: Standstill, to: Instant | undefined): Standstill {
  return to === undefined ? { from } : { from, to }
}

function spanOf<T>(from: T, to: T | undefined): StoppedSpan<T> {
  return to === undefined ? { from } : { from, to }
}
