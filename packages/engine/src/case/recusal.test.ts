import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

const handled = workflow({
  handle: phase(
    { check: task('sign'), sign: task('=done') },
    {
      clocks: {
        promised: {
          value: 5,
          unit: 'working-day',
          basis: 'F31a',
          extend: { value: 5, by: { post: 'mayor' }, times: 1 },
        },
      },
      actions: { terminate: { by: { post: 'leader' }, result: 'done' } },
      sides: {
        keep: { opens: { by: { duty: 'D01' } }, start: 'store', steps: { store: task('=rest') } },
      },
    },
  ),
})

function ownCaseOf(staffId: string): SmallCase {
  const applicant = { name: '张三', staffId }
  return new SmallCase(handled, { applicant, salts: { '@applicant': 'salt' } })
}

describe('an own case (SoD6)', () => {
  test('nobody acts in it on a step', () => {
    const kase = ownCaseOf(one)
    expect(kase.refuse('check', 'go', one)).toEqual({
      kind: 'own-case',
      step: 'check',
      by: one,
      others: [two, head],
    })
    expect(kase.task('check')).toMatchObject({ people: [two, head], barred: [one] })
    expect(kase.act('check', 'go', two).open).toEqual(['sign'])
  })

  test('nor on a phase: no ending, no side, no extension', () => {
    const boss = ownCaseOf('leader-1')
    expect(boss.refuse('handle', 'terminate', 'leader-1')).toEqual({
      kind: 'own-case',
      step: 'handle',
      by: 'leader-1',
      others: ['leader-2', 'leader-3'],
    })
    expect(ownCaseOf(one).refuse('handle', 'keep', one)).toMatchObject({ kind: 'own-case' })
    const extending = { clock: 'promised', reason: '复杂' }
    expect(ownCaseOf('mayor-1').refuse('handle', 'extend', 'mayor-1', extending)).toEqual({
      kind: 'own-case',
      step: 'handle',
      by: 'mayor-1',
      others: [],
    })
  })

  test('nor by giving the work away, claiming it or sending it back', () => {
    const kase = ownCaseOf(one)
    const details = { to: 'D02-handler-1', reason: '忙', opinion: '忙' }
    for (const action of ['claim', 'transfer', 'return'])
      expect(kase.refuse('check', action, one, details).kind).toBe('own-case')
    expect(kase.refuse('check', 'transfer', two, { to: one, reason: '忙' }).kind).toBe(
      'cannot-take-over',
    )
  })

  test('where nobody else is left, that is reported as the step opens', () => {
    const applicant = { staffId: one }
    const kase = new SmallCase(handled, {
      applicant,
      salts: { '@applicant': 'salt' },
      staff: { handler: 1 },
    })
    expect(kase.kinds()).toEqual(['opened', 'nobody-can-act'])
    expect(kase.task('check')).toMatchObject({ people: [], unmanned: { because: 'separation' } })
  })
})

describe('recusal', () => {
  const reason = '与申请人是亲属'

  test('who steps aside acts no more in the whole case; the work goes on meanwhile', () => {
    const kase = new SmallCase(handled).act('check', 'recuse', one, { reason })
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'recused',
      subject: 'check#1',
      facts: [{ fact: 'recused', person: one, reason }],
    })
    expect(kase.refuse('check', 'go', one)).toEqual({
      kind: 'is-recused',
      step: 'check',
      by: one,
      others: [two, head],
    })
    kase.act('check', 'go', two)
    expect(kase.task('sign').people).toEqual([two, head])
    expect(kase.refuse('handle', 'keep', one)).toMatchObject({ kind: 'is-recused' })
  })

  test('needs a reason', () => {
    const kase = new SmallCase(handled)
    for (const wrong of [{}, { reason: ' ' }])
      expect(kase.refuse('check', 'recuse', one, wrong)).toEqual({
        kind: 'unknown-operator-argument',
        action: 'recuse',
        missing: 'reason',
      })
  })

  test('somebody asked with them may name them', () => {
    const kase = new SmallCase(handled).act('check', 'recuse', two, { to: one, reason })
    expect(kase.case.recused).toEqual([one])
    expect(kase.task('check').people).toEqual([two, head])
  })

  test('who is not asked may not', () => {
    const kase = new SmallCase(handled)
    expect(kase.refuse('check', 'recuse', 'D02-handler-1', { to: one, reason })).toEqual({
      kind: 'not-for-you',
      task: 'check#1',
      by: 'D02-handler-1',
      asked: [one, two, head],
    })
    expect(kase.refuse('handle', 'recuse', one, { reason }).kind).toBe('task-not-open')
  })

  test('once is enough', () => {
    const kase = new SmallCase(handled).act('check', 'recuse', two, { to: one, reason })
    expect(kase.refuse('check', 'recuse', two, { to: one, reason })).toEqual({
      kind: 'is-recused',
      step: 'check',
      by: one,
      others: [two, head],
    })
  })

  test('work that they had claimed falls back to the others', () => {
    const kase = new SmallCase(handled).act('check', 'claim', one)
    expect(kase.task('check').people).toEqual([one])
    kase.act('check', 'recuse', one, { reason })
    expect(kase.kinds(2)).toEqual(['recused', 'reassigned'])
    expect(kase.task('check').people).toEqual([two, head])
  })

  test('work that they had taken over falls back to its owner', () => {
    const kase = new SmallCase(handled).act('check', 'transfer', one, {
      to: 'D02-handler-1',
      reason: '出差',
    })
    kase.act('check', 'recuse', 'D02-handler-1', { reason })
    expect(kase.task('check').people).toEqual([one, two, head])
  })

  test('where nobody is left, that is reported once', () => {
    const kase = new SmallCase(handled, { staff: { handler: 2 } })
    kase.act('check', 'recuse', one, { reason })
    expect(kase.kinds(1)).toEqual(['recused'])
    kase.act('check', 'recuse', two, { reason })
    expect(kase.kinds(2)).toEqual(['recused', 'nobody-can-act'])
    expect(kase.tick('2026-03-04T09:00:00+08:00')).toEqual([])
  })
})
