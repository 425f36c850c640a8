import { fail, ok, type Result } from '../model/result.ts'
import {
  type DayFault,
  dayNumber,
  dayOfNumber,
  FIRST_DAY,
  type IsoDate,
  LAST_DAY,
  parseDay,
  twoDigits,
} from './civil-day.ts'

/** An RFC 3339 moment with an explicit offset: `2026-03-02T09:00:00+08:00`. Does not sort as text. */
export type Instant = string

/** `+08:00` or `Z`. A workspace has one; there is no zone database. */
export type UtcOffset = string

/** A time of day, `00:00` to `24:00`; `24:00` is the midnight that ends the day. */
export type TimeOfDay = string

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Milliseconds = number

export type InstantFault =
  | DayFault
  | { readonly kind: 'not-an-instant'; readonly text: string }
  | { readonly kind: 'missing-offset'; readonly text: string }
  | { readonly kind: 'impossible-offset'; readonly text: string }
  | { readonly kind: 'impossible-time'; readonly text: string }
  | { readonly kind: 'leap-second'; readonly text: string }

/** Text that was never checked reached the arithmetic of time: a bug of the caller. */
export class NotAnInstant extends RangeError {
  override readonly name = 'NotAnInstant'
  readonly fault: InstantFault

  constructor(fault: InstantFault) {
    super(`${fault.kind}: ${fault.text}`)
    this.fault = fault
  }
}

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/** One day of room at both ends, so that every instant has a civil day at every offset. */
const EARLIEST = dayNumber(FIRST_DAY) * DAY + DAY
const LATEST = dayNumber(LAST_DAY) * DAY

/** Length of a date and a time to the second. */
const SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/
const OFFSET = /^([+-])(\d{2}):(\d{2})$/
const TIME = /^(\d{2}):(\d{2})$/

/**
 * The door for moments. An offset must stand in the text; a leap second is refused, because no
 * civil time follows from it. Fractions finer than a millisecond are dropped.
 */
export function parseInstant(text: string): Result<Instant, InstantFault> {
  const read = momentOf(text)
  return read.ok ? ok(text) : read
}

/** The door for offsets: `+08:00`, `Z`. `-00:00` is refused, it says that the offset is unknown. */
export function parseUtcOffset(text: string): Result<UtcOffset, InstantFault> {
  const read = readOffset(text)
  return read.ok ? ok(text) : read
}

/** Moments read before: a case asks for the same few at every step. Bounded, and no part of any answer. */
const readBefore = new Map<Instant, Milliseconds>()
const MOST_READ = 4096

/** @throws NotAnInstant */
export function millisecondsOf(instant: Instant): Milliseconds {
  return trusted(momentOf(instant))
}

function momentOf(text: string): Result<Milliseconds, InstantFault> {
  const known = readBefore.get(text)
  if (known !== undefined) return ok(known)
  const read = readInstant(text)
  if (!read.ok) return read
  if (readBefore.size >= MOST_READ) readBefore.clear()
  readBefore.set(text, read.value)
  return read
}

/** The moment as text at the workspace's offset; milliseconds only when there are any. */
export function formatInstant(moment: Milliseconds, utcOffset: UtcOffset): Instant {
  const local = moment + offsetOf(utcOffset)
  const day = Math.floor(local / DAY)
  const ofDay = local - day * DAY
  const hour = twoDigits(Math.floor(ofDay / HOUR))
  const minute = twoDigits(Math.floor(ofDay / MINUTE) % 60)
  const second = twoDigits(Math.floor(ofDay / 1000) % 60)
  const fraction = ofDay % 1000
  const tail = fraction === 0 ? '' : `.${`${fraction}`.padStart(3, '0')}`
  return `${dayOfNumber(day)}T${hour}:${minute}:${second}${tail}${utcOffset}`
}

/** The same moment as text at the workspace's offset. @throws NotAnInstant */
export function atOffset(instant: Instant, utcOffset: UtcOffset): Instant {
  const moment = millisecondsOf(instant)
  const isWritten = instant.endsWith(utcOffset) && instant.length === SECONDS + utcOffset.length
  return isWritten ? instant : formatInstant(moment, utcOffset)
}

/** The day on the wall calendar of the office. */
export function civilDayOf(instant: Instant, utcOffset: UtcOffset): IsoDate {
  if (instant.endsWith(utcOffset) && readBefore.has(instant)) return instant.slice(0, 10)
  return dayOfNumber(Math.floor((millisecondsOf(instant) + offsetOf(utcOffset)) / DAY))
}

/** Negative when `a` is earlier, whatever offsets the two are written at. */
export function compareInstants(a: Instant, b: Instant): number {
  return millisecondsOf(a) - millisecondsOf(b)
}

/** `24:00` gives the first moment of the next day. */
export function instantAt(day: IsoDate, time: TimeOfDay, utcOffset: UtcOffset): Instant {
  const minutes = trusted(readTime(time))
  const midnight = dayNumber(day) * DAY - offsetOf(utcOffset)
  return minutes === 1440
    ? formatInstant(midnight + DAY, utcOffset)
    : `${day}T${time}:00${utcOffset}`
}

/** Absolute hours: nights and rest days pass like any other time. */
export function addHours(instant: Instant, hours: number, utcOffset: UtcOffset): Instant {
  return formatInstant(millisecondsOf(instant) + Math.round(hours * HOUR), utcOffset)
}

function readInstant(text: string): Result<Milliseconds, InstantFault> {
  const match = INSTANT.exec(text)
  if (!match) return fail({ kind: 'not-an-instant', text })
  const [, date = '', hour, minute, second, fraction = '', offset] = match
  if (offset === undefined) return fail({ kind: 'missing-offset', text })
  const day = parseDay(date)
  if (!day.ok) return fail({ ...day.error, text })
  if (second === '60') return fail({ kind: 'leap-second', text })
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return fail({ kind: 'impossible-time', text })
  const shift = readOffset(offset)
  if (!shift.ok) return fail({ ...shift.error, text })
  const clock = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const moment = dayNumber(day.value) * DAY + clock + milliseconds - shift.value
  if (moment < EARLIEST || moment >= LATEST) return fail({ kind: 'day-out-of-range', text })
  return ok(moment)
}

function readOffset(text: string): Result<Milliseconds, InstantFault> {
  if (text === 'Z') return ok(0)
  const match = OFFSET.exec(text)
  if (!match || text === '-00:00' || Number(match[2]) > 23 || Number(match[3]) > 59)
    return fail({ kind: 'impossible-offset', text })
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE
  return ok(match[1] === '-' ? -size : size)
}

/** Minutes since midnight. */
function readTime(text: TimeOfDay): Result<number, InstantFault> {
  const match = TIME.exec(text)
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2])
  if (!match || Number(match[2]) > 59 || minutes > 1440)
    return fail({ kind: 'impossible-time', text })
  return ok(minutes)
}

/** There are not many offsets, and a workspace has one. */
const offsets = new Map<UtcOffset, Milliseconds>()

function offsetOf(utcOffset: UtcOffset): Milliseconds {
  const known = offsets.get(utcOffset)
  if (known !== undefined) return known
  const offset = trusted(readOffset(utcOffset))
  offsets.set(utcOffset, offset)
  return offset
}

function trusted<T>(read: Result<T, InstantFault>): T {
  if (!read.ok) throw new NotAnInstant(read.error)
  return read.value
}
