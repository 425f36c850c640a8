import { fail, ok, type Result } from '../model/result.ts'

/** A day of the civil (Gregorian) calendar, `YYYY-MM-DD`, from 1900 to 2200. Sorts as text. */
export type IsoDate = string

/** Days since 1970-01-01. */
export type DayNumber = number

export const FIRST_DAY: IsoDate = '1900-01-01'
export const LAST_DAY: IsoDate = '2200-12-31'

export type DayFault =
  | { readonly kind: 'not-a-day'; readonly text: string }
  | { readonly kind: 'impossible-day'; readonly text: string }
  | { readonly kind: 'day-out-of-range'; readonly text: string }

/** Text that was never checked reached the arithmetic of days: a bug of the caller. */
export class NotADay extends RangeError {
  override readonly name = 'NotADay'
  readonly day: unknown

  constructor(day: unknown) {
    super(`not a day from ${FIRST_DAY} to ${LAST_DAY}: ${day}`)
    this.day = day
  }
}

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const ZERO = '0'.charCodeAt(0)
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The door for days: `2026-02-30` is refused as impossible, `2026-2-3` as no day at all. */
export function parseDay(text: string): Result<IsoDate, DayFault> {
  const parts = partsOf(text)
  if (parts === undefined) return fail({ kind: 'not-a-day', text })
  if (!exists(parts)) return fail({ kind: 'impossible-day', text })
  if (text < FIRST_DAY || text > LAST_DAY) return fail({ kind: 'day-out-of-range', text })
  return ok(text)
}

/** @throws NotADay */
export function dayNumber(day: IsoDate): DayNumber {
  return numberOf(checkedParts(day))
}

/** @throws NotADay when the number lies outside 1900 to 2200 */
export function dayOfNumber(number: DayNumber): IsoDate {
  const { year, month, day } = partsOfNumber(number)
  if (!(year >= 1900 && year <= 2200)) throw new NotADay(number)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** How many days `until` lies after `from`; negative when it lies before. */
export function daysBetween(from: IsoDate, until: IsoDate): number {
  return dayNumber(until) - dayNumber(from)
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day of the month, else the month's last day (Civil Code art. 202). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const from = checkedParts(day)
  const index = from.year * 12 + from.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const last = monthLength(year, month)
  return dayOfNumber(numberOf({ year, month, day: Math.min(from.day, last) }))
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: IsoDate): number {
  return weekdayOfNumber(dayNumber(day))
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

/** Read by hand: days are read at every count, and a pattern takes several times as long. */
function partsOf(text: string): DayParts | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  return year < 0 || month < 0 || day < 0 ? undefined : { year, month, day }
}

/** The number that digits write, or -1 where something else stands. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - ZERO
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

function checkedParts(day: IsoDate): DayParts {
  const parts = partsOf(day)
  if (!parts || !exists(parts) || day < FIRST_DAY || day > LAST_DAY) throw new NotADay(day)
  return parts
}

function exists({ year, month, day }: DayParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/**
 * Years are counted from March, so that the leap day is the last day of a year;
 * 719468 days lie between 0000-03-01 and 1970-01-01.
 */
function numberOf({ year, month, day }: DayParts): DayNumber {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + daysBeforeMarchMonth(marchMonth) + day - 1 - 719_468
}

function partsOfNumber(number: DayNumber): DayParts {
  const days = number + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  const ofYear = ofEra - (yearOfEra * 365 + leapDays)
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return { year, month, day: ofYear - daysBeforeMarchMonth(marchMonth) + 1 }
}

/** From March on, months of 31 30 31 30 31 repeat: 153 days in five months. */
function daysBeforeMarchMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}
