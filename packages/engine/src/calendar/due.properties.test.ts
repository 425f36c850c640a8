import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './calendar.ts'
import { addDays, type IsoDate } from './civil-day.ts'
import { type Due, dueOf, type RunningLimit } from './due.ts'
import { compareInstants, formatInstant, millisecondsOf } from './instant.ts'
import { timeLeft } from './left.ts'
import { GUANGXI_REGISTER, guangxi } from './sample-calendars.ts'
import { officeDayOf, type Standstill, union } from './standstill.ts'

const utcOffset = '+08:00'
const minute = 60_000
const origin = millisecondsOf('2025-12-01T00:00:00+08:00')
const moment = (minutes: number) => formatInstant(origin + minutes * minute, utcOffset)

const moments = fc.integer({ min: 0, max: 200 * 1440 }).map(moment)
const standstills: fc.Arbitrary<Required<Standstill>> = fc
  .tuple(fc.integer({ min: 0, max: 200 * 1440 }), fc.integer({ min: 0, max: 20 * 1440 }))
  .map(([from, length]) => ({ from: moment(from), to: moment(from + length) }))

const limits = (units: readonly RunningLimit['unit'][], stops = 4): fc.Arbitrary<RunningLimit> =>
  fc.record({
    value: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom(...units),
    start: moments,
    excluded: fc.array(standstills, { maxLength: stops }),
    calendar: fc.constant(guangxi),
    utcOffset: fc.constant(utcOffset),
  })

const anyLimit = limits(['working-day', 'day', 'hour', 'month'])

function momentOf(due: Due): number {
  if (due.kind !== 'due') throw new Error(due.kind)
  return millisecondsOf(due.at)
}

/** The same rule as a walk over the wall calendar, one day after the other. */
function walkToDue({ value, unit, start, excluded, calendar }: RunningLimit): IsoDate {
  const office = { calendar, utcOffset }
  const stopped = excluded.map(({ from, to = from }) => [
    officeDayOf(from, office),
    officeDayOf(to, office),
  ])
  const runs = (day: IsoDate) => !stopped.some(([from = '', to = '']) => from <= day && day < to)
  let day = value === 0 ? officeDayOf(start, office) : start.slice(0, 10)
  let counted = 0
  while (counted < value || !runs(day) || !calendar.isWorkingDay(day)) {
    day = addDays(day, 1)
    if (runs(day) && (unit === 'day' || calendar.isWorkingDay(day))) counted++
  }
  return day
}

describe('a limit with standstills', () => {
  test('falls due where a walk from day to day arrives', () => {
    fc.assert(
      fc.property(limits(['working-day', 'day']), (limit) => {
        expect(dueOf(limit)).toMatchObject({ kind: 'due', day: walkToDue(limit) })
      }),
      { numRuns: 1000 },
    )
  })

  test('never falls due earlier for a standstill', () => {
    fc.assert(
      fc.property(anyLimit, standstills, (limit, extra) => {
        const stopped = { ...limit, excluded: [...limit.excluded, extra] }
        expect(momentOf(dueOf(stopped))).toBeGreaterThanOrEqual(momentOf(dueOf(limit)))
      }),
      { numRuns: 500 },
    )
  })

  test('never falls due earlier for a standstill that begins earlier or lasts longer', () => {
    fc.assert(
      fc.property(anyLimit, standstills, fc.nat(3000), fc.nat(3000), (limit, inner, a, b) => {
        const outer = {
          from: formatInstant(millisecondsOf(inner.from) - a * minute, utcOffset),
          to: formatInstant(millisecondsOf(inner.to) + b * minute, utcOffset),
        }
        const withStop = (stop: Standstill) => ({ ...limit, excluded: [...limit.excluded, stop] })
        expect(momentOf(dueOf(withStop(outer)))).toBeGreaterThanOrEqual(
          momentOf(dueOf(withStop(inner))),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('counts standstills in any order, and overlapping ones as their union', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const expected = dueOf(limit)
        expect(dueOf({ ...limit, excluded: limit.excluded.toReversed() })).toEqual(expected)
        expect(dueOf({ ...limit, excluded: union(limit.excluded) })).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('in hours takes net time: from start to end less the time it stood still', () => {
    fc.assert(
      fc.property(limits(['hour']), (limit) => {
        const end = momentOf(dueOf(limit))
        const start = millisecondsOf(limit.start)
        let stood = 0
        for (let at = start; at < end; at += minute)
          if (limit.excluded.some(({ from, to = from }) => isWithin(at, from, to))) stood += minute
        expect(end - start - stood).toBe(limit.value * 60 * minute)
      }),
    )
  })

  test('ends on a working day, never before it starts', () => {
    fc.assert(
      fc.property(limits(['working-day', 'day', 'month']), (limit) => {
        const due = dueOf(limit)
        expect(due.kind === 'due' && guangxi.isWorkingDay(due.day)).toBe(true)
        expect(momentOf(due)).toBeGreaterThanOrEqual(millisecondsOf(limit.start))
      }),
    )
  })
})

test('a further rest day never makes a due date earlier', () => {
  const days = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2025-12-01', n))
  fc.assert(
    fc.property(anyLimit, days, (limit, restDay) => {
      const calendar = compileCalendar({
        ...GUANGXI_REGISTER,
        off: [...GUANGXI_REGISTER.off, { from: restDay }],
      })
      expect(momentOf(dueOf({ ...limit, calendar }))).toBeGreaterThanOrEqual(momentOf(dueOf(limit)))
    }),
  )
})

describe('the face of a clock', () => {
  test('never gains time as time goes by, whatever stops and resumes', () => {
    fc.assert(
      fc.property(anyLimit, fc.array(moments, { minLength: 2, maxLength: 12 }), (limit, at) => {
        const left = at.toSorted(compareInstants).map((each) => timeLeft(limit, each).left)
        expect(left).toEqual(left.toSorted((a, b) => b - a))
      }),
      { numRuns: 500 },
    )
  })

  test('is overdue from the first moment after the due moment, and not before', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const due = momentOf(dueOf(limit))
        const state = (at: number) => timeLeft(limit, formatInstant(at, utcOffset)).state
        expect(state(due)).not.toBe('overdue')
        expect(state(due + 1)).toBe('overdue')
      }),
      { numRuns: 500 },
    )
  })
})

function isWithin(at: number, from: string, to: string): boolean {
  return millisecondsOf(from) <= at && at < millisecondsOf(to)
}
