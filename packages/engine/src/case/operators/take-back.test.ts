import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { parallel, task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const chain = workflow({
  draft: task('check'),
  check: task('sign', { actions: { note: {} } }),
  sign: task('=closed'),
})

describe('taking back', () => {
  test('undoes the own last move: the step opens again as a new round', () => {
    const kase = new SmallCase(chain).act('draft', 'go', one)
    kase.act('check', 'take-back', one)
    expect(kase.open).toEqual(['draft'])
    expect(kase.task('draft').task).toBe('draft#2')
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'taken-back', subject: 'check#1' })
    expect(kase.case.lastMove).toBeNull()
  })

  test('is for the last actor only', () => {
    const kase = new SmallCase(chain).act('draft', 'go', one)
    expect(kase.refuse('check', 'take-back', two)).toEqual({
      kind: 'nothing-to-take-back',
      by: two,
      lastBy: one,
    })
    kase.act('check', 'go', two)
    expect(kase.refuse('sign', 'take-back', one)).toEqual({
      kind: 'nothing-to-take-back',
      by: one,
      lastBy: two,
    })
  })

  test('is refused before anything was done, and a second time', () => {
    const kase = new SmallCase(chain)
    expect(kase.refuse('draft', 'take-back', one)).toEqual({
      kind: 'nothing-to-take-back',
      by: one,
      lastBy: null,
    })
    kase.act('draft', 'go', one).act('check', 'take-back', one)
    expect(kase.refuse('draft', 'take-back', one).kind).toBe('nothing-to-take-back')
  })

  test.each([
    ['said something', 'note', {}],
    ['claimed it', 'claim', {}],
    ['passed it on', 'transfer', { to: 'D02-handler-1', reason: '忙' }],
  ])('is refused once somebody has %s', (_, action, details) => {
    const kase = new SmallCase(chain).act('draft', 'go', one).act('check', action, two, details)
    const refusal = kase.refuse('check', 'take-back', one)
    expect(['already-touched', 'nothing-to-take-back']).toContain(refusal.kind)
    if (refusal.kind === 'already-touched') expect(refusal.step).toBe('check')
  })

  test('a newer directory does not touch a step', () => {
    const kase = new SmallCase(chain).act('draft', 'go', one)
    kase.tick('2026-03-04T09:00:00+08:00')
    expect(kase.act('check', 'take-back', one).open).toEqual(['draft'])
  })

  test('of a move that opened a joint review takes back the whole of it', () => {
    const review = workflow({
      draft: task('joint'),
      joint: parallel({ x: { x: task('=ok') }, y: { y: task('=ok') } }),
    })
    const kase = new SmallCase(review).act('draft', 'go', one)
    kase.act('y', 'take-back', one)
    expect(kase.open).toEqual(['draft'])
    const touched = new SmallCase(review).act('draft', 'go', one).act('y', 'claim', two)
    expect(touched.refuse('x', 'take-back', one)).toEqual({ kind: 'already-touched', step: 'y' })
  })

  test('of the last answer of a review asks that branch again, the others stand', () => {
    const review = workflow({
      joint: parallel(
        { x: { x: task('=ok') }, y: { y: task('=ok') } },
        { exits: [{ otherwise: true, to: 'sign' }] },
      ),
      sign: task('=closed'),
    })
    const kase = new SmallCase(review).act('x', 'go', one).act('y', 'go', two)
    kase.act('sign', 'take-back', two)
    expect(kase.open).toEqual(['y'])
    expect(kase.act('y', 'go', two).open).toEqual(['sign'])
  })

  test('is refused where the move opened nothing', () => {
    const review = workflow({
      joint: parallel({ x: { x: task('=ok') }, y: { y: task('=ok') } }),
    })
    const kase = new SmallCase(review).act('x', 'go', one)
    expect(kase.refuse('y', 'take-back', one)).toEqual({
      kind: 'nothing-to-take-back',
      by: one,
      lastBy: one,
    })
  })

  test('never crosses an outcome', () => {
    const decided = workflow({
      decide: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'print', outcome: 'granted' } },
      },
      print: task('=closed'),
    })
    const kase = new SmallCase(decided).act('decide', 'go', one)
    expect(kase.refuse('print', 'take-back', one)).toEqual({
      kind: 'crosses-outcome',
      to: 'decide',
      outcome: 'granted',
    })
  })

  test('never goes over what the law has done since', () => {
    const lapsing = workflow({
      draft: task('joint'),
      joint: parallel(
        {
          x: {
            x: {
              kind: 'wait',
              for: { party: 'applicant' },
              limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'lapse' } },
              answers: { lapse: { result: 'ok' } },
            },
          },
          y: { y: task('=ok') },
        },
        {},
      ),
    })
    const kase = new SmallCase(lapsing).act('draft', 'go', one)
    kase.tick('2026-03-04T09:00:00+08:00')
    expect(kase.open).toEqual(['y'])
    expect(kase.refuse('y', 'take-back', one)).toEqual({
      kind: 'nothing-to-take-back',
      by: one,
      lastBy: null,
    })
  })

  test('is no return to be counted', () => {
    const limited = { ...chain, policies: { returns: { max: 1 } } }
    const kase = new SmallCase(limited)
    for (const _ of [1, 2, 3]) kase.act('draft', 'go', one).act('check', 'take-back', one)
    kase.act('draft', 'go', one)
    kase.act('check', 'return', two, { to: 'draft', opinion: '不符' })
    expect(kase.open).toEqual(['draft'])
    expect(kase.case.position.returns).toEqual({ draft: 1 })
  })

  test('is allowed where returns are not', () => {
    const none = { ...chain, policies: { returns: { targets: 'none' as const } } }
    const kase = new SmallCase(none).act('draft', 'go', one)
    expect(kase.task('check').returns).toEqual([])
    expect(kase.act('check', 'take-back', one).open).toEqual(['draft'])
  })

  test('an applicant who submitted may take it back', () => {
    const applied = workflow({
      apply: { kind: 'task', by: { party: 'applicant' }, actions: { go: { to: 'check' } } },
      check: task('=closed'),
    })
    const kase = new SmallCase(applied).act('apply', 'go', '@applicant')
    expect(kase.act('check', 'take-back', '@applicant').open).toEqual(['apply'])
  })
})
