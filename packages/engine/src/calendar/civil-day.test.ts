import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  FIRST_DAY,
  LAST_DAY,
  NotADay,
  parseDay,
  weekday,
} from './civil-day.ts'

const anyDay = fc.integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) }).map(dayOfNumber)

describe('the door for days', () => {
  test.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])(
    '%s is a day',
    (text) => expect(parseDay(text)).toEqual({ ok: true, value: text }),
  )

  test.each([
    ['2026-02-29', 'impossible-day'],
    ['1900-02-29', 'impossible-day'],
    ['2100-02-29', 'impossible-day'],
    ['2200-02-29', 'impossible-day'],
    ['2026-04-31', 'impossible-day'],
    ['2026-13-01', 'impossible-day'],
    ['2026-00-10', 'impossible-day'],
    ['2026-01-00', 'impossible-day'],
    ['2026-1-5', 'not-a-day'],
    ['2026/01/05', 'not-a-day'],
    ['20260105', 'not-a-day'],
    [' 2026-01-05', 'not-a-day'],
    ['2026-01-05\n', 'not-a-day'],
    ['2026-01-05T09:00:00+08:00', 'not-a-day'],
    ['２０２６-01-05', 'not-a-day'],
    ['', 'not-a-day'],
    ['1899-12-31', 'day-out-of-range'],
    ['2201-01-01', 'day-out-of-range'],
  ])('%j is refused: %s', (text, kind) =>
    expect(parseDay(text)).toEqual({ ok: false, error: { kind, text } }),
  )
})

describe('arithmetic of days', () => {
  test('walking from 1900 to 2200 meets every day once, in order, weekday after weekday', () => {
    let day = FIRST_DAY
    let days = 1
    while (day !== LAST_DAY) {
      const next = addDays(day, 1)
      if (!(next > day && weekday(next) === (weekday(day) % 7) + 1 && parseDay(next).ok))
        expect.unreachable(`${day} is followed by ${next}`)
      day = next
      days++
    }
    expect(days).toBe(301 * 365 + 73)
  })

  test.each([
    ['1900-01-01', 1],
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['2026-02-14', 6],
    ['2026-09-20', 7],
  ])('the weekday of %s is %i', (day, expected) => expect(weekday(day)).toBe(expected))

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %i months is %s', (day, months, expected) =>
    expect(addMonths(day, months)).toBe(expected),
  )

  test('days between are what was added', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, until) => {
        expect(addDays(from, daysBetween(from, until))).toBe(until)
      }),
    )
  })

  test('text that is no day does not pass into arithmetic', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(NotADay)
    expect(() => addDays(LAST_DAY, 1)).toThrow(NotADay)
    expect(() => addDays('2026-02-03', Number.NaN)).toThrow(NotADay)
    expect(() => addMonths('2026-02-03', 12_000)).toThrow(NotADay)
  })
})
