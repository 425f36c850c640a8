import { describe, expect, test } from 'vitest'
import type { RunningLimit } from './due.ts'
import { type TimeLeft, timeLeft, UncountableLimit } from './left.ts'
import { guangxi } from './sample-calendars.ts'

const at = (day: string, time = '10:00') => `2026-${day}T${time}:00+08:00`

/** Ten working days from Monday 2 March: the last is Monday 16 March, closing at 18:00. */
const TEN_DAYS: RunningLimit = {
  value: 10,
  unit: 'working-day',
  start: at('03-02'),
  excluded: [],
  calendar: guangxi,
  utcOffset: '+08:00',
}

function face(limit: RunningLimit, moment: string): readonly [TimeLeft['state'], ...number[]] {
  const { state, total, used, left, overdue } = timeLeft(limit, moment)
  return [state, total, used, left, overdue]
}

describe('ten working days', () => {
  test.each([
    ['on the start day nothing is used', at('03-02', '16:00'), ['running', 10, 0, 10, 0]],
    ['the first day is left until closing', at('03-03', '18:00'), ['running', 10, 0, 10, 0]],
    ['after closing the first day is used', at('03-03', '18:01'), ['running', 10, 1, 9, 0]],
    ['a weekend uses nothing', at('03-08'), ['running', 10, 4, 6, 0]],
    ['on the due day one day is left', at('03-16'), ['running', 10, 9, 1, 0]],
    ['at the last closing it is in time', at('03-16', '18:00'), ['running', 10, 9, 1, 0]],
    ['a minute later it is overdue', at('03-16', '18:01'), ['overdue', 10, 10, 0, 0]],
    ['the next working day is the first overdue', at('03-17'), ['overdue', 10, 10, 0, 1]],
    ['a week later', at('03-23'), ['overdue', 10, 10, 0, 5]],
    ['before it starts nothing is used', at('02-27'), ['running', 10, 0, 10, 0]],
  ])('%s', (_, moment, expected) => expect(face(TEN_DAYS, moment)).toEqual(expected))
})

describe('ten working days that stand still from 6 to 18 March', () => {
  const limit = { ...TEN_DAYS, excluded: [{ from: at('03-06'), to: at('03-18') }] }

  test.each([
    ['before it stops, the stop is not known', at('03-06', '09:00'), ['running', 10, 3, 7, 0]],
    ['the day it stops is not used', at('03-06', '20:00'), ['stopped', 10, 3, 7, 0]],
    ['no time passes while it stands still', at('03-17', '20:00'), ['stopped', 10, 3, 7, 0]],
    ['the day it resumes is used at closing', at('03-18', '18:01'), ['running', 10, 4, 6, 0]],
    ['the due day is the later one', at('03-26', '18:01'), ['overdue', 10, 10, 0, 0]],
  ])('%s', (_, moment, expected) => expect(face(limit, moment)).toEqual(expected))
})

describe('other units', () => {
  test('hours are exact, in fractions', () => {
    const limit: RunningLimit = {
      ...TEN_DAYS,
      value: 24,
      unit: 'hour',
      excluded: [{ from: at('03-02', '12:00'), to: at('03-02', '15:00') }],
    }
    expect(face(limit, at('03-02', '16:30'))).toEqual(['running', 24, 3.5, 20.5, 0])
    expect(face(limit, at('03-02', '13:00'))).toEqual(['stopped', 24, 2, 22, 0])
    expect(face(limit, at('03-03', '14:30'))).toEqual(['overdue', 24, 24, 0, 1.5])
  })

  test('natural days run through the weekend; the last one may wait for Monday', () => {
    const limit: RunningLimit = { ...TEN_DAYS, value: 12, unit: 'day' }
    expect(face(limit, at('03-08'))).toEqual(['running', 12, 5, 7, 0])
    expect(face(limit, at('03-15'))).toEqual(['running', 12, 12, 0, 0])
    expect(face(limit, at('03-18'))).toEqual(['overdue', 12, 12, 0, 2])
  })

  test('a month shows the days that it has', () => {
    const limit: RunningLimit = { ...TEN_DAYS, value: 1, unit: 'month' }
    expect(timeLeft(limit, at('03-03'))).toEqual({
      state: 'running',
      unit: 'day',
      total: 31,
      used: 0,
      left: 31,
      overdue: 0,
    })
  })
})

test('a limit that leads to no day has no face', () => {
  expect(() => timeLeft({ ...TEN_DAYS, value: -1 }, at('03-03'))).toThrow(UncountableLimit)
})
