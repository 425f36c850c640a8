import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'

const drawn = workflow({
  draft: task('check'),
  check: task('=closed', { data: { edit: ['area', 'on'], need: ['area', 'on'] } }),
})

describe('a draft', () => {
  test('keeps what is filled in; the step stays open, compulsory facts missing or not', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    kase.act('check', 'save-draft', one, { data: { area: 90 } })
    expect(kase.open).toEqual(['check'])
    expect(kase.case.position.data).toMatchObject({ area: 90 })
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'saved', subject: 'check#1' })
    expect(kase.refuse('check', 'go', one)).toMatchObject({
      kind: 'data-needed',
      fields: ['on'],
    })
    expect(kase.act('check', 'go', one, { data: { on: '2026-03-02' } }).open).toEqual([])
  })

  test('stands in the way of taking the act before it back', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    kase.act('check', 'save-draft', one, { data: { area: 90 } })
    expect(kase.refuse('check', 'take-back', one).kind).toBe('already-touched')
  })

  test('is refused where a fact is not to be filled in here, does not fit, or is missing', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    const refused = (data?: Record<string, boolean | number | string>) =>
      kase.refuse('check', 'save-draft', one, data === undefined ? {} : { data }).kind
    expect(refused({ count: 1 })).toMatch(/field/)
    expect(refused({ area: 'wide' })).toBe('value-does-not-fit')
    expect(refused()).toBe('unknown-operator-argument')
    expect(kase.refuse('check', 'save-draft', 'D02-handler-1', { data: { area: 1 } }).kind).toBe(
      'not-for-you',
    )
  })
})
