import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './calendar.ts'
import { addDays, addMonths, NotADay } from './civil-day.ts'
import { GUANGXI_REGISTER, guangxi, NATIONAL_REGISTER, national } from './sample-calendars.ts'

const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2003-06-01', days))

function workingDaysByMonth(year: number, calendar = national): readonly number[] {
  return Array.from({ length: 12 }, (_, month) => {
    const eve = addDays(addMonths(`${year}-01-01`, month), -1)
    return calendar.workingDaysBetween(eve, addDays(addMonths(addDays(eve, 1), 1), -1))
  })
}

describe('working days of a year', () => {
  test.each([
    ['2025 in all China', 2025, national, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23], 248],
    ['2026 in all China', 2026, national, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], 248],
    ['2026 in Guangxi', 2026, guangxi, [21, 16, 22, 19, 19, 21, 23, 21, 22, 18, 21, 23], 246],
  ] as const)('%s', (_, year, calendar, months, total) => {
    expect(workingDaysByMonth(year, calendar)).toEqual(months)
    expect(calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(total)
  })
})

describe('what a day is', () => {
  test.each([
    ['an ordinary Monday', '2026-03-02', { kind: 'working' }],
    ['the first published working day', '2004-01-02', { kind: 'working' }],
    ['the last published day', '2026-12-31', { kind: 'working' }],
    ['a Saturday', '2026-03-07', { kind: 'weekend' }],
    ['New Year', '2026-01-01', { kind: 'holiday', title: { zh: '元旦', en: "New Year's Day" } }],
    [
      'a Sunday inside a holiday',
      '2026-02-22',
      { kind: 'holiday', title: { zh: '春节', en: 'Spring Festival' } },
    ],
    [
      'a worked Saturday',
      '2026-02-14',
      { kind: 'make-up', title: { zh: '春节', en: 'Spring Festival' } },
    ],
  ])('%s', (_, day, kind) => expect(national.dayKind(day)).toEqual({ ...kind, provisional: false }))

  test('the region’s holiday is a rest day in the region only', () => {
    expect(national.isWorkingDay('2026-04-17')).toBe(true)
    expect(guangxi.dayKind('2026-04-17')).toEqual({
      kind: 'holiday',
      title: { zh: '壮族三月三', en: 'Sanyuesan' },
      provisional: false,
    })
  })

  test('the region’s overlay prevails over a national make-up day', () => {
    expect(national.dayKind('2023-04-23').kind).toBe('make-up')
    expect(guangxi.dayKind('2023-04-23').kind).toBe('holiday')
  })

  test('a region may work on a Sunday that the nation has off', () => {
    expect(national.isWorkingDay('2021-04-18')).toBe(false)
    expect(guangxi.isWorkingDay('2021-04-18')).toBe(true)
  })

  test('a day worked inside a run off is worked, as in the notice of 2017', () => {
    const calendar = compileCalendar({
      ...NATIONAL_REGISTER,
      off: [{ from: '2026-07-06', to: '2026-07-10' }],
      work: [{ from: '2026-07-08' }],
    })
    expect(calendar.isWorkingDay('2026-07-07')).toBe(false)
    expect(calendar.isWorkingDay('2026-07-08')).toBe(true)
  })

  test('a day outside 1900 to 2200 has no answer', () => {
    expect(() => national.isWorkingDay('1899-12-31')).toThrow(NotADay)
    expect(() => national.isWorkingDay('2026-02-30')).toThrow(NotADay)
    expect(() => national.addWorkingDays('2200-12-01', 60)).toThrow(NotADay)
  })
})

describe('beyond what is published', () => {
  test('weekends and the holidays of fixed date are computed, lunar ones are not known', () => {
    const rest = ['2027-01-01', '2028-05-01', '2028-05-02', '2027-10-01', '2029-10-02']
    expect(rest.map((day) => national.dayKind(day))).toEqual(
      rest.map(() => expect.objectContaining({ kind: 'holiday', provisional: true })),
    )
    expect(national.dayKind('2027-02-08')).toEqual({ kind: 'working', provisional: true })
    expect(national.dayKind('2027-05-03')).toEqual({ kind: 'working', provisional: true })
    expect(national.dayKind('2027-01-02')).toEqual({ kind: 'weekend', provisional: true })
  })

  test('before 2004 only weekends are known', () => {
    expect(national.publishedFrom).toBe('2004-01-01')
    expect(national.dayKind('2003-10-01')).toEqual({ kind: 'working', provisional: true })
    expect(national.dayKind('2003-10-04')).toEqual({ kind: 'weekend', provisional: true })
  })

  test('a region’s day off in an unpublished year holds, and stays provisional', () => {
    const off = [{ from: '2027-04-09' }]
    const calendar = compileCalendar({ ...NATIONAL_REGISTER, off })
    expect(calendar.dayKind('2027-04-09')).toEqual({ kind: 'holiday', provisional: true })
  })

  test('a year published since ends the provisional answers of that year', () => {
    const years = { '2027': { off: [{ from: '2027-01-01', to: '2027-01-03' }], work: [] } }
    const calendar = compileCalendar({ ...NATIONAL_REGISTER, edition: 2, years })
    expect(calendar.publishedUntil).toBe('2027-12-31')
    expect(calendar.dayKind('2027-02-08')).toEqual({ kind: 'working', provisional: false })
    expect(calendar.dayKind('2027-10-01')).toEqual({ kind: 'working', provisional: false })
    expect(calendar.dayKind('2028-01-03').provisional).toBe(true)
  })

  test('a year published after a gap does not cover the gap', () => {
    const years = { '2028': { off: [{ from: '2028-01-03' }], work: [] } }
    const calendar = compileCalendar({ ...NATIONAL_REGISTER, years })
    expect(calendar.publishedUntil).toBe('2026-12-31')
    expect(calendar.dayKind('2028-01-03')).toEqual({ kind: 'holiday', provisional: true })
  })

  test('the register’s own statement of a bundled year prevails over the bundle', () => {
    const years = { '2026': { off: [], work: [] } }
    const calendar = compileCalendar({ ...NATIONAL_REGISTER, years })
    expect(calendar.isWorkingDay('2026-01-01')).toBe(true)
    expect(calendar.publishedUntil).toBe('2026-12-31')
  })
})

describe('what a calendar says of itself', () => {
  test('its edition, and the national table that it was compiled with', () => {
    expect(guangxi.edition).toBe(4)
    expect(guangxi.national).toBe('chinese-days@1.5.7')
  })

  test('a day closes with the last office hours, without office hours at midnight', () => {
    expect(guangxi.closing).toBe('18:00')
    expect(national.closing).toBe('24:00')
    expect(compileCalendar({ ...GUANGXI_REGISTER, officeHours: { spans: [] } }).closing).toBe(
      '24:00',
    )
  })
})

describe('counting and adding agree', () => {
  test('as many working days lie between as were added, and the last is a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (from, n) => {
        const day = guangxi.addWorkingDays(from, n)
        expect(guangxi.workingDaysBetween(from, day)).toBe(n)
        expect(guangxi.isWorkingDay(day)).toBe(true)
      }),
    )
  })

  test('adding what was counted leads to the last working day that was counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (after, days) => {
        const until = addDays(after, days)
        const n = guangxi.workingDaysBetween(after, until)
        const reached = guangxi.addWorkingDays(after, n)
        expect(reached <= until).toBe(true)
        expect(guangxi.workingDaysBetween(reached, until)).toBe(0)
      }),
    )
  })

  test.each([
    ['2026-03-09', -1, '2026-03-06'],
    ['2026-03-08', -1, '2026-03-06'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-01-04', -2, '2025-12-30'],
  ])('a reminder for %s, %i working days ahead, falls on %s', (day, n, expected) =>
    expect(national.addWorkingDays(day, n)).toBe(expected),
  )

  test('an earlier day is never a negative count away', () => {
    expect(national.workingDaysBetween('2026-03-10', '2026-03-02')).toBe(0)
    expect(national.workingDaysBetween('2026-03-02', '2026-03-02')).toBe(0)
  })
})
