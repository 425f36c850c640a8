import type { LimitUnit } from '../model/limit.ts'
import type { Calendar } from './calendar.ts'
import { addDays, addMonths, daysBetween, FIRST_DAY, type IsoDate } from './civil-day.ts'
import { dayCountOf, remainderOf } from './day-count.ts'
import {
  civilDayOf,
  formatInstant,
  type Instant,
  instantAt,
  millisecondsOf,
  type UtcOffset,
} from './instant.ts'
import {
  officeDayOf,
  type Standstill,
  type StoppedSpan,
  stoppedDays,
  stoppedTimes,
} from './standstill.ts'

/** A limit on its way: how much, from when, and when its clock stood still. */
export interface RunningLimit {
  readonly value: number
  readonly unit: LimitUnit
  readonly start: Instant
  /** In any order; where standstills overlap, nothing is subtracted twice. */
  readonly excluded: readonly Standstill[]
  readonly calendar: Calendar
  readonly utcOffset: UtcOffset
}

export type Due =
  | {
      readonly kind: 'due'
      readonly day: IsoDate
      /** The last moment in time: the day's closing (Civil Code art. 203), for hours the moment. */
      readonly at: Instant
      /** A day counted lies outside the published years. */
      readonly provisional: boolean
    }
  | NoDue

type NoDue =
  /** The clock stands still before the limit has run out: the day follows when it goes on. */
  | { readonly kind: 'stopped' }
  /** No day follows: the value is negative or not whole (hours may be), or leads beyond 2200. */
  | { readonly kind: 'uncountable' }

const STOPPED: NoDue = { kind: 'stopped' }
const UNCOUNTABLE: NoDue = { kind: 'uncountable' }

/** Limits end by this day; the days after it are room for rolling, closing and offsets. */
const HORIZON: IsoDate = '2200-12-01'

/**
 * When a limit runs out, net of the times in which its clock stood still. The start day is not
 * counted (Civil Code art. 201); a limit in days or months never ends on a rest day (art. 203);
 * hours run through nights and rest days. The day on which a standstill begins is not counted, the
 * day on which it ends is. A standstill that begins after the limit has run out changes nothing.
 */
export function dueOf(limit: RunningLimit): Due {
  const { value, unit, start, utcOffset } = limit
  const startDay = civilDayOf(start, utcOffset)
  const isValue = value >= 0 && (unit === 'hour' || Number.isSafeInteger(value))
  if (!isValue || startDay <= FIRST_DAY || startDay > HORIZON) return UNCOUNTABLE
  return unit === 'hour' ? dueByHours(limit) : dueByDays(limit, startDay)
}

/** The length of a limit in days; months are as long as the calendar makes them. */
export function daysOfLimit(
  { value, unit }: Pick<RunningLimit, 'value' | 'unit'>,
  startDay: IsoDate,
): number {
  return unit === 'month' ? daysBetween(startDay, addMonths(startDay, value)) : value
}

function dueByHours({ value, start, excluded, utcOffset }: RunningLimit): Due {
  let cursor = millisecondsOf(start)
  let remaining = Math.round(value * 3_600_000)
  for (const stop of stoppedTimes(excluded)) {
    const running = Math.max(0, stop.from - cursor)
    if (running > remaining) break
    if (stop.to === undefined) return STOPPED
    remaining -= running
    cursor = Math.max(cursor, stop.to)
  }
  const end = cursor + remaining
  if (end > millisecondsOf(instantAt(HORIZON, '24:00', utcOffset))) return UNCOUNTABLE
  const at = formatInstant(end, utcOffset)
  return { kind: 'due', day: civilDayOf(at, utcOffset), at, provisional: false }
}

function dueByDays(limit: RunningLimit, startDay: IsoDate): Due {
  const { calendar, utcOffset } = limit
  const stops = stoppedDays(limit.excluded, limit)
  const last = lastDay(limit, startDay, stops)
  const day = typeof last === 'string' ? openDay(last, calendar, stops) : last
  if (typeof day !== 'string') return day
  const isCovered = day <= calendar.publishedUntil && addDays(startDay, 1) >= calendar.publishedFrom
  return {
    kind: 'due',
    day,
    at: instantAt(day, calendar.closing, utcOffset),
    provisional: !isCovered,
  }
}

/** The day that the count reaches, be it a rest day or not. */
function lastDay(
  limit: RunningLimit,
  startDay: IsoDate,
  stops: readonly StoppedSpan<IsoDate>[],
): IsoDate | NoDue {
  const { value, unit, calendar } = limit
  if (value === 0) return officeDayOf(limit.start, limit)
  if (unit === 'month' && value > monthsBetween(startDay, HORIZON)) return UNCOUNTABLE
  const count = dayCountOf(unit, calendar)
  const whole = { cursor: startDay, days: daysOfLimit(limit, startDay) }
  const rest = remainderOf(count, whole, stops)
  if (rest === null) return STOPPED
  if (rest.days > count.between(rest.cursor, HORIZON)) return UNCOUNTABLE
  return count.add(rest.cursor, rest.days)
}

/** The first day, from `day` on, that is a working day on which the clock does not stand still. */
function openDay(
  day: IsoDate,
  calendar: Calendar,
  stops: readonly StoppedSpan<IsoDate>[],
): IsoDate | NoDue {
  let open: IsoDate | null = workingDayFrom(day, calendar)
  for (const { from, to } of stops) {
    if (open === null || open < from) break
    if (to === undefined) return STOPPED
    if (open < to) open = workingDayFrom(to, calendar)
  }
  return open ?? UNCOUNTABLE
}

function workingDayFrom(day: IsoDate, calendar: Calendar): IsoDate | null {
  if (day <= HORIZON && calendar.isWorkingDay(day)) return day
  return calendar.workingDaysBetween(day, HORIZON) > 0 ? calendar.addWorkingDays(day, 1) : null
}

function monthsBetween(from: IsoDate, until: IsoDate): number {
  const monthOf = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return monthOf(until) - monthOf(from)
}
