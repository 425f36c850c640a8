import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const check = workflow({ check: task('sign'), sign: task('=closed') })

describe('claiming', () => {
  test('takes the work: the others of the seat no longer see it', () => {
    const kase = new SmallCase(check).act('check', 'claim', one)
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'claimed', subject: 'check#1' })
    expect(kase.task('check').people).toEqual([one])
    expect(kase.open).toEqual(['check'])
    expect(kase.refuse('check', 'go', two)).toMatchObject({ kind: 'not-for-you', asked: [one] })
    expect(kase.act('check', 'go', one).open).toEqual(['sign'])
  })

  test('is for those asked', () => {
    expect(new SmallCase(check).refuse('check', 'claim', 'D02-handler-1')).toEqual({
      kind: 'not-for-you',
      task: 'check#1',
      by: 'D02-handler-1',
      asked: [one, two, head],
    })
  })

  test('is answered with the name of who was quicker', () => {
    const kase = new SmallCase(check).act('check', 'claim', one)
    const taken = { kind: 'claimed-by-other', task: 'check#1', by: one }
    expect(kase.refuse('check', 'claim', two)).toEqual(taken)
    expect(kase.refuse('check', 'claim', one)).toEqual(taken)
    expect(kase.refuse('check', 'claim', 'D02-handler-1').kind).toBe('not-for-you')
  })

  test('takes one seat of several: the others stay open to all', () => {
    const visit = workflow({
      visit: {
        kind: 'task',
        by: { duty: 'D01' },
        persons: 2,
        actions: {
          go: { counts: 'for', result: 'closed' },
          no: { counts: 'against', result: 'closed' },
        },
      },
    })
    const kase = new SmallCase(visit).act('visit', 'claim', one).act('visit', 'claim', two)
    expect(kase.task('visit').people).toEqual([one, two])
    expect(kase.refuse('visit', 'go', head).kind).toBe('not-for-you')
    kase.act('visit', 'go', two).act('visit', 'go', one)
    expect(kase.case.closedAt).not.toBeNull()
  })

  test('moves neither limit nor round', () => {
    const limited = workflow({
      check: task('=closed', { limit: { value: 5, unit: 'day', basis: 'A' } }),
    })
    const kase = new SmallCase(limited)
    const before = kase.task('check')
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('check', 'claim', one)
    expect(kase.task('check')).toMatchObject({ task: before.task, due: before.due })
  })

  test('is of open tasks only', () => {
    const waiting = workflow({
      told: { kind: 'wait', for: { party: 'applicant' }, answers: { go: { result: 'closed' } } },
    })
    expect(new SmallCase(waiting).refuse('told', 'claim', one)).toEqual({
      kind: 'task-not-open',
      task: 'told',
      open: ['told#1'],
    })
  })

  test('fills in nothing', () => {
    expect(new SmallCase(check).refuse('check', 'claim', one, { data: { area: 1 } })).toEqual({
      kind: 'field-not-editable',
      step: 'check',
      field: 'area',
      editable: [],
    })
  })
})
