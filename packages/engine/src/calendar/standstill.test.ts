import { describe, expect, test } from 'vitest'
import type { LimitUnit } from '../model/limit.ts'
import { dueOf } from './due.ts'
import { guangxi } from './sample-calendars.ts'
import type { Standstill } from './standstill.ts'

/** A moment of day `MM-DD` of 2026; at ten in the morning unless said. */
function on(day: string, time = '10:00'): string {
  return `2026-${day}T${time}:00+08:00`
}

/** A standstill from day to day, or from moment to moment; open without an end. */
function stop(from: string, to?: string): Standstill {
  const instant = (text: string) => (text.includes('T') ? text : on(text))
  return to === undefined ? { from: instant(from) } : { from: instant(from), to: instant(to) }
}

function dueDay(
  start: string,
  value: number,
  unit: LimitUnit,
  excluded: readonly Standstill[],
): string {
  const utcOffset = '+08:00'
  const due = dueOf({ value, unit, start: on(start), excluded, calendar: guangxi, utcOffset })
  return due.kind === 'due' ? due.day : due.kind
}

describe('ten working days from 2 March, due on 16 March, with standstills', () => {
  test.each([
    [
      'begun and ended on one day: no day is lost',
      [stop(on('03-06', '09:00'), on('03-06', '16:00'))],
      '2026-03-16',
    ],
    ['a Saturday to Sunday: no working day stood still', [stop('03-07', '03-08')], '2026-03-16'],
    ['a Saturday to Monday: Monday is counted', [stop('03-07', '03-09')], '2026-03-16'],
    ['a Friday to Monday: only Friday stood still', [stop('03-06', '03-09')], '2026-03-17'],
    ['two that overlap are one', [stop('03-06', '03-12'), stop('03-04', '03-10')], '2026-03-24'],
    ['two that overlap, as one', [stop('03-04', '03-12')], '2026-03-24'],
    [
      'one inside another adds nothing',
      [stop('03-04', '03-12'), stop('03-06', '03-09')],
      '2026-03-24',
    ],
    [
      'two apart are both given back',
      [stop('03-04', '03-05'), stop('03-10', '03-12')],
      '2026-03-19',
    ],
    ['one begun before the limit', [stop('02-25', '03-05')], '2026-03-18'],
    ['one over before the limit', [stop('02-25', '02-27')], '2026-03-16'],
    ['one begun on the start day', [stop('03-02', '03-04')], '2026-03-17'],
    ['one begun on the due day', [stop('03-16', '03-20')], '2026-03-20'],
    ['one begun when the limit had run out', [stop('03-17', '03-20')], '2026-03-16'],
    ['one that never ended, begun when the limit had run out', [stop('03-17')], '2026-03-16'],
    [
      'one begun on the evening of the due day',
      [stop(on('03-16', '18:30'), '03-20')],
      '2026-03-16',
    ],
    [
      'one begun in an evening: that day had run',
      [stop(on('03-06', '18:30'), '03-09')],
      '2026-03-16',
    ],
    [
      'one ended in an evening: that day was lost',
      [stop('03-16', on('03-20', '18:30'))],
      '2026-03-23',
    ],
    ['one that ends before it begins is none', [stop('03-06', '03-04')], '2026-03-16'],
    ['one that is still open', [stop('03-06')], 'stopped'],
    ['one open inside one that ended', [stop('03-04', '03-20'), stop('03-06')], 'stopped'],
    ['one open since the due day', [stop('03-16')], 'stopped'],
    ['one over Guangxi’s holiday', [stop('03-10', '04-17')], '2026-04-27'],
  ])('%s', (_, excluded, expected) =>
    expect(dueDay('03-02', 10, 'working-day', excluded)).toBe(expected),
  )
})

describe('natural days and months with standstills', () => {
  test.each([
    [
      'every day that stood still is given back',
      '03-02',
      10,
      'day',
      [stop('03-05', '03-10')],
      '2026-03-17',
    ],
    [
      'the extended last day goes to Monday',
      '03-02',
      10,
      'day',
      [stop('03-05', '03-07')],
      '2026-03-16',
    ],
    [
      'one begun while the last day waits for Monday',
      '03-04',
      10,
      'day',
      [stop('03-15', '03-18')],
      '2026-03-18',
    ],
    [
      'one open while the last day waits for Monday',
      '03-04',
      10,
      'day',
      [stop('03-15')],
      'stopped',
    ],
    [
      'a month is lengthened by its standstill',
      '03-02',
      1,
      'month',
      [stop('03-10', '03-20')],
      '2026-04-13',
    ],
    [
      'no days, standing still on that day',
      '03-02',
      0,
      'day',
      [stop('03-02', '03-05')],
      '2026-03-05',
    ],
  ] as const)('%s', (_, start, value, unit, excluded, expected) =>
    expect(dueDay(start, value, unit, excluded)).toBe(expected),
  )
})
