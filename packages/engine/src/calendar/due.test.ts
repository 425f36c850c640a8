import { describe, expect, test } from 'vitest'
import type { LimitUnit } from '../model/limit.ts'
import { compileCalendar } from './calendar.ts'
import { type Due, dueOf, type RunningLimit } from './due.ts'
import { guangxi, NATIONAL_REGISTER, national } from './sample-calendars.ts'
import type { Standstill } from './standstill.ts'

/** A moment of day `MM-DD` of 2026, or of a full date; at ten in the morning unless said. */
function on(day: string, time = '10:00'): string {
  return `${day.length === 5 ? `2026-${day}` : day}T${time}:00+08:00`
}

function stop(from: string, to?: string): Standstill {
  const instant = (text: string) => (text.includes('T') ? text : on(text))
  return to === undefined ? { from: instant(from) } : { from: instant(from), to: instant(to) }
}

function due(start: string, value: number, unit: LimitUnit, rest: Partial<RunningLimit> = {}): Due {
  const from = start.includes('T') ? start : on(start)
  return dueOf({
    value,
    unit,
    start: from,
    excluded: [],
    calendar: national,
    utcOffset: '+08:00',
    ...rest,
  })
}

const dayOf = (found: Due) => (found.kind === 'due' ? found.day : found.kind)

describe('the test vectors of the domain', () => {
  test.each([
    ['2025-01-20', 20, 'working-day', '2025-02-21', '2025-02-21'],
    ['2025-09-25', 5, 'working-day', '2025-10-09', '2025-10-09'],
    ['2025-09-28', 10, 'working-day', '2025-10-17', '2025-10-17'],
    ['2026-01-30', 20, 'working-day', '2026-03-05', '2026-03-05'],
    ['2026-02-09', 20, 'working-day', '2026-03-13', '2026-03-13'],
    ['2026-02-14', 5, 'working-day', '2026-02-28', '2026-02-28'],
    ['2026-04-10', 10, 'working-day', '2026-04-24', '2026-04-28'],
    ['2026-04-15', 5, 'working-day', '2026-04-22', '2026-04-24'],
    ['2026-04-16', 1, 'working-day', '2026-04-17', '2026-04-21'],
    ['2024-04-08', 10, 'working-day', '2024-04-22', '2024-04-24'],
    ['2023-04-17', 5, 'working-day', '2023-04-23', '2023-04-25'],
    ['2026-04-28', 7, 'working-day', '2026-05-11', '2026-05-11'],
    ['2026-09-18', 10, 'working-day', '2026-10-09', '2026-10-09'],
    ['2026-09-30', 5, 'working-day', '2026-10-13', '2026-10-13'],
    ['2026-02-09', 7, 'day', '2026-02-24', '2026-02-24'],
    ['2026-04-13', 7, 'day', '2026-04-20', '2026-04-21'],
    ['2025-09-24', 10, 'day', '2025-10-09', '2025-10-09'],
    ['2026-01-05', 90, 'day', '2026-04-07', '2026-04-07'],
  ] as const)('%s and %i %s: %s in China, %s in Guangxi', (start, value, unit, china, region) => {
    expect(dayOf(due(start, value, unit))).toBe(china)
    expect(dayOf(due(start, value, unit, { calendar: guangxi }))).toBe(region)
  })

  test.each([
    [
      'accepted 03-02, suspended 03-06, resumed 03-18',
      '03-02',
      stop('03-06', '03-18'),
      '2026-03-26',
    ],
    [
      'accepted 04-13, suspended 04-15, resumed 04-27',
      '04-13',
      stop('04-15', '04-27'),
      '2026-05-11',
    ],
  ])('ten working days, %s', (_, start, standstill, expected) => {
    const excluded = [standstill]
    expect(dayOf(due(start, 10, 'working-day', { excluded }))).toBe(expected)
    expect(dayOf(due(start, 10, 'working-day', { excluded, calendar: guangxi }))).toBe(expected)
  })
})

describe('working days', () => {
  test.each([
    ['a whole working week later', '03-02', 5, '2026-03-09', '2026-03-09'],
    ['a weekend is not counted', '03-06', 1, '2026-03-09', '2026-03-09'],
    ['received on a Saturday: Monday is the first day', '03-07', 1, '2026-03-09', '2026-03-09'],
    ['received on a Sunday: Friday is the fifth day', '03-08', 5, '2026-03-13', '2026-03-13'],
    ['a worked Saturday counts', '02-13', 1, '2026-02-14', '2026-02-14'],
    ['Spring Festival stands between', '02-14', 1, '2026-02-24', '2026-02-24'],
    ['a worked Sunday counts', '2025-01-24', 1, '2025-01-26', '2025-01-26'],
    ['over the eight days of Spring Festival 2025', '2025-01-27', 1, '2025-02-05', '2025-02-05'],
    ['a worked Saturday, then Monday', '2025-02-07', 2, '2025-02-10', '2025-02-10'],
    ['a worked Sunday before Labour Day', '2025-04-25', 5, '2025-05-06', '2025-05-06'],
    ['after National Day comes a worked Saturday', '2025-09-30', 3, '2025-10-11', '2025-10-11'],
    ['over the year’s end to a worked Sunday', '2025-12-31', 1, '2026-01-04', '2026-01-04'],
    ['Mid-autumn takes Friday and the weekend', '09-24', 1, '2026-09-28', '2026-09-28'],
    ['a worked Saturday after National Day', '10-09', 2, '2026-10-12', '2026-10-12'],
    ['the Dragon Boat Friday is off', '06-18', 10, '2026-07-03', '2026-07-03'],
    ['Guangxi 2023: Friday and the worked Sunday off', '2023-04-20', 1, '2023-04-21', '2023-04-24'],
    ['Guangxi 2023: the national make-up day is off', '2023-04-21', 1, '2023-04-23', '2023-04-24'],
    ['Guangxi 2021: the Sunday is the first day', '2021-04-13', 1, '2021-04-14', '2021-04-18'],
    ['Guangxi 2021: Monday is the second day', '2021-04-13', 2, '2021-04-15', '2021-04-19'],
    ['Guangxi 2024: Thursday and Friday off', '2024-04-10', 1, '2024-04-11', '2024-04-15'],
    ['no days: the same day', '03-02', 0, '2026-03-02', '2026-03-02'],
    ['no days from a rest day: the next working day', '03-07', 0, '2026-03-09', '2026-03-09'],
  ])('%s', (_, start, value, china, region) => {
    expect(dayOf(due(start, value, 'working-day'))).toBe(china)
    expect(dayOf(due(start, value, 'working-day', { calendar: guangxi }))).toBe(region)
  })
})

describe('natural days', () => {
  test.each([
    ['a last day at work stays', '03-02', 10, '2026-03-12', '2026-03-12'],
    ['a last day on a Saturday goes to Monday', '03-04', 10, '2026-03-16', '2026-03-16'],
    ['a last day on a worked Saturday stays', '02-04', 10, '2026-02-14', '2026-02-14'],
    ['a last day in Spring Festival goes behind it', '02-13', 3, '2026-02-24', '2026-02-24'],
    ['a last day on the region’s Friday goes to Tuesday', '04-10', 7, '2026-04-17', '2026-04-21'],
    ['a make-up day that Guangxi has off', '2023-04-13', 10, '2023-04-23', '2023-04-24'],
    ['the leap day is a day', '2024-02-19', 10, '2024-02-29', '2024-02-29'],
    ['rest days on the way are counted', '09-28', 14, '2026-10-12', '2026-10-12'],
  ])('%s', (_, start, value, china, region) => {
    expect(dayOf(due(start, value, 'day'))).toBe(china)
    expect(dayOf(due(start, value, 'day', { calendar: guangxi }))).toBe(region)
  })
})

describe('months', () => {
  test.each([
    ['the same day of the month', '01-05', 1, '2026-02-05', '2026-02-05'],
    ['no 31 February: its last day, a worked Saturday', '01-31', 1, '2026-02-28', '2026-02-28'],
    ['the last day of a leap February', '2024-01-31', 1, '2024-02-29', '2024-02-29'],
    ['a year after the leap day', '2024-02-29', 12, '2025-02-28', '2025-02-28'],
    ['half a year from 31 August', '2025-08-31', 6, '2026-02-28', '2026-02-28'],
    ['31 March to 30 April', '03-31', 1, '2026-04-30', '2026-04-30'],
    ['Labour Day goes behind the holiday', '04-01', 1, '2026-05-06', '2026-05-06'],
    ['the region’s holiday goes behind its weekend', '03-17', 1, '2026-04-17', '2026-04-21'],
  ])('%s', (_, start, value, china, region) => {
    expect(dayOf(due(start, value, 'month'))).toBe(china)
    expect(dayOf(due(start, value, 'month', { calendar: guangxi }))).toBe(region)
  })
})

describe('hours run from the moment', () => {
  test.each([
    [
      'through a night into a Saturday',
      '2026-03-06T17:00:00+08:00',
      24,
      [],
      '2026-03-07T17:00:00+08:00',
    ],
    ['through Spring Festival', '2026-02-14T09:00:00+08:00', 72, [], '2026-02-17T09:00:00+08:00'],
    ['written at another offset', '2026-03-02T01:00:00Z', 2, [], '2026-03-02T11:00:00+08:00'],
    ['half an hour', '2026-03-02T09:00:00+08:00', 0.5, [], '2026-03-02T09:30:00+08:00'],
    ['no hours', '2026-03-02T09:00:00+08:00', 0, [], '2026-03-02T09:00:00+08:00'],
    [
      'a standstill is given back to the minute',
      '2026-03-02T09:00:00+08:00',
      24,
      [stop(on('03-02', '10:00'), on('03-02', '15:20'))],
      '2026-03-03T14:20:00+08:00',
    ],
    [
      'overlapping standstills are given back once',
      '2026-03-02T09:00:00+08:00',
      24,
      [
        stop(on('03-02', '12:00'), on('03-02', '15:00')),
        stop(on('03-02', '10:00'), on('03-02', '13:00')),
      ],
      '2026-03-03T14:00:00+08:00',
    ],
    [
      'a standstill that began before the limit',
      '2026-03-02T09:00:00+08:00',
      1,
      [stop(on('03-01'), on('03-02', '11:00'))],
      '2026-03-02T12:00:00+08:00',
    ],
    [
      'a standstill that begins in the last moment: the limit has not run out yet',
      '2026-03-02T09:00:00+08:00',
      1,
      [stop(on('03-02', '10:00'), on('03-02', '12:00'))],
      '2026-03-02T12:00:00+08:00',
    ],
    [
      'a standstill after the limit has run out',
      '2026-03-02T09:00:00+08:00',
      1,
      [stop(on('03-02', '10:01'), on('03-02', '12:00'))],
      '2026-03-02T10:00:00+08:00',
    ],
  ])('%s', (_, start, value, excluded, at) => {
    expect(due(start, value, 'hour', { excluded })).toEqual({
      kind: 'due',
      day: at.slice(0, 10),
      at,
      provisional: false,
    })
  })
})

describe('the last moment', () => {
  test('is the closing of the office on the due day', () => {
    expect(due('03-02', 10, 'working-day', { calendar: guangxi })).toEqual({
      kind: 'due',
      day: '2026-03-16',
      at: '2026-03-16T18:00:00+08:00',
      provisional: false,
    })
  })

  test('is midnight where no office hours are known', () => {
    expect(due('03-02', 10, 'working-day')).toMatchObject({ at: '2026-03-17T00:00:00+08:00' })
  })

  test('of a same-day limit that begins after closing is the next closing', () => {
    expect(due(on('03-06', '18:30'), 0, 'working-day', { calendar: guangxi })).toMatchObject({
      at: '2026-03-09T18:00:00+08:00',
    })
  })

  test('counts from the civil day at the workspace’s offset', () => {
    expect(dayOf(due('2026-03-01T17:00:00Z', 1, 'working-day'))).toBe('2026-03-03')
  })
})

describe('beyond the published years', () => {
  const years = {
    '2027': {
      basis: 'invented for this test',
      off: [{ from: '2027-01-01', to: '2027-01-05' }],
      work: [{ from: '2027-01-09' }],
    },
  }
  const edition2027 = compileCalendar({ ...NATIONAL_REGISTER, edition: 2, years })

  test('twenty working days from 21 December 2026 are provisional until 2027 is published', () => {
    expect(due('12-21', 20, 'working-day')).toMatchObject({ day: '2027-01-19', provisional: true })
    expect(due('12-21', 20, 'working-day', { calendar: edition2027 })).toMatchObject({
      day: '2027-01-20',
      provisional: false,
    })
  })

  test.each([
    ['the last published day', '12-21', 8, 'working-day', '2026-12-31', false],
    ['one day more', '12-21', 9, 'working-day', '2027-01-04', true],
    ['natural days may roll', '12-21', 11, 'day', '2027-01-04', true],
    ['before 2004', '2003-12-29', 5, 'working-day', '2004-01-06', true],
    ['from the eve of 2004', '2003-12-31', 1, 'working-day', '2004-01-02', false],
    ['hours need no calendar', '12-31', 48, 'hour', '2027-01-02', false],
  ] as const)('%s', (_, start, value, unit, day, provisional) =>
    expect(due(start, value, unit)).toMatchObject({ day, provisional }),
  )
})

describe('a value from which no day follows', () => {
  test.each([
    [-1, 'working-day'],
    [2.5, 'working-day'],
    [0.5, 'month'],
    [-1, 'hour'],
    [Number.NaN, 'hour'],
    [Number.POSITIVE_INFINITY, 'hour'],
    [Number.POSITIVE_INFINITY, 'day'],
    [1e15, 'day'],
    [1e15, 'working-day'],
    [1e15, 'month'],
    [1e15, 'hour'],
    [2200, 'month'],
  ] as const)('%d of unit %s is uncountable', (value, unit) =>
    expect(due('03-02', value, unit)).toEqual({ kind: 'uncountable' }),
  )

  test('the furthest day is counted', () => {
    expect(dayOf(due('03-02', 2096, 'month'))).toBe('2200-11-03')
  })

  test('a register without any working day left gives no day', () => {
    const off = [{ from: '2026-03-09', to: '2200-12-31' }]
    const calendar = compileCalendar({ ...NATIONAL_REGISTER, off })
    expect(dayOf(due('03-02', 10, 'working-day', { calendar }))).toBe('uncountable')
    expect(dayOf(due('03-02', 10, 'day', { calendar }))).toBe('uncountable')
  })
})
