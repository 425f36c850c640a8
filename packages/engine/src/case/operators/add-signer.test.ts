import { describe, expect, test } from 'vitest'
import type { Signing } from '../../model/step.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const guest = 'D02-handler-1'
const other = 'D02-handler-2'

function signed(rule: Signing['rule'], more: Partial<Signing> = {}) {
  return workflow({
    draft: task('check'),
    check: task('=closed', {
      by: { duty: 'D01', post: 'handler' },
      signing: { rule, ...more },
      actions: {
        agree: { counts: 'for', result: 'closed' },
        object: { counts: 'against', to: 'draft' },
      },
    }),
  })
}

function opened(rule: Signing['rule'], more: Partial<Signing> = {}): SmallCase {
  return new SmallCase(signed(rule, more)).act('draft', 'go', one)
}

const asked = (kase: SmallCase) => kase.task('check').people

describe('a signer added', () => {
  test('before: speaks first, and the work comes back', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest, other], where: 'before' })
    expect(asked(kase)).toEqual([guest, other])
    kase.act('check', 'agree', other).act('check', 'agree', guest)
    expect(asked(kase)).toEqual([one])
    expect(kase.act('check', 'agree', one).open).toEqual([])
  })

  test('after: is asked once the own word is given', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'after' })
    expect(asked(kase)).toEqual([one])
    kase.act('check', 'agree', one)
    expect(asked(kase)).toEqual([guest])
    expect(kase.act('check', 'agree', guest).open).toEqual([])
  })

  test('beside: both must agree, in any order', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'beside' })
    expect(asked(kase)).toEqual([one, guest])
    kase.act('check', 'agree', guest)
    expect(kase.act('check', 'agree', one).open).toEqual([])
  })

  test.each(['before', 'beside', 'after'] as const)('%s: refuses for the seat', (where) => {
    const kase = opened('single').act('check', 'add-signer', one, { people: [guest], where })
    if (where === 'after') kase.act('check', 'agree', one)
    expect(kase.act('check', 'object', guest).open).toEqual(['draft'])
  })

  test('to 或签 leaves it 或签: the other signer alone may settle it', () => {
    const kase = opened('any')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    expect(asked(kase)).toEqual([guest, two])
    expect(kase.act('check', 'agree', two).open).toEqual([])
  })

  test('to a vote changes neither total nor threshold', () => {
    const kase = opened('vote', { share: 1 })
    kase.act('check', 'add-signer', one, { people: [guest, other], where: 'after' })
    kase.act('check', 'agree', two).act('check', 'agree', one)
    expect(asked(kase)).toEqual([guest, other])
    kase.act('check', 'agree', guest)
    expect(kase.act('check', 'agree', other).open).toEqual([])
  })

  test('in order keeps the order: the second signer waits for those added to the first', () => {
    const kase = opened('in-order')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'after' })
    kase.act('check', 'agree', one)
    expect(asked(kase)).toEqual([guest])
    kase.act('check', 'agree', guest)
    expect(asked(kase)).toEqual([two])
  })

  test('may add others in turn', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    kase.act('check', 'add-signer', guest, { people: [other], where: 'before' })
    expect(asked(kase)).toEqual([other])
    kase.act('check', 'agree', other).act('check', 'agree', guest)
    expect(asked(kase)).toEqual([one])
  })

  test('is gone with the step when the case goes back, and is not asked in the next round', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    kase.act('check', 'return', guest, { to: 'draft', opinion: '补正' })
    kase.act('draft', 'go', two)
    expect(asked(kase)).toEqual([one, two])
  })

  test('comes back straight with the words spoken so far', () => {
    const kase = opened('single')
    kase.act('check', 'add-signer', one, { people: [guest, other], where: 'before' })
    kase.act('check', 'agree', other)
    kase.act('check', 'return', guest, { to: 'draft', opinion: '补正', then: 'straight-back' })
    kase.act('draft', 'go', two)
    expect(asked(kase)).toEqual([guest])
    kase.act('check', 'agree', guest)
    expect(kase.act('check', 'agree', one).open).toEqual([])
  })
})

describe('nobody is added', () => {
  test('twice, or who is asked already', () => {
    const kase = opened('all')
    kase.act('check', 'add-signer', one, { people: [guest], where: 'before' })
    const refused = (by: string, people: readonly string[]) =>
      kase.refuse('check', 'add-signer', by, { people, where: 'after' })
    for (const person of [one, two, guest])
      expect(refused(guest, [other, person])).toMatchObject({ person, because: 'already-asked' })
    expect(refused(guest, ['nobody'])).toMatchObject({ because: 'not-staff' })
  })

  test('by an adviser, who has no word that counts', () => {
    const kase = opened('single').act('check', 'delegate', one, { to: guest })
    expect(
      kase.refuse('check', 'add-signer', guest, { people: [other], where: 'before' }),
    ).toMatchObject({ kind: 'operator-not-allowed', asked: [] })
  })

  test('where the workflow forbids it, or keeps it for somebody', () => {
    const base = signed('single')
    const forbidden = { ...base, policies: { operators: { 'add-signer': false as const } } }
    const kept = { ...base, policies: { operators: { 'add-signer': { by: { post: 'mayor' } } } } }
    const adding = { people: [guest], where: 'before' as const }
    for (const [drawn, asked] of [
      [forbidden, []],
      [kept, ['mayor-1']],
    ] as const) {
      const kase = new SmallCase(drawn).act('draft', 'go', one)
      expect(kase.refuse('check', 'add-signer', one, adding)).toEqual({
        kind: 'operator-not-allowed',
        action: 'add-signer',
        step: 'check',
        asked,
      })
    }
  })

  test('without saying whom and where', () => {
    const kase = opened('single')
    const missing = (details: object) => kase.refuse('check', 'add-signer', one, details)
    expect(missing({ where: 'before' })).toMatchObject({ missing: 'people' })
    expect(missing({ people: [], where: 'before' })).toMatchObject({ missing: 'people' })
    expect(missing({ people: [guest] })).toMatchObject({ missing: 'where' })
  })
})
