import { describe, expect, test } from 'vitest'
import { MONDAY, SmallCase } from '../../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../../testing/small-workflow.ts'
import type { ActCommand } from '../command.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const LATER = '2026-03-04T09:00:00+08:00'

const limit = { value: 3, unit: 'working-day', basis: 'F31a' } as const
const extend = { value: 5, by: { post: 'mayor' }, times: 1 } as const

const joint = workflow({
  handle: phase(
    {
      draft: task('joint'),
      joint: parallel(
        {
          land: { land: task('survey', { limit }), survey: task('=ok') },
          water: {
            water: task('=ok', {
              by: { duty: 'D02', post: 'handler' },
              limit,
              signing: { rule: 'all' },
              actions: { go: { result: 'ok', counts: 'for' } },
            }),
          },
        },
        { exits: [{ otherwise: true, result: 'done' }] },
      ),
    },
    {
      clocks: {
        statutory: { value: 20, unit: 'working-day', basis: 'F01 art.42', extend },
        promised: { value: 10, unit: 'working-day', basis: 'F31a', extend },
      },
      stage: 'review',
      exits: { done: { result: 'closed' } },
    },
  ),
})

/** A review in which one section of two has begun to sign. */
function underReview(): SmallCase {
  return new SmallCase(joint).act('draft', 'go', head).act('water', 'go', 'D02-handler-1')
}

type Details = Partial<ActCommand>

/** Operators on one person's work in one branch, each with what it needs. */
const onSeats: readonly (readonly [string, Details])[] = [
  ['claim', {}],
  ['transfer', { to: 'D03-handler-1', reason: '出差' }],
  ['recuse', { reason: '亲属' }],
]

describe.each(onSeats)('%s', (action, details) => {
  function operated() {
    const kase = underReview()
    const before = kase.case
    kase.at = LATER
    return { kase: kase.act('land', action, one, details), before }
  }

  test('moves no clock and no limit', () => {
    const { kase, before } = operated()
    expect(kase.case.clocks).toEqual(before.clocks)
    expect(kase.task('land')).toMatchObject({ openedAt: MONDAY, due: { day: '2026-03-05' } })
    expect(kase.task('water').due?.day).toBe('2026-03-05')
  })

  test('leaves the signatures of the other branch', () => {
    const { kase, before } = operated()
    expect(kase.case.position.open['water']).toEqual(before.position.open['water'])
    expect(kase.case.tasks['water']).toEqual(before.tasks['water'])
  })

  test('opens and closes no step, and fills in nothing', () => {
    const { kase, before } = operated()
    expect(kase.open).toEqual(['land', 'water'])
    expect(kase.case.position.trail).toEqual(before.position.trail)
    expect(kase.case.position.done).toEqual(before.position.done)
    expect(kase.case.position.data).toEqual(before.position.data)
    expect(kase.case.documents).toEqual({})
  })

  test('counts as no work in a stage', () => {
    const { kase, before } = operated()
    expect(before.people).toEqual({ review: [head, 'D02-handler-1'] })
    expect(kase.case.people).toEqual(before.people)
  })
})

describe('giving back', () => {
  test('leaves limit, clocks and the other branch as the claim found them', () => {
    const kase = underReview()
    const { clocks, tasks, position } = kase.case
    kase.at = LATER
    kase.act('land', 'claim', one).act('land', 'give-back', one)
    expect(kase.case.clocks).toEqual(clocks)
    expect(kase.case.tasks).toEqual(tasks)
    expect(kase.case.position.open['land']?.seats).toEqual(position.open['land']?.seats)
    expect(kase.case.position.open['water']).toEqual(position.open['water'])
  })

  test('of work that was transferred there is none: it belongs to the receiver', () => {
    const kase = underReview().act('land', 'claim', one)
    kase.act('land', 'transfer', one, { to: two, reason: '出差' })
    expect(kase.refuse('land', 'give-back', two)).toEqual({
      kind: 'not-claimed',
      task: 'land#1',
      by: two,
    })
  })
})

describe('extending', () => {
  test('moves no step, no seat, no limit of a step, and not the other clock', () => {
    const kase = underReview()
    const { clocks, tasks, position } = kase.case
    kase.at = LATER
    kase.act('handle', 'extend', 'mayor-1', { clock: 'promised', reason: '复杂' })
    expect(kase.case.position).toEqual(position)
    expect(kase.case.tasks).toEqual(tasks)
    expect(kase.case.clocks['handle.statutory']).toEqual(clocks['handle.statutory'])
    expect(kase.case.clocks['handle.promised']).toEqual({
      ...clocks['handle.promised'],
      value: 15,
      extensions: 1,
      due: { day: '2026-03-23', at: '2026-03-23T18:00:00+08:00', provisional: false },
    })
  })

  test('does not keep the last actor from taking back', () => {
    const kase = new SmallCase(joint).act('draft', 'go', one)
    kase.act('handle', 'extend', 'mayor-1', { clock: 'promised', reason: '复杂' })
    expect(kase.act('land', 'take-back', one).open).toEqual(['draft'])
  })

  test('each clock may be extended in its turn', () => {
    const kase = underReview()
    for (const clock of ['promised', 'statutory'])
      kase.act('handle', 'extend', 'mayor-1', { clock, reason: '复杂' })
    expect(Object.values(kase.case.clocks).map(({ value }) => value)).toEqual([25, 15])
  })
})

describe('going back', () => {
  test.each([
    ['return', 'draft'],
    ['take-back', undefined],
  ] as const)('%s lets the clocks run on', (action, to) => {
    const kase = new SmallCase(joint).act('draft', 'go', one)
    const { clocks } = kase.case
    kase.at = LATER
    kase.act('land', action, one, to === undefined ? {} : { to, opinion: '补正' })
    expect(kase.open).toEqual(['draft'])
    expect(kase.case.clocks).toEqual(clocks)
  })

  test('inside one branch leaves the other with its signatures', () => {
    const kase = underReview().act('land', 'go', one)
    const { open } = kase.case.position
    kase.act('survey', 'return', one, { to: 'land', opinion: '补测' })
    expect(kase.open).toEqual(['land', 'water'])
    expect(kase.case.position.open['water']).toEqual(open['water'])
    expect(kase.case.tasks['water']?.openedAt).toBe(MONDAY)
  })

  test('gives the step asked again its full limit', () => {
    const kase = underReview().act('land', 'go', one)
    kase.at = LATER
    kase.act('survey', 'return', one, { to: 'land', opinion: '补测' })
    expect(kase.task('land')).toMatchObject({
      task: 'land#2',
      openedAt: LATER,
      due: { day: '2026-03-09' },
    })
  })

  test.each([
    ['claimed it', 'claim', {}],
    ['passed it on', 'transfer', { to: 'D03-handler-1', reason: '出差' }],
  ])('cannot be taken back once somebody has %s', (_, action, details) => {
    const kase = new SmallCase(joint).act('draft', 'go', one).act('land', action, two, details)
    for (const at of ['land', 'water'])
      expect(kase.refuse(at, 'take-back', one)).toEqual({ kind: 'already-touched', step: 'land' })
  })

  test('taking back recalls no document', () => {
    const papers = workflow({
      draft: task('check', { documents: ['拟办意见'] }),
      check: task('=closed'),
    })
    const kase = new SmallCase(papers).act('draft', 'go', one).act('check', 'take-back', one)
    expect(kase.case.documents).toEqual({ 拟办意见: { times: 1, last: MONDAY } })
  })
})
