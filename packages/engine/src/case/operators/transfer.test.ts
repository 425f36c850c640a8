import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const other = 'D02-handler-1'
const reason = '职责划分'
const check = workflow({ check: task('sign'), sign: task('=closed', { separateFrom: ['check'] }) })

describe('a transfer', () => {
  test('gives the work to another member of staff, who owns it from then on', () => {
    const kase = new SmallCase(check).act('check', 'transfer', one, { to: other, reason })
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'transferred',
      subject: 'check#1',
      command: { to: other, reason },
    })
    expect(kase.task('check').people).toEqual([other])
    expect(kase.refuse('check', 'go', one).kind).toBe('not-for-you')
    expect(kase.act('check', 'go', other).case.position.done['check']?.people).toEqual([other])
  })

  test('keeps the first owner over several hops', () => {
    const kase = new SmallCase(check).act('check', 'claim', one)
    kase.act('check', 'transfer', one, { to: other, reason })
    kase.act('check', 'transfer', other, { to: 'D03-handler-1', reason })
    expect(kase.case.position.open['check']?.seats).toEqual([
      {
        id: 's1',
        group: 0,
        weight: 1,
        line: [{ people: ['D03-handler-1'], owner: [one, two, head] }],
        state: 'open',
      },
    ])
    expect(kase.task('check').people).toEqual(['D03-handler-1'])
  })

  test('may go back to where it came from', () => {
    const kase = new SmallCase(check).act('check', 'transfer', one, { to: other, reason })
    kase.act('check', 'transfer', other, { to: one, reason })
    expect(kase.task('check').people).toEqual([one])
  })

  test('needs a receiver and a reason', () => {
    const kase = new SmallCase(check)
    expect(kase.refuse('check', 'transfer', one, { reason })).toEqual({
      kind: 'unknown-operator-argument',
      action: 'transfer',
      missing: 'to',
    })
    expect(kase.refuse('check', 'transfer', one, { to: other, reason: ' ' })).toMatchObject({
      missing: 'reason',
    })
  })

  test.each([
    ['nobody', 'not-staff'],
    ['constructor', 'not-staff'],
    ['@applicant', 'not-staff'],
    [one, 'already-asked'],
  ] as const)('to %s is refused: %s', (to, because) => {
    expect(new SmallCase(check).refuse('check', 'transfer', one, { to, reason })).toEqual({
      kind: 'cannot-take-over',
      task: 'check#1',
      person: to,
      because,
    })
  })

  test('never to one who is kept apart from the step', () => {
    const kase = new SmallCase(check).act('check', 'go', one)
    expect(kase.refuse('sign', 'transfer', two, { to: one, reason })).toMatchObject({
      kind: 'cannot-take-over',
      because: 'separation',
    })
  })

  test('in a joint signing, never to one who signs already or has signed', () => {
    const joint = workflow({
      joint: {
        kind: 'task',
        by: { duty: 'D01' },
        signing: { rule: 'all' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      },
    })
    const kase = new SmallCase(joint)
    expect(kase.refuse('joint', 'transfer', one, { to: two, reason })).toMatchObject({
      because: 'already-asked',
    })
    kase.act('joint', 'agree', two)
    expect(kase.refuse('joint', 'transfer', one, { to: two, reason })).toMatchObject({
      because: 'already-asked',
    })
    kase.act('joint', 'transfer', one, { to: other, reason })
    expect(kase.case.position.open['joint']?.seats).toHaveLength(3)
    kase.act('joint', 'agree', other).act('joint', 'agree', head)
    expect(kase.case.position.done['joint']?.people).toEqual([other, two, head])
  })

  test('runs the limit on, and touches the step', () => {
    const limited = workflow({
      check: task('=closed', { limit: { value: 5, unit: 'day', basis: 'A' } }),
    })
    const kase = new SmallCase(limited)
    const { due } = kase.task('check')
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('check', 'transfer', one, { to: other, reason })
    expect(kase.task('check').due).toEqual(due)
    expect(kase.case.position.open['check']?.touched).toBe(true)
  })
})
