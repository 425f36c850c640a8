import { describe, expect, test } from 'vitest'
import type { Limit } from '../model/limit.ts'
import type { Wait } from '../model/step.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { smallRegisters } from '../testing/small-county.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

function days(value: number, more: Partial<Limit> = {}): Limit {
  return { value, unit: 'working-day', basis: 'F52a', ...more }
}

function summary(events: ReturnType<SmallCase['tick']>) {
  return events.map(({ kind, subject, effectiveAt }) => [kind, subject, effectiveAt])
}

describe('lateness', () => {
  const three = workflow({
    handle: phase(
      {
        joint: parallel(
          {
            x: { x: task('=ok', { limit: days(3) }) },
            y: { y: task('=ok', { limit: days(1) }) },
          },
          { exits: [{ otherwise: true, result: 'done' }] },
        ),
      },
      { clocks: { promised: { value: 2, unit: 'working-day', basis: 'F31a' } } },
    ),
  })

  test('is noted exactly once, also after downtime over three limits, in the order it fell due', () => {
    const kase = new SmallCase(three)
    const late = '2026-03-20T09:00:00+08:00'
    expect(summary(kase.tick(late))).toEqual([
      ['overdue', 'y#1', '2026-03-03T18:00:00+08:00'],
      ['overdue', 'handle.promised', '2026-03-04T18:00:00+08:00'],
      ['overdue', 'x#1', '2026-03-05T18:00:00+08:00'],
    ])
    expect(kase.ledger.slice(1).every(({ recordedAt }) => recordedAt === late)).toBe(true)
    expect(kase.tick(late)).toEqual([])
    expect(kase.tick('2026-04-20T09:00:00+08:00')).toEqual([])
    expect(kase.case.clocks['handle.promised']?.overdue).toBe(true)
  })

  test('is the same, ticked day by day', () => {
    const kase = new SmallCase(three)
    const seen = [3, 4, 5, 6].flatMap((day) => kase.tick(`2026-03-0${day}T23:00:00+08:00`))
    expect(summary(seen)).toEqual([
      ['overdue', 'y#1', '2026-03-03T18:00:00+08:00'],
      ['overdue', 'handle.promised', '2026-03-04T18:00:00+08:00'],
      ['overdue', 'x#1', '2026-03-05T18:00:00+08:00'],
    ])
  })

  test('at the moment itself the limit has run out, a millisecond before it has not', () => {
    const kase = new SmallCase(three)
    expect(kase.tick('2026-03-03T17:59:59.999+08:00')).toEqual([])
    expect(kase.tick('2026-03-03T18:00:00+08:00')).toHaveLength(1)
  })

  test('what falls due at one moment is in the order of its names', () => {
    const same = workflow({
      joint: parallel(
        { x: { b: task('=ok', { limit: days(1) }) }, y: { a: task('=ok', { limit: days(1) }) } },
        {},
      ),
    })
    const kase = new SmallCase(same)
    expect(kase.tick('2026-03-04T09:00:00+08:00').map(({ subject }) => subject)).toEqual([
      'a#1',
      'b#1',
    ])
  })

  test('of a new round is noted anew', () => {
    const again = workflow({
      draft: task('=closed', { limit: days(1), actions: { again: { to: 'draft' } } }),
    })
    const kase = new SmallCase(again)
    kase.tick('2026-03-04T09:00:00+08:00')
    kase.act('draft', 'again', 'D01-handler-1')
    expect(kase.task('draft').overdue).toBe(false)
    expect(summary(kase.tick('2026-03-06T09:00:00+08:00'))).toEqual([
      ['overdue', 'draft#2', '2026-03-05T18:00:00+08:00'],
    ])
  })
})

describe('lapses one after the other', () => {
  const wait = (next: string, value: number): Wait => ({
    kind: 'wait',
    for: { party: 'applicant' },
    limit: { value, unit: 'day', basis: 'A', expiry: { take: 'go' } },
    answers: { go: { to: next } },
  })
  const chain = workflow({
    first: wait('second', 3),
    second: wait('third', 2),
    third: wait('last', 1),
    last: task('=closed', { limit: days(1) }),
  })

  test('each starts where the one before ran out, however late the host wakes', () => {
    const kase = new SmallCase(chain)
    expect(summary(kase.tick('2026-03-31T09:00:00+08:00'))).toEqual([
      ['expired', 'first#1', '2026-03-05T18:00:00+08:00'],
      // The second day is a Saturday: it rolls to the Monday.
      ['expired', 'second#1', '2026-03-09T18:00:00+08:00'],
      ['expired', 'third#1', '2026-03-10T18:00:00+08:00'],
      ['overdue', 'last#1', '2026-03-11T18:00:00+08:00'],
    ])
    expect(kase.case.tasks['last']?.openedAt).toBe('2026-03-10T18:00:00+08:00')
  })

  test('a step that a lapse opens is given to those in office today', () => {
    const kase = new SmallCase(chain)
    const registers = smallRegisters({ duties: ['D01'] })
    const left = {
      ...registers.people,
      edition: 2,
      people: Object.fromEntries(
        Object.entries(registers.people.people).map(([id, person]) => [
          id,
          id === 'D01-handler-1'
            ? { ...person, holds: person.holds.map((held) => ({ ...held, to: '2026-03-20' })) }
            : person,
        ]),
      ),
    }
    const next = { ...registers, people: left }
    kase.learn(next).tick('2026-03-31T09:00:00+08:00')
    expect(kase.task('last').people).toEqual(['D01-handler-2', 'D01-section-head-1'])
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'reassigned', subject: 'last#1' })
  })
})

describe('when the host should wake', () => {
  test('is the first thing that falls due, lights and lapses alike', () => {
    const two = workflow({
      handle: phase(
        { draft: task('=done', { limit: days(5) }) },
        { clocks: { promised: { value: 3, unit: 'working-day', basis: 'F31a' } } },
      ),
    })
    const kase = new SmallCase(two)
    expect(kase.engine.nextDue(kase.case)).toBe('2026-03-05T18:00:00+08:00')
    kase.tick('2026-03-05T18:00:00+08:00')
    expect(kase.engine.nextDue(kase.case)).toBe('2026-03-09T18:00:00+08:00')
    kase.tick('2026-03-09T18:00:00+08:00')
    expect(kase.engine.nextDue(kase.case)).toBeNull()
  })

  test('is never, for a case without limits or a closed one', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    expect(kase.engine.nextDue(kase.case)).toBeNull()
    kase.act('only', 'go', 'D01-handler-1')
    expect(kase.engine.nextDue(kase.case)).toBeNull()
  })
})

describe('a tick', () => {
  test('with nothing due gives nothing and changes nothing', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    const before = kase.case
    expect(kase.tick('2026-03-02T17:00:00+08:00')).toEqual([])
    expect(kase.case).toBe(before)
    expect(kase.case.recordedAt).toBe(MONDAY)
  })

  test('never goes back in time', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    expect(kase.engine.tick(kase.case, '2026-03-02T08:59:59+08:00')).toEqual({
      ok: false,
      error: { kind: 'time-went-back', at: '2026-03-02T08:59:59+08:00', last: MONDAY },
    })
    expect(kase.engine.tick(kase.case, 'yesterday')).toMatchObject({
      error: { kind: 'bad-instant' },
    })
  })

  test('of another release is refused', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    const other = new SmallCase(workflow({ only: task('=closed', { stage: 'issue' }) }))
    expect(other.engine.tick(kase.case, MONDAY)).toEqual({
      ok: false,
      error: {
        kind: 'other-release',
        release: kase.release.hash,
        given: other.release.hash,
      },
    })
  })
})

describe('limits that no day follows from', () => {
  const byField = workflow(
    { draft: task('=closed', { limit: { ...days(1), value: 'n', from: 'on' } }) },
    { fields: { n: { type: 'number' }, on: { type: 'date' } } },
  )

  test.each([
    [{}],
    [{ n: -1 }],
    [{ n: 1.5 }],
    [{ n: 200_000 }],
    [{ n: 9_000_000_000_000 }],
    [{ n: 5, on: '0001-01-01' }],
    [{ n: 5, on: '1899-12-31' }],
    [{ n: 5, on: '9999-12-31' }],
  ])('do not start, and stop nobody: %j', (data) => {
    const kase = new SmallCase(byField, { data })
    expect(kase.case.tasks['draft']?.limit).toBeUndefined()
    expect(kase.task('draft')).toMatchObject({ due: null, overdue: false })
    expect(kase.engine.nextDue(kase.case)).toBeNull()
    expect(kase.act('draft', 'go', 'D01-handler-1').case.closedAt).toBe(kase.at)
  })

  test('others count from the day that the field names', () => {
    const kase = new SmallCase(byField, { data: { n: 3, on: '2026-03-03' } })
    expect(kase.task('draft').due).toMatchObject({ day: '2026-03-06' })
    const hours = workflow({
      draft: task('=closed', { limit: { ...days(1), unit: 'hour', value: 1.5 } }),
    })
    expect(new SmallCase(hours).task('draft').due).toMatchObject({
      at: '2026-03-02T10:30:00+08:00',
    })
  })
})
