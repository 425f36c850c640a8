import { describe, expect, test } from 'vitest'
import type { Step, Wait } from '../model/step.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

/** What one command asked the host for. */
function asked(kase: SmallCase, act: () => unknown) {
  const before = kase.effects.length
  act()
  return kase.effects.slice(before)
}

describe('the host tells', () => {
  test('in a joint signing everybody at once, and nobody again as one signs', () => {
    const joint = workflow({
      sign: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: { go: { result: 'closed', counts: 'for' } },
      }),
    })
    const kase = new SmallCase(joint)
    expect(kase.effects).toMatchObject([{ effect: 'notify', people: [one, two] }])
    expect(asked(kase, () => kase.act('sign', 'go', one))).toEqual([])
  })

  test('each branch of a review its own section', () => {
    const review = workflow({
      joint: parallel({
        land: { land: task('=ok') },
        water: { water: task('=ok', { by: { duty: 'D02' } }) },
      }),
    })
    expect(new SmallCase(review).effects).toEqual([
      { effect: 'notify', id: 'case-1/1/1', task: 'land#1', people: [one, two, head] },
      {
        effect: 'notify',
        id: 'case-1/1/2',
        task: 'water#1',
        people: ['D02-handler-1', 'D02-handler-2', 'D02-section-head-1'],
      },
    ])
  })

  test('the party or the body that a step waits for', () => {
    const waiting = (awaited: Wait['for']): Wait => ({
      kind: 'wait',
      for: awaited,
      answers: { go: { result: 'closed', outcome: 'done' } },
    })
    const told = (awaited: Wait['for']) =>
      new SmallCase(workflow({ ask: waiting(awaited) })).effects
    expect(told({ party: 'applicant' })).toMatchObject([{ people: ['@applicant'] }])
    expect(told({ body: 'county' })).toMatchObject([{ people: ['@body:county'] }])
    expect(told({ date: true })).toEqual([])
  })

  test('nobody, of a step that was over before the host woke', () => {
    const lapsing = (to: string): Wait => ({
      kind: 'wait',
      for: { party: 'applicant' },
      limit: { value: 2, unit: 'working-day', basis: 'A', expiry: { take: 'go' } },
      answers: { go: { to } },
    })
    const chain = workflow({
      first: lapsing('second'),
      second: lapsing('last'),
      last: task('=closed'),
    })
    const kase = new SmallCase(chain)
    expect(asked(kase, () => kase.tick('2026-03-20T09:00:00+08:00'))).toEqual([
      { effect: 'notify', id: 'case-1/3/1', task: 'last#1', people: [one, two, head] },
    ])
  })

  test('nobody, as a case ends', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    expect(asked(kase, () => kase.act('only', 'go', one))).toEqual([])
  })

  test('of lateness once, by the task or clock that is late', () => {
    const late = workflow({
      handle: phase(
        { check: task('=done', { limit: { value: 2, unit: 'working-day', basis: 'A' } }) },
        { clocks: { promised: { value: 1, unit: 'working-day', basis: 'B' } } },
      ),
    })
    const kase = new SmallCase(late)
    expect(asked(kase, () => kase.tick('2026-03-20T09:00:00+08:00'))).toEqual([
      { effect: 'report', id: 'case-1/2/1', what: 'overdue', subject: 'handle.promised' },
      { effect: 'report', id: 'case-1/3/1', what: 'overdue', subject: 'check#1' },
    ])
    expect(asked(kase, () => kase.tick('2026-03-21T09:00:00+08:00'))).toEqual([])
  })
})

describe('the child case of a step that is cancelled', () => {
  test.each([
    [undefined, 'leave'],
    ['leave', 'leave'],
    ['withdraw', 'withdraw'],
  ] as const)('%s: %s', (onLeave, told) => {
    const child: Step = {
      kind: 'call',
      workflow: 'penalty',
      exits: { otherwise: { result: 'done' } },
      ...(onLeave === undefined ? {} : { onLeave }),
    }
    const handled = workflow({
      handle: phase(
        { child },
        { actions: { withdraw: { by: { party: 'applicant' }, result: 'done' } } },
      ),
    })
    const kase = new SmallCase(handled)
    expect(asked(kase, () => kase.act('handle', 'withdraw', '@applicant'))).toEqual([
      { effect: 'leave-case', id: 'case-1/2/1', task: 'child#1', onLeave: told },
    ])
  })

  test('nothing, where the child has reported its outcome', () => {
    const child: Step = {
      kind: 'call',
      workflow: 'penalty',
      onLeave: 'withdraw',
      exits: { otherwise: { result: 'closed' } },
    }
    const kase = new SmallCase(workflow({ child }))
    expect(asked(kase, () => kase.act('child', 'otherwise', '@case:p-1'))).toEqual([])
  })
})

describe('the id of an effect', () => {
  const office = workflow({
    check: task('print', {
      actions: { go: { to: 'print', documents: ['受理通知书', '收件凭证'] } },
    }),
    print: {
      kind: 'service',
      operation: 'make-certificate',
      exits: { made: { to: 'deliver' }, failed: { result: 'closed' } },
    },
    deliver: task('=closed'),
  })

  test('is the same when a stored case is given the same command again', () => {
    const kase = new SmallCase(office)
    const command = { commandId: 'again', task: 'check', action: 'go', at: MONDAY }
    const first = kase.engine.act(kase.case, { ...command, by: { person: one } })
    const stored = JSON.parse(JSON.stringify(kase.case)) as typeof kase.case
    const second = kase.engine.act(stored, { ...command, by: { person: one } })
    expect(first.ok && first.value.effects.map(({ id }) => id)).toEqual([
      'case-1/2/1',
      'case-1/2/2',
      'case-1/2/3',
    ])
    expect(second).toEqual(first)
  })

  test('is given to one effect only, over the whole life of a case', () => {
    const kase = new SmallCase(office, { caseId: '三五-7' }).act('check', 'go', one)
    kase.act('print', 'made', '@service:make-certificate').act('deliver', 'go', one)
    expect(kase.effects.map(({ id }) => id)).toEqual([
      '三五-7/1/1',
      '三五-7/2/1',
      '三五-7/2/2',
      '三五-7/2/3',
      '三五-7/3/1',
    ])
  })
})
