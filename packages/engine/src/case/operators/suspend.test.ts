import { describe, expect, test } from 'vitest'
import type { Step } from '../../model/step.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const water = 'D02-handler-1'
const mayor = 'mayor-1'
const hearing = { reason: '依法听证', ground: 'hearing', basis: 'F01 art.45' }
const waiting = { reason: '等待另案结果', ground: 'other-case', basis: 'A' }

const policies = { operators: { suspend: { by: { post: 'mayor' } } } }
const limit = { value: 3, unit: 'working-day', basis: 'A' } as const

function handled(steps: Record<string, Step>) {
  return workflow(
    {
      handle: phase(steps, {
        actions: { terminate: { by: { post: 'mayor' }, result: 'done' } },
        clocks: {
          statutory: { value: 20, unit: 'working-day', basis: 'F01 art.42' },
          promised: { value: 5, unit: 'working-day', basis: 'B' },
        },
      }),
    },
    { policies },
  )
}

const simple = handled({ check: task('sign', { limit }), sign: task('=done') })

const dues = ({ case: { clocks, tasks } }: SmallCase) => [
  clocks['handle.statutory']?.due?.day,
  clocks['handle.promised']?.due?.day,
  tasks['check']?.limit?.due?.day,
]

describe('a phase that stands still', () => {
  test('moves nowhere; the refusal says since when, why, and who may have it go on', () => {
    const kase = new SmallCase(simple).act('handle', 'suspend', mayor, hearing)
    expect(kase.refuse('check', 'go', one)).toEqual({
      kind: 'suspended',
      subject: 'handle#1',
      since: '2026-03-02T09:00:00+08:00',
      ground: 'hearing',
      by: [mayor],
    })
    expect(kase.task('check')).toMatchObject({ actions: [], suspended: { ground: 'hearing' } })
  })

  test('stops limits and clocks, and gives back exactly the days that it stood', () => {
    const kase = new SmallCase(simple)
    expect(dues(kase)).toEqual(['2026-03-30', '2026-03-09', '2026-03-05'])
    kase.act('handle', 'suspend', mayor, hearing)
    expect(dues(kase)).toEqual([undefined, undefined, undefined])
    expect(kase.tick('2026-03-20T09:00:00+08:00').map(({ kind }) => kind)).toEqual([])
    kase.act('handle', 'resume', mayor)
    // From Monday the 2nd to Friday the 20th: fourteen working days.
    expect(dues(kase)).toEqual(['2026-04-17', '2026-03-26', '2026-03-24'])
    expect(kase.act('check', 'go', one).open).toEqual(['sign'])
  })

  test('on another ground leaves the statutory clock running', () => {
    const kase = new SmallCase(simple).act('handle', 'suspend', mayor, waiting)
    expect(dues(kase)).toEqual(['2026-03-30', undefined, undefined])
    expect(kase.tick('2026-04-02T09:00:00+08:00').map(({ subject }) => subject)).toEqual([
      'handle.statutory',
    ])
  })

  test('is ended by an action of its own, which ends the standstill too', () => {
    const kase = new SmallCase(simple).act('handle', 'suspend', mayor, hearing)
    kase.act('handle', 'terminate', mayor)
    expect(kase.case.closedAt).not.toBeNull()
    expect(kase.case.suspensions).toEqual({})
    const stops = Object.values(kase.case.clocks).flatMap((clock) => clock.stops)
    expect(stops.map(({ to }) => to)).toEqual([kase.at, kase.at])
  })

  test('lets be asked, told and urged meanwhile', () => {
    const kase = new SmallCase(simple).act('handle', 'suspend', mayor, hearing)
    kase.act('check', 'urge', '@applicant')
    kase.act('check', 'copy', one, { people: [water] })
    expect(kase.kinds(2)).toEqual(['urged', 'copied'])
  })
})

describe('a step that stands still', () => {
  const joint = handled({
    joint: parallel(
      {
        land: { check: task('=object', { limit }) },
        water: { water: task('=object', { by: { duty: 'D02' } }) },
      },
      {
        exits: [
          { count: 'object', atLeast: 1, early: true, result: 'done' },
          { otherwise: true, result: 'done' },
        ],
      },
    ),
  })

  test('leaves the branch beside it alone', () => {
    const kase = new SmallCase(joint).act('check', 'suspend', mayor, hearing)
    expect(kase.refuse('check', 'go', one).kind).toBe('suspended')
    expect(kase.task('water').suspended).toBeUndefined()
  })

  // Found on a random walk: both standstills of one step end with it.
  test('that stops the clock itself ends both standstills', () => {
    const stopping = handled({
      check: task('sign', {
        stops: { promised: { ground: '鉴定', basis: 'C' } },
      }),
      sign: task('=done'),
    })
    const kase = new SmallCase(stopping).act('check', 'suspend', mayor, hearing)
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('handle', 'terminate', mayor)
    const stops = kase.case.clocks['handle.promised']?.stops ?? []
    expect(stops.map(({ by, to }) => [by, to])).toEqual([
      ['check#1', kase.at],
      ['@suspended:check#1', kase.at],
    ])
  })

  test('is closed with its branch by a veto beside it, and the clock goes on', () => {
    const after = workflow(
      {
        outer: phase(
          {
            joint: parallel(
              {
                land: { check: task('=object') },
                water: { water: task('=object', { by: { duty: 'D02' } }) },
              },
              {
                exits: [
                  { count: 'object', atLeast: 1, early: true, to: 'sum' },
                  { otherwise: true, to: 'sum' },
                ],
              },
            ),
            sum: task('=done'),
          },
          { clocks: { promised: { value: 5, unit: 'working-day', basis: 'B' } } },
        ),
      },
      { policies },
    )
    const kase = new SmallCase(after).act('check', 'suspend', mayor, hearing)
    expect(kase.case.clocks['outer.promised']?.due).toBeNull()
    kase.at = '2026-03-06T09:00:00+08:00'
    kase.act('water', 'go', water)
    expect(kase.open).toEqual(['sum'])
    expect(kase.case.suspensions).toEqual({})
    expect(kase.case.clocks['outer.promised']?.due?.day).toBe('2026-03-12')
  })
})

describe('suspending is refused', () => {
  test('to who is not named, and without reason, ground and basis', () => {
    const kase = new SmallCase(simple)
    expect(kase.refuse('handle', 'suspend', one, hearing)).toMatchObject({
      kind: 'operator-not-allowed',
      asked: [mayor],
    })
    for (const missing of ['reason', 'ground', 'basis'] as const)
      expect(kase.refuse('handle', 'suspend', mayor, { ...hearing, [missing]: '' })).toMatchObject({
        missing,
      })
  })

  test('twice, and resuming what goes on', () => {
    const kase = new SmallCase(simple)
    expect(kase.refuse('handle', 'resume', mayor)).toEqual({
      kind: 'not-suspended',
      subject: 'handle#1',
      suspended: [],
    })
    kase.act('handle', 'suspend', mayor, hearing)
    expect(kase.refuse('handle', 'suspend', mayor, hearing).kind).toBe('suspended')
    expect(kase.refuse('check', 'suspend', mayor, hearing).kind).toBe('suspended')
    expect(kase.refuse('check', 'resume', mayor)).toMatchObject({ suspended: ['handle#1'] })
    expect(kase.refuse('handle', 'resume', one)).toMatchObject({
      kind: 'not-for-you',
      asked: [mayor],
    })
  })
})
