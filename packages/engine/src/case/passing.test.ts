import { describe, expect, test } from 'vitest'
import type { Step, Task } from '../model/step.ts'
import type { Policies } from '../model/workflow.ts'
import { SmallCase, type SmallCaseOptions } from '../testing/small-case.ts'
import { parallel, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const mayor = 'mayor-1'

const applicant = { applicant: { staffId: one }, salts: { '@applicant': 'salt' } }

function drawn(policies: Policies, more: Partial<Task> = {}, then: Record<string, Step> = {}) {
  return workflow(
    {
      draft: task('check', { by: { duty: 'D01', post: 'handler' } }),
      check: task(Object.keys(then)[0] ?? '=closed', {
        by: { duty: 'D02', post: 'handler' },
        skip: 'go',
        ...more,
      }),
      ...then,
    },
    { policies: { escalateTo: 'mayor', ...policies } },
  )
}

function atCheck(policies: Policies, more: Partial<Task> = {}, options: SmallCaseOptions = {}) {
  return new SmallCase(drawn(policies, more), options).act('draft', 'go', two)
}

describe('nobody found to sign 空审批人', () => {
  const vacant = { duties: ['D01'] }

  test('the step stays open and is reported, unless the workflow says otherwise', () => {
    const kase = atCheck({}, {}, vacant)
    expect(kase.open).toEqual(['check'])
    expect(kase.kinds().at(-1)).toBe('nobody-can-act')
  })

  test('another post signs instead, and nothing is reported', () => {
    const kase = atCheck({ emptySigner: 'escalate' }, {}, vacant)
    expect(kase.task('check')).toMatchObject({ people: [mayor], groups: [{ post: 'mayor' }] })
    expect(kase.kinds(2)).toEqual(['reassigned'])
    expect(kase.effects.at(-1)).toMatchObject({ effect: 'notify', people: [mayor] })
  })

  test('whom it was given to keeps it on the days that follow', () => {
    const kase = atCheck({ emptySigner: 'escalate' }, {}, vacant)
    expect(kase.tick('2026-03-04T09:00:00+08:00').map(({ kind }) => kind)).toEqual([])
    expect(kase.task('check')).toMatchObject({ people: [mayor], groups: [{ post: 'mayor' }] })
    expect(kase.act('check', 'go', mayor).open).toEqual([])
  })

  test.each([
    ['each section, one leading', { rule: 'each', lead: 1 }],
    ['a vote that needs three', { rule: 'vote', count: 3 }],
    ['everybody', { rule: 'all' }],
  ] as const)('one signature settles it, drawn for %s', (_, signing) => {
    const joint = {
      by: [{ duty: 'D02' }, { duty: 'D03' }],
      signing,
      actions: { go: { counts: 'for' as const, result: 'closed' } },
    }
    const kase = atCheck({ emptySigner: 'escalate' }, joint, vacant)
    expect(kase.act('check', 'go', mayor).case.closedAt).not.toBeNull()
  })

  test('where the law wants two people, one does not stand in for them', () => {
    const two = { persons: 2, actions: { go: { counts: 'for' as const, result: 'closed' } } }
    const kase = atCheck({ emptySigner: 'escalate' }, two, vacant)
    expect(kase.kinds().at(-1)).toBe('nobody-can-act')
  })

  test('the step is passed by the exit that it names, and by no other', () => {
    const kase = atCheck({ emptySigner: 'skip' }, {}, vacant)
    expect(kase.open).toEqual([])
    expect(kase.case.position.done['check']).toMatchObject({ exit: 'go', people: [] })
    expect(kase.kinds(2)).toEqual(['skipped'])
    const { skip: _, ...plain } = task('=closed', { by: { duty: 'D02' }, skip: 'go' })
    const unnamed = workflow(
      { draft: task('check'), check: plain },
      { policies: { emptySigner: 'skip' } },
    )
    const held = new SmallCase(unnamed, vacant).act('draft', 'go', two)
    expect(held.open).toEqual(['check'])
    expect(held.kinds().at(-1)).toBe('nobody-can-act')
  })

  test('one step after the other, each once', () => {
    const chain = drawn(
      { emptySigner: 'skip' },
      {},
      { sign: task('again', { by: { duty: 'D03' }, skip: 'go' }), again: task('=closed') },
    )
    const kase = new SmallCase(chain, vacant).act('draft', 'go', two)
    expect(kase.open).toEqual(['again'])
    expect(kase.kinds(2)).toEqual(['skipped', 'skipped'])
  })

  test('a circle of such steps is walked once a command, then it waits', () => {
    const circle = workflow(
      {
        draft: task('check'),
        check: task('sign', { by: { duty: 'D02' }, skip: 'go' }),
        sign: task('check', { by: { duty: 'D03' }, skip: 'go' }),
      },
      { policies: { emptySigner: 'skip' } },
    )
    const kase = new SmallCase(circle, vacant).act('draft', 'go', two)
    expect(kase.open).toEqual(['check'])
    expect(kase.kinds(2)).toEqual(['skipped', 'skipped', 'nobody-can-act'])
  })

  test('in two branches at once, each by its own rule', () => {
    const both = workflow(
      {
        draft: task('joint'),
        joint: parallel({
          land: { land: task('=ok', { by: { duty: 'D02' } }) },
          water: { water: task('=ok', { by: { duty: 'D03' }, skip: 'go' }) },
        }),
      },
      { policies: { emptySigner: 'escalate', escalateTo: 'mayor' } },
    )
    const kase = new SmallCase(both, vacant).act('draft', 'go', two)
    expect(kase.kinds(2)).toEqual(['reassigned', 'reassigned'])
    expect([kase.task('land').people, kase.task('water').people]).toEqual([[mayor], [mayor]])
  })
})

describe('the signer is the applicant 审批人=申请人', () => {
  const own = { by: { duty: 'D01', post: 'handler' } } as const

  test('never signs in an own case; alone, another post signs where the workflow says so', () => {
    const kase = new SmallCase(
      workflow(
        { check: task('=closed', { by: { field: 'who' }, skip: 'go' }) },
        {
          fields: { who: { type: 'text' } },
          policies: { sameAsApplicant: 'escalate', escalateTo: 'mayor' },
        },
      ),
      { ...applicant, data: { who: one } },
    )
    expect(kase.task('check').people).toEqual([mayor])
    expect(kase.refuse('check', 'go', one).kind).toBe('not-for-you')
  })

  test('beside colleagues is left out by separation, and nothing is escalated', () => {
    const kase = atCheck({ sameAsApplicant: 'escalate' }, own, applicant)
    expect(kase.task('check').people).toEqual([two])
  })

  test('the step is passed where it names the exit', () => {
    const kase = new SmallCase(
      workflow(
        { check: task('=closed', { by: { field: 'who' }, skip: 'go' }) },
        { fields: { who: { type: 'text' } }, policies: { sameAsApplicant: 'skip' } },
      ),
      { ...applicant, data: { who: one } },
    )
    expect(kase.open).toEqual([])
  })
})

describe('a signer who has agreed before 自动去重', () => {
  const sameDuty = { by: { duty: 'D01', post: 'section-head' } } as const

  function headTwice(policies: Policies, more: Partial<Task> = {}) {
    const twice = workflow(
      {
        draft: task('check', sameDuty),
        check: task('=closed', { ...sameDuty, skip: 'go', ...more }),
      },
      { policies },
    )
    return new SmallCase(twice)
  }
  const head = 'D01-section-head-1'

  test('is asked again by default, and passed where the workflow says so', () => {
    expect(headTwice({}).act('draft', 'go', head).open).toEqual(['check'])
    const kase = headTwice({ repeatedSigner: 'skip' }).act('draft', 'go', head)
    expect(kase.open).toEqual([])
  })

  test('is asked again for another duty: a section may owe two opinions', () => {
    const kase = headTwice({ repeatedSigner: 'skip' }, { by: { post: 'mayor' } })
    expect(kase.act('draft', 'go', head).open).toEqual(['check'])
  })

  test('is asked again after a return', () => {
    const three = workflow(
      {
        draft: task('check', sameDuty),
        check: task('sign', { ...sameDuty, skip: 'go' }),
        sign: task('=closed', { by: { post: 'mayor' } }),
      },
      { policies: { repeatedSigner: 'skip' } },
    )
    const kase = new SmallCase(three).act('draft', 'go', head)
    expect(kase.open).toEqual(['sign'])
    kase.act('sign', 'return', mayor, { to: 'draft', opinion: '重核' })
    kase.act('draft', 'go', head)
    expect(kase.open).toEqual(['sign'])
  })
})
