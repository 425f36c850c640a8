import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addHours,
  atOffset,
  civilDayOf,
  compareInstants,
  formatInstant,
  instantAt,
  millisecondsOf,
  NotAnInstant,
  parseInstant,
  parseUtcOffset,
} from './instant.ts'

describe('the door for moments', () => {
  test.each([
    '2026-03-02T09:00:00+08:00',
    '2026-03-02T01:00:00Z',
    '2026-03-02T09:00:00.5+08:00',
    '2026-03-02T09:00:00.123456789-03:30',
    '2024-02-29T23:59:59+14:00',
  ])('%s is a moment', (text) => expect(parseInstant(text)).toEqual({ ok: true, value: text }))

  test.each([
    ['2026-03-02T09:00:00', 'missing-offset'],
    ['2026-03-02T09:00:00.250', 'missing-offset'],
    ['2026-02-29T09:00:00+08:00', 'impossible-day'],
    ['2026-13-01T09:00:00Z', 'impossible-day'],
    ['2026-03-02T24:00:00+08:00', 'impossible-time'],
    ['2026-03-02T09:60:00+08:00', 'impossible-time'],
    ['2026-03-02T09:00:61+08:00', 'impossible-time'],
    ['2016-12-31T23:59:60Z', 'leap-second'],
    ['2026-03-02T09:00:00+24:00', 'impossible-offset'],
    ['2026-03-02T09:00:00+08:60', 'impossible-offset'],
    ['2026-03-02T09:00:00-00:00', 'impossible-offset'],
    ['1899-12-31T09:00:00Z', 'day-out-of-range'],
    ['1900-01-01T00:00:00+08:00', 'day-out-of-range'],
    ['2200-12-31T23:00:00-10:00', 'day-out-of-range'],
    ['2026-03-02', 'not-an-instant'],
    ['2026-03-02 09:00:00+08:00', 'not-an-instant'],
    ['2026-03-02T09:00+08:00', 'not-an-instant'],
    ['2026-03-02T09:00:00+0800', 'not-an-instant'],
    ['2026-03-02t09:00:00z', 'not-an-instant'],
    ['2026-03-02T09:00:00.+08:00', 'not-an-instant'],
    ['2026-03-02T09:00:00+08:00 ', 'not-an-instant'],
  ])('%j is refused: %s', (text, kind) =>
    expect(parseInstant(text)).toEqual({ ok: false, error: { kind, text } }),
  )

  test.each(['+08:00', 'Z', '-03:30', '+00:00'])('%s is an offset', (text) =>
    expect(parseUtcOffset(text)).toEqual({ ok: true, value: text }),
  )

  test.each(['08:00', '+8:00', '+0800', 'Asia/Shanghai', '-00:00', '+24:00', ''])(
    '%j is no offset',
    (text) =>
      expect(parseUtcOffset(text)).toEqual({
        ok: false,
        error: { kind: 'impossible-offset', text },
      }),
  )
})

describe('moments and days', () => {
  test.each([
    ['2026-03-02T23:59:59+08:00', '2026-03-02'],
    ['2026-03-02T16:00:00Z', '2026-03-03'],
    ['2026-03-02T15:59:59.999Z', '2026-03-02'],
    ['2026-02-28T18:00:00-06:00', '2026-03-01'],
    ['1969-12-31T20:00:00Z', '1970-01-01'],
  ])('%s is the office’s %s', (instant, day) => expect(civilDayOf(instant, '+08:00')).toBe(day))

  test.each([
    ['2026-03-02', '18:00', '+08:00', '2026-03-02T18:00:00+08:00'],
    ['2026-03-02', '24:00', '+08:00', '2026-03-03T00:00:00+08:00'],
    ['2026-12-31', '24:00', '-05:00', '2027-01-01T00:00:00-05:00'],
    ['2026-03-02', '00:00', 'Z', '2026-03-02T00:00:00Z'],
  ])('%s at %s%s is %s', (day, time, offset, expected) =>
    expect(instantAt(day, time, offset)).toBe(expected),
  )

  test('order is that of absolute time, not of the text', () => {
    expect(compareInstants('2026-03-02T09:00:00+08:00', '2026-03-02T02:00:00+00:00')).toBeLessThan(
      0,
    )
    expect(compareInstants('2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00Z')).toBe(0)
    expect(compareInstants('2026-03-02T09:00:00.001Z', '2026-03-02T09:00:00Z')).toBeGreaterThan(0)
  })

  test.each([
    ['2026-03-06T17:00:00+08:00', 24, '2026-03-07T17:00:00+08:00'],
    ['2026-03-06T17:00:00Z', 24, '2026-03-08T01:00:00+08:00'],
    ['2026-12-31T23:30:00+08:00', 0.5, '2027-01-01T00:00:00+08:00'],
    ['2026-03-06T17:00:00.25+08:00', 1, '2026-03-06T18:00:00.250+08:00'],
  ])('%s and %d hours is %s', (instant, hours, expected) =>
    expect(addHours(instant, hours, '+08:00')).toBe(expected),
  )

  test('what is written at any offset is read as the same moment', () => {
    const moments = fc.integer({ min: -2_000_000_000_000, max: 7_000_000_000_000 })
    const offsets = fc.constantFrom('+08:00', 'Z', '-03:30', '+14:00', '+23:59', '-23:59')
    fc.assert(
      fc.property(moments, offsets, (moment, offset) => {
        expect(millisecondsOf(formatInstant(moment, offset))).toBe(moment)
      }),
    )
  })

  test.each([
    ['2026-03-02T09:00:00+08:00', '2026-03-02T09:00:00+08:00'],
    ['2026-03-02T09:00:00.250+08:00', '2026-03-02T09:00:00.250+08:00'],
    ['2026-03-02T09:00:00.2509+08:00', '2026-03-02T09:00:00.250+08:00'],
    ['2026-03-02T09:00:00.000+08:00', '2026-03-02T09:00:00+08:00'],
    ['2026-03-02T01:00:00Z', '2026-03-02T09:00:00+08:00'],
    ['2026-03-02T20:00:00Z', '2026-03-03T04:00:00+08:00'],
  ])('%s is written %s in the office', (moment, written) =>
    expect(atOffset(moment, '+08:00')).toBe(written),
  )

  test('text that is no moment does not pass into arithmetic', () => {
    expect(() => millisecondsOf('2026-03-02T09:00:00')).toThrow(NotAnInstant)
    expect(() => instantAt('2026-03-02', '24:01', '+08:00')).toThrow(NotAnInstant)
    expect(() => civilDayOf('2026-03-02T09:00:00Z', 'CST')).toThrow(NotAnInstant)
  })
})
