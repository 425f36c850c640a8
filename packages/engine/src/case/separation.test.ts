import { describe, expect, test } from 'vitest'
import type { Task } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

describe('stages (SoD1)', () => {
  const staged = workflow(
    {
      accept: task('review', { stage: 'acceptance' }),
      review: phase(
        { draft: task('check'), check: task('=done') },
        { stage: 'review', exits: { done: { to: 'decide' } } },
      ),
      decide: task('issue', { stage: 'decision' }),
      issue: task('=closed', { stage: 'issue' }),
    },
    { policies: { separation: [['acceptance', 'review', 'decision']] } },
  )

  test('who accepted may not review, and the refusal says who may', () => {
    const kase = new SmallCase(staged).act('accept', 'go', one)
    expect(kase.refuse('draft', 'go', one)).toEqual({
      kind: 'separated-stage',
      step: 'draft',
      by: one,
      stage: 'review',
      from: 'acceptance',
      others: [two, head],
    })
    expect(kase.task('draft')).toMatchObject({ people: [two, head], barred: [one] })
  })

  test('within one stage the same person goes on', () => {
    const kase = new SmallCase(staged).act('accept', 'go', one).act('draft', 'go', two)
    expect(kase.act('check', 'go', two).open).toEqual(['decide'])
    expect(kase.case.people).toEqual({ acceptance: [one], review: [two] })
    expect(kase.refuse('decide', 'go', two)).toMatchObject({ from: 'review', others: [head] })
  })

  test('who sent the case back has spoken in that stage', () => {
    const kase = new SmallCase(staged).act('accept', 'go', one).act('draft', 'go', two)
    kase.act('check', 'go', two).act('decide', 'return', head, { to: 'draft', opinion: '依据不足' })
    expect(kase.case.people).toEqual({ acceptance: [one], review: [two], decision: [head] })
    expect(kase.refuse('draft', 'go', head)).toMatchObject({ stage: 'review', from: 'decision' })
  })

  test('stages outside the list are free', () => {
    const kase = new SmallCase(staged).act('accept', 'go', one).act('draft', 'go', two)
    kase.act('check', 'go', two).act('decide', 'go', head)
    expect(kase.act('issue', 'go', one).case.closedAt).not.toBeNull()
  })

  test('it holds after a return too', () => {
    const kase = new SmallCase(staged).act('accept', 'go', one).act('draft', 'go', two)
    kase.act('check', 'return', two, { to: 'accept', opinion: '材料不全' })
    expect(kase.refuse('accept', 'go', two)).toMatchObject({
      kind: 'separated-stage',
      stage: 'acceptance',
      from: 'review',
    })
    expect(kase.act('accept', 'go', head).open).toEqual(['draft'])
  })

  test('where everybody is kept apart, that is reported', () => {
    const kase = new SmallCase(staged, { staff: { handler: 2 } })
    kase.act('accept', 'go', one).act('draft', 'go', two).act('check', 'go', two)
    expect(kase.kinds().at(-1)).toBe('nobody-can-act')
    expect(kase.ledger.at(-1)).toMatchObject({
      subject: 'decide#1',
      facts: [{ fact: 'unmanned', task: 'decide#1', because: 'separation', gaps: [] }],
    })
    expect(kase.task('decide')).toMatchObject({
      people: [],
      barred: [one, two],
      unmanned: { because: 'separation' },
    })
  })

  test('somebody who acts in one branch may leave another without anybody: reported then', () => {
    const beside = workflow(
      {
        joint: parallel({
          x: { x: task('=ok', { stage: 'review' }) },
          y: { y: task('=ok', { stage: 'decision' }) },
        }),
      },
      { policies: { separation: [['review', 'decision']] } },
    )
    const kase = new SmallCase(beside, { staff: { handler: 1 } })
    expect(kase.kinds()).toEqual(['opened'])
    kase.act('x', 'go', one)
    expect(kase.kinds(1)).toEqual(['acted', 'nobody-can-act'])
    expect(kase.ledger.at(-1)?.subject).toBe('y#1')
    expect(kase.tick('2026-03-05T09:00:00+08:00')).toEqual([])
  })
})

describe('two persons (SoD2)', () => {
  const visit: Task = {
    kind: 'task',
    by: { duty: 'D01' },
    persons: 2,
    actions: {
      submit: { counts: 'for', result: 'closed' },
      fail: { counts: 'against', result: 'closed' },
    },
  }
  const visited = workflow({ visit })

  test('the step moves when the second one has signed', () => {
    const kase = new SmallCase(visited).act('visit', 'submit', one)
    expect(kase.open).toEqual(['visit'])
    expect(kase.task('visit').people).toEqual([two, head])
    kase.act('visit', 'submit', head)
    expect(kase.case.position.done['visit']?.people).toEqual([one, head])
  })

  test('one person cannot fill two seats', () => {
    const kase = new SmallCase(visited).act('visit', 'submit', one)
    expect(kase.refuse('visit', 'submit', one)).toEqual({
      kind: 'not-asked',
      step: 'visit',
      by: one,
      asked: [two, head],
    })
  })

  test('a section of one: the second person is missing, and that is reported', () => {
    const kase = new SmallCase(visited, { staff: { handler: 1 } })
    expect(kase.kinds()).toEqual(['opened'])
    kase.act('visit', 'submit', one)
    expect(kase.kinds(1)).toEqual(['acted', 'nobody-can-act'])
    expect(kase.task('visit').unmanned).toMatchObject({ because: 'no-staff' })
  })

  test('one refusal ends it', () => {
    expect(new SmallCase(visited).act('visit', 'fail', one).case.closedAt).not.toBeNull()
  })
})

describe('named steps (SoD3)', () => {
  const heard = workflow({
    investigate: task('hear', {}),
    hear: task('=closed', { separateFrom: ['investigate'] }),
  })

  test('who investigated does not chair the hearing', () => {
    const kase = new SmallCase(heard).act('investigate', 'go', one)
    expect(kase.refuse('hear', 'go', one)).toEqual({
      kind: 'separated-step',
      step: 'hear',
      by: one,
      from: 'investigate',
      others: [two, head],
    })
    expect(kase.act('hear', 'go', two).case.closedAt).not.toBeNull()
  })

  test('nor who investigated in an earlier round', () => {
    const kase = new SmallCase(heard).act('investigate', 'go', one)
    kase.act('hear', 'return', two, { to: 'investigate', opinion: '补充调查' })
    kase.act('investigate', 'go', two)
    expect(kase.case.position.done['investigate']).toMatchObject({
      people: [two],
      earlier: [one],
    })
    expect(kase.refuse('hear', 'go', one)).toMatchObject({ kind: 'separated-step', others: [head] })
  })

  test('every signer of a tally counts', () => {
    const joint = workflow({
      investigate: {
        kind: 'task',
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: { go: { counts: 'for', to: 'hear' }, no: { counts: 'against', to: 'hear' } },
      },
      hear: task('=closed', { separateFrom: ['investigate'] }),
    })
    const kase = new SmallCase(joint).act('investigate', 'go', one).act('investigate', 'go', two)
    expect(kase.task('hear')).toMatchObject({ people: [head], barred: [one, two] })
  })
})

describe('the same person', () => {
  const same = workflow({
    investigate: task('report', {}),
    report: task('=closed', { samePersonAs: 'investigate' }),
  })

  test('only who did the step goes on', () => {
    const kase = new SmallCase(same).act('investigate', 'go', one)
    expect(kase.refuse('report', 'go', two)).toEqual({
      kind: 'other-person-needed',
      step: 'report',
      by: two,
      sameAs: 'investigate',
      others: [one],
    })
    expect(kase.task('report').people).toEqual([one])
  })

  test('who did it last, where it was done again', () => {
    const kase = new SmallCase(same).act('investigate', 'go', one)
    kase.act('report', 'return', one, { to: 'investigate', opinion: '重做' })
    kase.act('investigate', 'go', two)
    expect(kase.task('report').people).toEqual([two])
  })

  test('anybody, while nobody has', () => {
    const skipped = workflow({
      investigate: task('report', { when: 'area > 1', skip: 'go' }),
      report: task('=closed', { samePersonAs: 'investigate' }),
    })
    expect(new SmallCase(skipped).task('report').people).toEqual([one, two, head])
  })

  test('a step may be given by name to whoever completed another', () => {
    const given = workflow({
      investigate: task('report', {}),
      report: { ...task('=closed'), by: { same: 'investigate' } } as Task,
    })
    expect(new SmallCase(given).act('investigate', 'go', two).task('report').people).toEqual([two])
  })
})
