import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMonths,
  dayNumberOf,
  dayWithNumber,
  formatDays,
  formatInstant,
  formatMonths,
  isDay,
  monthsBetween,
  parseDuration,
  parseInstant,
  weekdayOf,
} from './temporal.ts'

test.each([
  ['0001-01-01', -719_162],
  ['1970-01-01', 0],
  ['2000-02-29', 11_016],
  ['2026-03-10', 20_522],
  ['9999-12-31', 2_932_896],
])('%s is day %d', (day, number) => {
  expect(dayNumberOf(day)).toBe(number)
  expect(dayWithNumber(number)).toBe(day)
})

test('every day has its own number, one more than the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_161, max: 2_932_896 }), (number) => {
      const day = dayWithNumber(number) ?? ''
      expect(isDay(day)).toBe(true)
      expect(dayNumberOf(day)).toBe(number)
      expect(new Date(number * 86_400_000).toISOString().slice(-24, -14)).toBe(day)
    }),
  )
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '0000-01-01', '', '2026-01-01T'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['9999-12-01', 1, null],
])('%s and %d months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

test.each([
  ['2026-01-31', '2026-02-28', 0],
  ['2026-01-15', '2026-02-15', 1],
  ['2026-02-15', '2026-01-16', 0],
  ['2026-02-15', '2026-01-15', -1],
])('from %s to %s are %d whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months)
})

test('10 March 2026 is a Tuesday', () => {
  expect(weekdayOf('2026-03-10')).toBe(2)
})

test.each([
  ['2026-03-10T09:30:00+08:00', 480, '2026-03-10T09:30:00+08:00'],
  ['2026-03-10T01:30:00Z', 480, '2026-03-10T09:30:00+08:00'],
  ['2026-03-10T09:30:00', 480, '2026-03-10T09:30:00+08:00'],
  ['2026-03-10T00:10:00.25+08:00', -210, '2026-03-09T12:40:00.250-03:30'],
])('the instant %s at %d minutes is %s', (text, offset, expected) => {
  expect(formatInstant(parseInstant(text, offset) ?? Number.NaN, offset)).toBe(expected)
})

test.each(['2026-03-10', '2026-03-10T24:00:00Z', '2026-02-30T00:00:00Z', '2026-03-10T09:30Z'])(
  '%s is no instant',
  (text) => {
    expect(parseInstant(text, 0)).toBe(null)
  },
)

test.each([
  ['P3D', { kind: 'days', ms: 259_200_000 }, 'P3D'],
  ['-PT90M', { kind: 'days', ms: -5_400_000 }, '-PT1H30M'],
  ['P1DT1H1M1S', { kind: 'days', ms: 90_061_000 }, 'P1DT1H1M1S'],
  ['PT0S', { kind: 'days', ms: 0 }, 'PT0S'],
  ['P1Y2M', { kind: 'months', months: 14 }, 'P1Y2M'],
  ['-P14M', { kind: 'months', months: -14 }, '-P1Y2M'],
  ['P0M', { kind: 'months', months: 0 }, 'P0M'],
])('the span %s is read and written', (text, span, canonical) => {
  const parsed = parseDuration(text)
  expect(parsed).toEqual(span)
  expect(parsed?.kind === 'days' ? formatDays(parsed.ms) : formatMonths(parsed?.months ?? 1)).toBe(
    canonical,
  )
})

test.each(['P', 'PT', 'P1DT', '3D', 'P1Y3D', 'P1W', 'P-3D', ''])('%s is no span', (text) => {
  expect(parseDuration(text)).toBe(null)
})
