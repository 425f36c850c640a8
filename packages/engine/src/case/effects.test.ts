import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

describe('what the host is asked to do', () => {
  test('tell those who may act, as the step opens', () => {
    const kase = new SmallCase(workflow({ check: task('sign'), sign: task('=closed') }))
    expect(kase.effects).toEqual([
      { effect: 'notify', id: 'case-1/1/1', task: 'check#1', people: [one, two, head] },
    ])
    kase.act('check', 'go', one)
    expect(kase.effects.at(-1)).toEqual({
      effect: 'notify',
      id: 'case-1/2/1',
      task: 'sign#1',
      people: [one, two, head],
    })
  })

  test('whoever takes the work over, and those to whom it falls back', () => {
    const kase = new SmallCase(workflow({ check: task('=closed') }))
    const told = () =>
      kase.effects.slice(1).map((effect) => ('people' in effect ? effect.people : effect))
    kase.act('check', 'transfer', one, { to: 'D02-handler-1', reason: '出差' })
    expect(told()).toEqual([['D02-handler-1']])
    kase.act('check', 'recuse', 'D02-handler-1', { reason: '近亲属' })
    expect(told()).toEqual([['D02-handler-1'], [one, two, head]])
    kase.act('check', 'claim', one)
    kase.act('check', 'give-back', one)
    expect(told().slice(2)).toEqual([[two, head]])
  })

  test('not those who are kept apart from it', () => {
    const apart = workflow({
      check: task('sign'),
      sign: task('=closed', { separateFrom: ['check'] }),
    })
    const kase = new SmallCase(apart).act('check', 'go', one)
    expect(kase.effects.at(-1)).toMatchObject({ task: 'sign#1', people: [two, head] })
  })

  test('in order: one after the other', () => {
    const inOrder = workflow({
      sign: {
        kind: 'task',
        by: { duty: 'D01' },
        signing: { rule: 'in-order' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      },
    })
    const kase = new SmallCase(inOrder)
    kase.act('sign', 'agree', one).act('sign', 'agree', two).act('sign', 'agree', head)
    expect(kase.effects.map((effect) => ('people' in effect ? effect.people : effect))).toEqual([
      [one],
      [two],
      [head],
    ])
  })

  test('perform a service, once for each round', () => {
    const printing = workflow({
      print: {
        kind: 'service',
        operation: 'make-certificate',
        exits: { made: { result: 'closed' }, failed: { to: 'print' } },
      },
    })
    const kase = new SmallCase(printing).act('print', 'failed', '@service:make-certificate')
    expect(kase.effects).toEqual([
      {
        effect: 'perform',
        id: 'case-1/1/1',
        task: 'print#1',
        operation: 'make-certificate',
      },
      {
        effect: 'perform',
        id: 'case-1/2/1',
        task: 'print#2',
        operation: 'make-certificate',
      },
    ])
  })

  test('nothing for a service that is cancelled before the command is over', () => {
    const lapsing = workflow({
      handle: phase(
        {
          ask: {
            kind: 'wait',
            for: { date: true },
            limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'lapse' } },
            answers: { lapse: { to: 'reserve' } },
          },
          reserve: {
            kind: 'service',
            operation: 'reserve',
            exits: { done: { result: 'done' }, failed: { result: 'done' } },
          },
        },
        {
          actions: { withdraw: { by: { party: 'applicant' }, result: 'done' } },
        },
      ),
    })
    const kase = new SmallCase(lapsing)
    kase.at = '2026-03-05T09:00:00+08:00'
    kase.act('handle', 'withdraw', '@applicant')
    expect(kase.kinds()).toEqual(['opened', 'expired', 'acted'])
    expect(kase.effects).toEqual([])
  })

  test('open a child case, and leave it when the step is cancelled', () => {
    const calling = workflow({
      handle: phase(
        {
          enforce: {
            kind: 'call',
            workflow: 'small',
            phase: 'handle',
            onLeave: 'withdraw',
            exits: { otherwise: { result: 'done' } },
          },
        },
        { actions: { withdraw: { by: { party: 'applicant' }, result: 'done' } } },
      ),
    })
    const kase = new SmallCase(calling).act('handle', 'withdraw', '@applicant')
    expect(kase.effects).toEqual([
      {
        effect: 'open-case',
        id: 'case-1/1/1',
        task: 'enforce#1',
        workflow: 'small',
        phase: 'handle',
        data: {},
      },
      { effect: 'leave-case', id: 'case-1/2/1', task: 'enforce#1', onLeave: 'withdraw' },
    ])
  })

  test('issue documents', () => {
    const issuing = workflow({
      check: {
        kind: 'task',
        by: { duty: 'D01' },
        documents: ['审查表'],
        actions: { go: { result: 'closed', documents: ['通知书'] } },
      },
    })
    const kase = new SmallCase(issuing).act('check', 'go', one)
    expect(kase.effects.slice(1)).toEqual([
      { effect: 'issue', id: 'case-1/2/1', document: '审查表', step: 'check' },
      { effect: 'issue', id: 'case-1/2/2', document: '通知书', step: 'check' },
    ])
  })

  test('report lateness, and that nobody can act', () => {
    const limited = workflow({
      check: task('=closed', { limit: { value: 1, unit: 'day', basis: 'A' } }),
    })
    const kase = new SmallCase(limited, { duties: ['D02'] })
    kase.tick('2026-03-05T09:00:00+08:00')
    expect(kase.effects).toEqual([
      { effect: 'report', id: 'case-1/2/1', what: 'nobody-can-act', subject: 'check#1' },
      { effect: 'report', id: 'case-1/3/1', what: 'overdue', subject: 'check#1' },
    ])
  })

  test('ids are stable: decided again, the same effects bear the same ids', () => {
    const drawn = workflow({ check: task('sign'), sign: task('=closed') })
    const once = new SmallCase(drawn).act('check', 'go', one)
    const again = new SmallCase(drawn).act('check', 'go', one)
    expect(again.effects).toEqual(once.effects)
    expect(new Set(once.effects.map(({ id }) => id)).size).toBe(once.effects.length)
  })
})
