import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const check = workflow({ check: task('=closed') })

describe('giving back', () => {
  test('opens the work again to all who were asked', () => {
    const kase = new SmallCase(check).act('check', 'claim', one).act('check', 'give-back', one)
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'given-back', subject: 'check#1' })
    expect(kase.task('check').people).toEqual([one, two, head])
    expect(kase.act('check', 'claim', two).task('check').people).toEqual([two])
  })

  test('needs a claim', () => {
    expect(new SmallCase(check).refuse('check', 'give-back', one)).toEqual({
      kind: 'not-claimed',
      task: 'check#1',
      by: one,
    })
  })

  test('is for the claimer', () => {
    const kase = new SmallCase(check).act('check', 'claim', one)
    expect(kase.refuse('check', 'give-back', two)).toMatchObject({
      kind: 'not-for-you',
      asked: [one],
    })
  })
})
