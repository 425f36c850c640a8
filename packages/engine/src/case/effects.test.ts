import { describe, expect, test } from 'vitest'
import type { Step, Wait } from '../model/step.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

const asked: Wait = {
  kind: 'wait',
  for: { party: 'applicant' },
  answers: { go: { to: 'print' } },
}

const print: Step = {
  kind: 'service',
  operation: 'make-certificate',
  exits: { made: { to: 'enforce' }, failed: { result: 'closed' } },
}

const enforce: Step = {
  kind: 'call',
  workflow: 'penalty',
  phase: 'handle',
  exits: { penalised: { result: 'closed' }, otherwise: { result: 'closed' } },
}

const office = workflow({
  check: task('ask', { actions: { go: { to: 'ask', documents: ['受理通知书', '收件凭证'] } } }),
  ask: asked,
  print,
  enforce,
})

/** What the last command asked the host for. */
function effectsOf(kase: SmallCase, act: (kase: SmallCase) => unknown) {
  const before = kase.effects.length
  act(kase)
  return kase.effects.slice(before)
}

describe('what the host is asked to do', () => {
  test('tell those asked, as a step opens', () => {
    expect(new SmallCase(office).effects).toEqual([
      { effect: 'notify', id: 'case-1/1/1', task: 'check#1', people: [one, two, head] },
    ])
  })

  test('issue the documents of an arrow, in the order drawn', () => {
    const made = effectsOf(new SmallCase(office), (kase) => kase.act('check', 'go', one))
    expect(made.filter(({ effect }) => effect === 'issue')).toMatchObject([
      { document: '受理通知书', step: 'check' },
      { document: '收件凭证', step: 'check' },
    ])
  })

  test('perform a service', () => {
    const kase = new SmallCase(office).act('check', 'go', one)
    expect(effectsOf(kase, () => kase.act('ask', 'go', '@applicant'))).toEqual([
      { effect: 'perform', id: 'case-1/3/1', task: 'print#1', operation: 'make-certificate' },
    ])
  })

  test('open a child case', () => {
    const kase = new SmallCase(office).act('check', 'go', one).act('ask', 'go', '@applicant')
    const made = effectsOf(kase, () => kase.act('print', 'made', '@service:make-certificate'))
    expect(made).toEqual([
      {
        effect: 'open-case',
        id: 'case-1/4/1',
        task: 'enforce#1',
        workflow: 'penalty',
        phase: 'handle',
        data: {},
      },
    ])
  })

  test('nothing, where a case ends', () => {
    const kase = new SmallCase(workflow({ only: task('=closed') }))
    expect(effectsOf(kase, () => kase.act('only', 'go', one))).toEqual([])
  })

  test('report lateness, once, by the task or clock that is late', () => {
    const late = workflow({
      handle: phase(
        { check: task('=done', { limit: { value: 2, unit: 'working-day', basis: 'A' } }) },
        { clocks: { promised: { value: 1, unit: 'working-day', basis: 'B' } } },
      ),
    })
    const kase = new SmallCase(late)
    expect(effectsOf(kase, () => kase.tick('2026-03-20T09:00:00+08:00'))).toEqual([
      { effect: 'report', id: 'case-1/2/1', what: 'overdue', subject: 'handle.promised' },
      { effect: 'report', id: 'case-1/3/1', what: 'overdue', subject: 'check#1' },
    ])
    expect(effectsOf(kase, () => kase.tick('2026-03-21T09:00:00+08:00'))).toEqual([])
  })

  test('report a step that nobody can act on, instead of telling nobody', () => {
    const kase = new SmallCase(workflow({ only: task('=closed', { by: { duty: 'D09' } }) }))
    expect(kase.effects).toEqual([
      { effect: 'report', id: 'case-1/2/1', what: 'nobody-can-act', subject: 'only#1' },
    ])
  })
})

describe('who is told', () => {
  test('nobody who is kept apart', () => {
    const kept = workflow(
      {
        window: task('review', { stage: 'acceptance' }),
        review: task('=closed', { stage: 'review' }),
      },
      { policies: { separation: [['acceptance', 'review']] } },
    )
    const kase = new SmallCase(kept)
    expect(effectsOf(kase, () => kase.act('window', 'go', two))).toMatchObject([
      { effect: 'notify', task: 'review#1', people: [one, head] },
    ])
  })

  test('in a signing one after the other, the next as the one before has signed', () => {
    const chain = workflow({
      sign: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'in-order' },
        actions: { go: { result: 'closed', counts: 'for' } },
      }),
    })
    const kase = new SmallCase(chain)
    expect(kase.effects).toMatchObject([{ effect: 'notify', people: [one] }])
    expect(effectsOf(kase, () => kase.act('sign', 'go', one))).toEqual([
      { effect: 'notify', id: 'case-1/2/1', task: 'sign#1', people: [two] },
    ])
    expect(effectsOf(kase, () => kase.act('sign', 'go', two))).toEqual([])
  })

  test('in a joint signing everybody at once, and nobody again', () => {
    const joint = workflow({
      sign: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: { go: { result: 'closed', counts: 'for' } },
      }),
    })
    const kase = new SmallCase(joint)
    expect(kase.effects).toMatchObject([{ effect: 'notify', people: [one, two] }])
    expect(effectsOf(kase, () => kase.act('sign', 'go', one))).toEqual([])
  })

  test('each branch of a review its own section', () => {
    const kase = new SmallCase(
      workflow({
        joint: parallel({
          land: { land: task('=ok') },
          water: { water: task('=ok', { by: { duty: 'D02' } }) },
        }),
      }),
    )
    expect(kase.effects).toEqual([
      { effect: 'notify', id: 'case-1/1/1', task: 'land#1', people: [one, two, head] },
      {
        effect: 'notify',
        id: 'case-1/1/2',
        task: 'water#1',
        people: ['D02-handler-1', 'D02-handler-2', 'D02-section-head-1'],
      },
    ])
  })

  test('nobody for a step that was over before the host woke', () => {
    const lapsing = (to: string): Wait => ({
      kind: 'wait',
      for: { party: 'applicant' },
      limit: { value: 2, unit: 'working-day', basis: 'A', expiry: { take: 'go' } },
      answers: { go: { to } },
    })
    const kase = new SmallCase(
      workflow({ first: lapsing('second'), second: lapsing('last'), last: task('=closed') }),
    )
    expect(effectsOf(kase, () => kase.tick('2026-03-20T09:00:00+08:00'))).toEqual([
      { effect: 'notify', id: 'case-1/3/1', task: 'last#1', people: [one, two, head] },
    ])
  })
})

describe('a child case whose step is cancelled', () => {
  test.each([
    [undefined, 'leave'],
    ['leave', 'leave'],
    ['withdraw', 'withdraw'],
  ] as const)('is told to the host: %s', (onLeave, told) => {
    const child: Step = {
      kind: 'call',
      workflow: 'penalty',
      exits: { otherwise: { result: 'done' } },
      ...(onLeave === undefined ? {} : { onLeave }),
    }
    const handled = workflow({
      handle: phase(
        { child },
        {
          actions: { withdraw: { by: { party: 'applicant' }, result: 'withdrawn' } },
          exits: { done: { result: 'closed' }, withdrawn: { result: 'closed' } },
        },
      ),
    })
    const kase = new SmallCase(handled)
    expect(effectsOf(kase, () => kase.act('handle', 'withdraw', '@applicant'))).toEqual([
      { effect: 'leave-case', id: 'case-1/2/1', task: 'child#1', onLeave: told },
    ])
  })

  test('but not one that reported its outcome', () => {
    const kase = new SmallCase(workflow({ enforce }))
    expect(effectsOf(kase, () => kase.act('enforce', 'penalised', '@case:p-1'))).toEqual([])
  })
})

describe('the id of an effect', () => {
  test('is the same when the same command is decided again', () => {
    const kase = new SmallCase(office)
    const command = {
      commandId: 'again',
      task: 'check',
      action: 'go',
      at: MONDAY,
      by: { person: one },
    }
    const first = kase.engine.act(kase.case, command)
    const stored = JSON.parse(JSON.stringify(kase.case)) as typeof kase.case
    const second = kase.engine.act(stored, command)
    expect(first.ok && first.value.effects.length).toBeGreaterThan(1)
    expect(second).toEqual(first)
  })

  test('is given to one effect only, over the whole life of a case', () => {
    const kase = new SmallCase(office).act('check', 'go', one).act('ask', 'go', '@applicant')
    kase.act('print', 'made', '@service:make-certificate')
    kase.act('enforce', 'penalised', '@case:p-1')
    const ids = kase.effects.map(({ id }) => id)
    expect(ids).toHaveLength(new Set(ids).size)
    expect(ids[0]).toBe('case-1/1/1')
    expect(ids.at(-1)).toBe('case-1/4/1')
  })

  test('names the case', () => {
    expect(new SmallCase(office, { caseId: '三五-7' }).effects.map(({ id }) => id)).toEqual([
      '三五-7/1/1',
    ])
  })
})
