/** Days, instants and spans for rules: arithmetic on the proleptic Gregorian calendar, no zones. */

export const msPerDay = 86_400_000
const msPerHour = 3_600_000
const msPerMinute = 60_000
const maxYear = 9999

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return isLeap(year) ? 29 : 28
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day that three numbers name, or null when there is none. */
export function dayFrom({ year, month, day }: Civil): string | null {
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12
  if (!isMonth || !Number.isInteger(year) || year < 1 || year > maxYear) {
    return null
  }
  const isOfMonth = Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)
  return isOfMonth ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null
}

export function civilOf(day: string): Civil {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  }
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFrom(civilOf(text)) !== null
}

/**
 * Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its
 * year and the days before a month are a straight line.
 */
export function dayNumberOf(day: string): number {
  const civil = civilOf(day)
  const year = civil.month <= 2 ? civil.year - 1 : civil.year
  const monthFromMarch = (civil.month + 9) % 12
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + civil.day - 1 - 719_468
}

const firstDayNumber = -719_162
const lastDayNumber = 2_932_896

/** The day with that number, or null outside the years 1 to 9999. */
export function dayWithNumber(number: number): string | null {
  if (!Number.isInteger(number) || number < firstDayNumber || number > lastDayNumber) {
    return null
  }
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return dayFrom({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

/** The same day some months on, or the last of that month: 31 January and one month is 28 February. */
export function addMonths(day: string, months: number): string | null {
  const civil = civilOf(day)
  const count = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  return dayFrom({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) })
}

/** Whole months from one day to another, towards zero. */
export function monthsBetween(from: string, to: string): number {
  const a = civilOf(from)
  const b = civilOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  if (months > 0 && b.day < a.day) {
    return months - 1
  }
  return months < 0 && b.day > a.day ? months + 1 : months
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1
}

/** Minutes east of Greenwich in an instant's text; 0 for `Z` or none. */
export function offsetOf(text: string): number {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(text)
  if (found === null) {
    return 0
  }
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return found[1] === '-' ? -minutes : minutes
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/

/**
 * Milliseconds since 1970-01-01T00:00Z of an RFC 3339 text. A text without an offset is read at
 * `offset` minutes. Null when it is no instant; digits after the millisecond are dropped.
 */
export function parseInstant(text: string, offset: number): number | null {
  const found = instantPattern.exec(text)
  if (found === null || !isDay(found[1] ?? '')) {
    return null
  }
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4])]
  if (hour > 23 || minute > 59 || second > 59) {
    return null
  }
  const fraction = Math.floor(Number(`0${found[5] ?? ''}`) * 1000 + 1e-6)
  const minutes = found[6] === undefined ? offset : offsetOf(text)
  const time = hour * msPerHour + (minute - minutes) * msPerMinute + second * 1000 + fraction
  return dayNumberOf(found[1] ?? '') * msPerDay + time
}

/** The civil day of an instant at an offset, and the milliseconds since its midnight. */
export function localDay(
  instant: number,
  offset: number,
): { readonly day: string; readonly time: number } | null {
  const local = instant + offset * msPerMinute
  const day = dayWithNumber(Math.floor(local / msPerDay))
  return day === null ? null : { day, time: local - Math.floor(local / msPerDay) * msPerDay }
}

/** The instant some months on, at the same time of day at that offset. */
export function addMonthsToInstant(instant: number, months: number, offset: number): number | null {
  const local = localDay(instant, offset)
  const day = local === null ? null : addMonths(local.day, months)
  return local === null || day === null
    ? null
    : dayNumberOf(day) * msPerDay + local.time - offset * msPerMinute
}

/** RFC 3339 at an offset; null outside the years 1 to 9999. */
export function formatInstant(instant: number, offset: number): string | null {
  const local = localDay(instant, offset)
  if (local === null) {
    return null
  }
  const hour = pad(Math.floor(local.time / msPerHour), 2)
  const minute = pad(Math.floor((local.time % msPerHour) / msPerMinute), 2)
  const second = pad(Math.floor((local.time % msPerMinute) / 1000), 2)
  const ms = local.time % 1000
  const east = Math.abs(offset)
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(east / 60), 2)}:${pad(east % 60, 2)}`
  return `${local.day}T${hour}:${minute}:${second}${ms === 0 ? '' : `.${pad(ms, 3)}`}${zone}`
}

export type Duration =
  | { readonly kind: 'days'; readonly ms: number }
  | { readonly kind: 'months'; readonly months: number }

/** ISO 8601: years and months, or days and time, never both (DMN keeps the two kinds apart). */
export function parseDuration(text: string): Duration | null {
  const sign = text.startsWith('-') ? -1 : 1
  const months = /^-?P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?$/.exec(text)
  if (months !== null) {
    const count = Number(months[1] ?? 0) * 12 + Number(months[2] ?? 0)
    return { kind: 'months', months: count === 0 ? 0 : sign * count }
  }
  const days =
    /^-?P(?=[\dT])(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(
      text,
    )
  if (days === null) {
    return null
  }
  const ms =
    Number(days[1] ?? 0) * msPerDay +
    Number(days[2] ?? 0) * msPerHour +
    Number(days[3] ?? 0) * msPerMinute +
    Number(days[4] ?? 0) * 1000
  return { kind: 'days', ms: ms === 0 ? 0 : sign * ms }
}

export function formatMonths(months: number): string {
  const count = Math.abs(months)
  const years = Math.floor(count / 12)
  const rest = count % 12
  const text = `${years > 0 ? `${years}Y` : ''}${rest > 0 ? `${rest}M` : ''}`
  return `${months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`
}

export function formatDays(ms: number): string {
  const size = Math.abs(ms)
  const days = Math.floor(size / msPerDay)
  const time = size % msPerDay
  const hours = Math.floor(time / msPerHour)
  const minutes = Math.floor((time % msPerHour) / msPerMinute)
  const seconds = (time % msPerMinute) / 1000
  const clock = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`
  const text = `${days > 0 ? `${days}D` : ''}${clock === '' ? '' : `T${clock}`}`
  return `${ms < 0 ? '-' : ''}P${text === '' ? 'T0S' : text}`
}
