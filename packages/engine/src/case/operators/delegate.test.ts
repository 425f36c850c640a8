import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const helper = 'D02-handler-1'

const drawn = workflow({
  check: task('sign', { data: { edit: ['area'], need: ['area'] } }),
  sign: task('=closed', { separateFrom: ['check'] }),
})

describe('delegated work', () => {
  test('is done by the helper and comes back: the owner must still decide', () => {
    const kase = new SmallCase(drawn, { data: { area: 90 } })
    kase.act('check', 'delegate', one, { to: helper })
    expect(kase.task('check').people).toEqual([helper])
    kase.act('check', 'go', helper, { opinion: '面积属实' })
    expect(kase.open).toEqual(['check'])
    expect(kase.task('check').people).toEqual([one])
    expect(kase.act('check', 'go', one).open).toEqual(['sign'])
  })

  test('moves nothing by a refusal of the helper', () => {
    const joint = workflow({
      check: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      }),
    })
    const kase = new SmallCase(joint).act('check', 'delegate', one, { to: helper })
    kase.act('check', 'object', helper)
    expect(kase.task('check').people).toEqual([one, two])
    expect(kase.act('check', 'agree', one).act('check', 'agree', two).open).toEqual([])
  })

  test.each([1, 2, 3, 5])('returns to its owner from %i levels deep', (depth) => {
    const chain = Array.from(
      { length: depth },
      (_, level) => `D0${2 + (level % 3)}-handler-${1 + Math.floor(level / 3)}`,
    )
    const kase = new SmallCase(drawn, { data: { area: 90 } })
    let holder = one
    for (const next of chain) {
      kase.act('check', 'delegate', holder, { to: next })
      holder = next
    }
    for (const person of [...chain].reverse()) {
      expect(kase.task('check').people).toEqual([person])
      kase.act('check', 'go', person)
    }
    expect(kase.task('check').people).toEqual([one])
    expect(kase.act('check', 'go', one).open).toEqual(['sign'])
  })

  test('counts as having worked on the step: the helper may not sign it later', () => {
    const apart = workflow({
      check: task('sign'),
      sign: task('=closed', { by: { duty: 'D02' }, separateFrom: ['check'] }),
    })
    const kase = new SmallCase(apart).act('check', 'delegate', one, { to: helper })
    kase.act('check', 'go', helper).act('check', 'go', one)
    expect(kase.refuse('sign', 'go', helper)).toMatchObject({
      kind: 'separated-step',
      from: 'check',
    })
  })

  test('is not taken by who is asked already, has left, or is kept apart', () => {
    const kase = new SmallCase(drawn).act('check', 'delegate', one, { to: helper })
    const refused = (by: string, to: string) => kase.refuse('check', 'delegate', by, { to })
    expect(refused(helper, helper)).toMatchObject({ because: 'already-asked' })
    expect(refused(helper, one)).toMatchObject({ because: 'already-asked' })
    expect(refused(helper, 'nobody')).toMatchObject({ because: 'not-staff' })
    expect(refused(two, 'D02-handler-2')).toEqual({
      kind: 'not-for-you',
      task: 'check#1',
      by: two,
      asked: [helper],
    })
  })

  test('needs a helper', () => {
    expect(new SmallCase(drawn).refuse('check', 'delegate', one)).toEqual({
      kind: 'unknown-operator-argument',
      action: 'delegate',
      missing: 'to',
    })
  })

  test('is called back by whoever delegated it', () => {
    const kase = new SmallCase(drawn, { data: { area: 90 } })
    kase.act('check', 'delegate', one, { to: helper })
    expect(kase.refuse('check', 'remove-signer', head, { to: helper })).toEqual({
      kind: 'cannot-take-off',
      task: 'check#1',
      person: helper,
      because: 'not-yours',
      by: [one],
    })
    kase.act('check', 'remove-signer', one, { to: helper })
    expect(kase.task('check').people).toEqual([one])
  })
})
