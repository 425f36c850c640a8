import { describe, expect, test } from 'vitest'
import type { Signing } from '../../model/step.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const guest = 'D02-handler-1'
const other = 'D02-handler-2'

function signed(signing: Signing) {
  return workflow(
    {
      check: task('=closed', {
        by: { duty: 'D01' },
        signing,
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      }),
    },
    { policies: { operators: { 'remove-signer': { by: { post: 'mayor' } } } } },
  )
}

const asked = (kase: SmallCase) => kase.task('check').people

describe('a signer taken off', () => {
  test('by whoever added it, with those that it added in turn', () => {
    const kase = new SmallCase(signed({ rule: 'single' }))
    kase.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    kase.act('check', 'add-signer', guest, { people: [other], where: 'before' })
    kase.act('check', 'remove-signer', one, { to: guest })
    expect(asked(kase)).toEqual([one])
  })

  test('after the own word: the step is settled by it', () => {
    const kase = new SmallCase(signed({ rule: 'single' }))
    kase.act('check', 'add-signer', one, { people: [guest], where: 'after' })
    kase.act('check', 'agree', one)
    expect(kase.act('check', 'remove-signer', one, { to: guest }).case.closedAt).not.toBeNull()
    expect(kase.case.position.done['check']).toMatchObject({ exit: 'agree', people: [one] })
  })

  test('drawn, by whom the workflow names: the step settles anew on the seats left', () => {
    const kase = new SmallCase(signed({ rule: 'all' }))
    kase.act('check', 'agree', one).act('check', 'agree', two)
    expect(kase.refuse('check', 'remove-signer', one, { to: head })).toMatchObject({
      kind: 'cannot-take-off',
      because: 'not-yours',
      by: ['mayor-1'],
    })
    expect(kase.act('check', 'remove-signer', 'mayor-1', { to: head }).open).toEqual([])
  })

  test('is never the last one of a section', () => {
    const kase = new SmallCase(signed({ rule: 'any' }))
    kase.act('check', 'remove-signer', 'mayor-1', { to: one })
    kase.act('check', 'remove-signer', 'mayor-1', { to: two })
    expect(kase.refuse('check', 'remove-signer', 'mayor-1', { to: head })).toMatchObject({
      because: 'last-signer',
    })
    expect(asked(kase)).toEqual([head])
  })

  test('is nobody who has spoken, nor one of a pool', () => {
    const joint = new SmallCase(signed({ rule: 'all' })).act('check', 'agree', one)
    expect(joint.refuse('check', 'remove-signer', 'mayor-1', { to: one })).toMatchObject({
      because: 'has-spoken',
    })
    const single = new SmallCase(signed({ rule: 'single' }))
    expect(single.refuse('check', 'remove-signer', 'mayor-1', { to: one })).toMatchObject({
      because: 'not-asked',
    })
    single.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    single.act('check', 'agree', guest)
    expect(single.refuse('check', 'remove-signer', one, { to: guest })).toMatchObject({
      because: 'has-spoken',
    })
  })

  test('never so that nobody is left who may sign', () => {
    const kase = new SmallCase(signed({ rule: 'any' }))
    kase.act('check', 'recuse', two, { reason: '近亲属' })
    kase.act('check', 'recuse', head, { reason: '近亲属' })
    expect(asked(kase)).toEqual([one])
    expect(kase.refuse('check', 'remove-signer', 'mayor-1', { to: one })).toMatchObject({
      because: 'last-signer',
    })
  })
})
