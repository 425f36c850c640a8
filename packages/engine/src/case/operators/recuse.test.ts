import { describe, expect, test } from 'vitest'
import type { Task } from '../../model/step.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { parallel, task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const reason = '有利害关系'

// What recusal means for the case is told in case/recusal.test.ts; here, its border cases.
test('in an own case one may step aside, though one may not act', () => {
  const kase = new SmallCase(workflow({ check: task('=closed') }), {
    applicant: { staffId: one },
    salts: { '@applicant': 'salt' },
  })
  kase.act('check', 'recuse', one, { reason })
  expect(kase.case.recused).toEqual([one])
  expect(kase.refuse('check', 'recuse', one, { to: two, reason })).toEqual({
    kind: 'not-for-you',
    task: 'check#1',
    by: one,
    asked: [two, 'D01-section-head-1'],
  })
})

test('every open task that loses its last person is reported', () => {
  const joint = workflow({
    joint: parallel({ x: { b: task('=ok') }, y: { a: task('=ok') } }),
  })
  const kase = new SmallCase(joint, { staff: { handler: 1 } })
  kase.act('a', 'recuse', one, { reason })
  expect(kase.ledger.slice(1).map(({ kind, subject }) => [kind, subject])).toEqual([
    ['recused', 'a#1'],
    ['nobody-can-act', 'a#1'],
    ['nobody-can-act', 'b#1'],
  ])
})

const joint = workflow({
  first: task('joint', {}),
  joint: {
    kind: 'task',
    by: { duty: 'D01', post: 'handler' },
    signing: { rule: 'all' },
    actions: {
      agree: { counts: 'for', result: 'closed' },
      object: { counts: 'against', result: 'closed' },
    },
  },
})

describe('in a joint signing', () => {
  test('the others go on alone', () => {
    const kase = new SmallCase(joint).act('first', 'go', one)
    kase.act('joint', 'recuse', one, { reason })
    expect(kase.kinds(2)).toEqual(['recused', 'reassigned'])
    expect(kase.case.position.open['joint']?.seats).toHaveLength(1)
    expect(kase.act('joint', 'agree', two).case.closedAt).not.toBeNull()
  })

  test('where the others have agreed, it is settled', () => {
    const kase = new SmallCase(joint).act('first', 'go', one).act('joint', 'agree', two)
    kase.act('joint', 'recuse', one, { reason })
    expect(kase.case.position.done['joint']).toMatchObject({ exit: 'agree', people: [two] })
    expect(kase.case.closedAt).toBe(kase.at)
  })

  test('that opens later they have no seat', () => {
    const kase = new SmallCase(joint).act('first', 'recuse', one, { reason })
    kase.act('first', 'go', two)
    expect(kase.kinds(2)).toEqual(['acted', 'reassigned'])
    expect(kase.act('joint', 'agree', two).case.closedAt).not.toBeNull()
  })

  test('the last seat of a section stays, and that nobody can fill it is reported', () => {
    const kase = new SmallCase(joint, { staff: { handler: 1 } }).act('first', 'go', one)
    kase.act('joint', 'recuse', one, { reason })
    expect(kase.kinds(2)).toEqual(['recused', 'nobody-can-act'])
    expect(kase.task('joint')).toMatchObject({ people: [], barred: [one] })
  })

  test('the applicant of an own case has no seat from the start', () => {
    const kase = new SmallCase(joint, {
      applicant: { staffId: one },
      salts: { '@applicant': 'salt' },
    })
    kase.act('first', 'go', two).act('joint', 'agree', two)
    expect(kase.case.closedAt).not.toBeNull()
  })

  test('nor has who accepted the matter, where reviewers must be others', () => {
    const staged = {
      ...joint,
      policies: { separation: [['acceptance', 'review'] as const] },
      steps: {
        first: task('joint', { stage: 'acceptance' }),
        joint: { ...joint.steps['joint'], stage: 'review' } as Task,
      },
    }
    const kase = new SmallCase(staged).act('first', 'go', one)
    expect(kase.kinds(1)).toEqual(['acted', 'reassigned'])
    expect(kase.act('joint', 'agree', two).case.closedAt).not.toBeNull()
  })
})

test('what somebody claimed in several tasks falls back in each', () => {
  const joint = workflow({
    joint: parallel({ x: { b: task('=ok') }, y: { a: task('=ok') } }),
  })
  const kase = new SmallCase(joint).act('b', 'claim', one).act('a', 'claim', one)
  kase.act('a', 'recuse', one, { reason })
  expect(kase.ledger.slice(3).map(({ kind, subject }) => [kind, subject])).toEqual([
    ['recused', 'a#1'],
    ['reassigned', 'a#1'],
    ['reassigned', 'b#1'],
  ])
  expect(kase.task('b').people).toEqual([two, 'D01-section-head-1'])
})

test.each(['nobody', '', '@applicant', '__proto__'])(
  'only staff of the town step aside: %j does not',
  (to) => {
    const kase = new SmallCase(workflow({ check: task('=closed') }))
    expect(kase.refuse('check', 'recuse', one, { to, reason })).toEqual({
      kind: 'cannot-take-over',
      task: 'check#1',
      person: to,
      because: 'not-staff',
    })
    expect(kase.case.recused).toEqual([])
  },
)
