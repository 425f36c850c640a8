import { describe, expect, test } from 'vitest'
import type { Wait } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

const window = workflow({
  window: task('handle', {
    data: { edit: ['area', 'on'], need: ['area'] },
    actions: {
      note: {},
      refuse: { result: 'closed', opinion: 'required' },
      large: { to: 'handle', when: 'area > 100' },
    },
  }),
  handle: task('=closed'),
})

describe('acting on a task', () => {
  test('moves the case, and the event says who did what', () => {
    const kase = new SmallCase(window)
    kase.at = '2026-03-02T10:00:00+08:00'
    kase.act('window#1', 'go', clerk, { data: { area: 90 }, opinion: '齐全' })
    expect(kase.ledger.at(-1)).toMatchObject({
      seq: 2,
      kind: 'acted',
      subject: 'window#1',
      recordedAt: '2026-03-02T10:00:00+08:00',
      command: {
        do: 'act',
        task: 'window#1',
        action: 'go',
        by: { person: clerk },
        data: { area: 90 },
        opinion: '齐全',
      },
    })
    expect(kase.ledger.at(-1)?.facts.slice(0, 4)).toEqual([
      { fact: 'set', field: 'area', value: 90 },
      {
        fact: 'spoke',
        step: 'window',
        seat: {
          id: 's1',
          group: 0,
          weight: 1,
          line: [],
          state: 'for',
          exit: 'go',
          by: clerk,
          turn: 1,
        },
      },
      { fact: 'settled', step: 'window', exit: 'go' },
      { fact: 'done', step: 'window', exit: 'go', people: [clerk], trail: true },
    ])
    expect(kase.open).toEqual(['handle'])
    expect(kase.case.lastMove).toEqual({ by: clerk, step: 'window', turn: 2 })
  })

  test('the step may be named without its round', () => {
    expect(new SmallCase(window).act('window', 'go', clerk, { data: { area: 1 } }).open).toEqual([
      'handle',
    ])
  })

  test('an action without an arrow is recorded, the step stays open', () => {
    const kase = new SmallCase(window).act('window', 'note', clerk, { data: { area: 70 } })
    expect(kase.open).toEqual(['window'])
    expect(kase.case.position.data).toEqual({ area: 70 })
    expect(kase.case.position.open['window']?.touched).toBe(true)
  })

  test('the order in which values are filled in leaves no trace', () => {
    const one = new SmallCase(window).act('window', 'note', clerk, {
      data: { on: '2026-03-01', area: 70 },
    })
    const other = new SmallCase(window).act('window', 'note', clerk, {
      data: { area: 70, on: '2026-03-01' },
    })
    expect(other.ledger).toEqual(one.ledger)
    expect(one.case.position.revisions).toEqual({ area: 1, on: 2 })
  })

  test('a value written again is no change', () => {
    const kase = new SmallCase(window, { data: { area: 70 } })
    kase.act('window', 'note', clerk, { data: { area: 70, on: null } })
    expect(kase.ledger.at(-1)?.facts).toEqual([{ fact: 'noted', step: 'window', action: 'note' }])
    expect(kase.case.position.revisions).toEqual({ area: 1 })
  })

  test('a condition looks at the data with what the action writes', () => {
    const kase = new SmallCase(window, { data: { area: 90 } })
    expect(kase.refuse('window', 'large', clerk)).toEqual({
      kind: 'condition-not-met',
      step: 'window',
      action: 'large',
      when: 'area > 100',
      data: { area: 90 },
    })
    expect(kase.task('window')).toMatchObject({
      actions: ['go', 'note', 'refuse'],
      blocked: ['large'],
    })
    expect(kase.act('window', 'large', clerk, { data: { area: 120 } }).open).toEqual(['handle'])
  })

  test('what a step needs is asked before it is left, not before', () => {
    const kase = new SmallCase(window)
    expect(kase.refuse('window', 'go', clerk)).toEqual({
      kind: 'data-needed',
      step: 'window',
      action: 'go',
      fields: ['area'],
    })
    kase.act('window', 'note', clerk)
    expect(kase.task('window').actions).toContain('go')
  })

  test('an opinion that is asked for is not blank', () => {
    const kase = new SmallCase(window, { data: { area: 1 } })
    for (const opinion of [undefined, '', '  \n'])
      expect(
        kase.refuse('window', 'refuse', clerk, opinion === undefined ? {} : { opinion }),
      ).toEqual({ kind: 'opinion-needed', step: 'window', action: 'refuse' })
    expect(kase.act('window', 'refuse', clerk, { opinion: '不符' }).case.closedAt).toBe(kase.at)
  })

  test('whoever acts holds no post for it to be said: the seat decides', () => {
    const kase = new SmallCase(window)
    expect(kase.refuse('window', 'note', 'D02-handler-1')).toEqual({
      kind: 'not-for-you',
      task: 'window#1',
      by: 'D02-handler-1',
      asked: ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1'],
    })
  })
})

const waiting: Wait = {
  kind: 'wait',
  for: { party: 'applicant' },
  data: { edit: ['on'] },
  answers: {
    statement: {},
    hearing: { to: 'hear' },
    objection: { by: { party: 'third-party' }, to: 'hear' },
    press: { by: { duty: 'D01', post: 'section-head' } },
  },
}

describe('answers', () => {
  const told = workflow({ told: waiting, hear: task('=closed') })

  test('without an arrow collect; the first with one leaves', () => {
    const kase = new SmallCase(told).act('told', 'statement', '@applicant')
    kase.act('told', 'statement', '@applicant', { data: { on: '2026-03-03' } })
    expect(kase.open).toEqual(['told'])
    expect(kase.act('told', 'hearing', '@applicant').open).toEqual(['hear'])
    expect(kase.case.position.data).toEqual({ on: '2026-03-03' })
  })

  test('are given by the one waited for, or by those whom the answer names', () => {
    const kase = new SmallCase(told)
    expect(kase.refuse('told', 'hearing', clerk)).toEqual({
      kind: 'not-for-you',
      task: 'told#1',
      by: clerk,
      asked: ['@applicant'],
    })
    expect(kase.refuse('told', 'objection', '@applicant')).toMatchObject({
      asked: ['@third-party'],
    })
    expect(kase.refuse('told', 'press', clerk)).toMatchObject({ asked: ['D01-section-head-1'] })
    expect(kase.task('told').people).toEqual(['@applicant', '@third-party', 'D01-section-head-1'])
    expect(kase.act('told', 'objection', '@third-party').open).toEqual(['hear'])
  })

  test.each([
    [{ body: 'county' }, '@body:county', '@body:village'],
    [{ message: 'geology' }, '@message:geology', '@message:other'],
    [{ date: true as const }, '@message:date', '@applicant'],
    [{ party: 'agent' as const }, '@agent', '@applicant'],
  ])('of %j', (awaited, by, other) => {
    const waits = workflow({ told: { ...waiting, for: awaited }, hear: task('=closed') })
    const kase = new SmallCase(waits)
    expect(kase.refuse('told', 'hearing', other).kind).toBe('not-for-you')
    expect(kase.act('told', 'hearing', by).open).toEqual(['hear'])
  })
})

describe('services and children', () => {
  test('a service reports one of its exits', () => {
    const made = workflow({
      print: {
        kind: 'service',
        operation: 'make-certificate',
        exits: { made: { to: 'deliver' }, failed: { to: 'by-hand' } },
      },
      deliver: task('=closed'),
      'by-hand': task('=closed'),
    })
    const kase = new SmallCase(made)
    expect(kase.task('print').people).toEqual(['@service:make-certificate'])
    expect(kase.refuse('print', 'made', '@service:other')).toMatchObject({ kind: 'not-for-you' })
    expect(kase.refuse('print', 'burnt', '@service:make-certificate')).toEqual({
      kind: 'unknown-action',
      step: 'print',
      action: 'burnt',
      allowed: ['made', 'failed'],
    })
    expect(kase.act('print', 'failed', '@service:make-certificate').open).toEqual(['by-hand'])
  })

  test('a child case reports its outcome', () => {
    const called = workflow({
      enforce: {
        kind: 'call',
        workflow: 'small',
        exits: { penalised: { to: 'after' }, otherwise: { result: 'closed' } },
      },
      after: task('=closed'),
    })
    const kase = new SmallCase(called)
    expect(kase.refuse('enforce', 'penalised', clerk).kind).toBe('not-for-you')
    expect(kase.act('enforce', 'penalised', '@case:p-7').open).toEqual(['after'])
  })
})

describe('when the machine is asked without the office', () => {
  test('what fell due before an act comes first, as its own events of the same command', () => {
    const lapsing = workflow({
      supply: {
        kind: 'wait',
        for: { party: 'applicant' },
        limit: { value: 5, unit: 'day', basis: 'A', expiry: { take: 'lapse' } },
        answers: { bring: { to: 'check' }, lapse: { to: 'file' } },
      },
      check: task('=closed'),
      file: task('=closed'),
    })
    const kase = new SmallCase(lapsing)
    kase.at = '2026-03-10T09:00:00+08:00'
    kase.act('file', 'go', clerk)
    expect(
      kase.ledger
        .slice(1)
        .map(({ kind, commandId, effectiveAt }) => [kind, commandId, effectiveAt]),
    ).toEqual([
      ['expired', 'c1', '2026-03-09T18:00:00+08:00'],
      ['acted', 'c1', '2026-03-10T09:00:00+08:00'],
    ])
    expect(kase.case.closedAt).toBe('2026-03-10T09:00:00+08:00')
  })

  test('whoever acts at the very moment is in time, a second later is late', () => {
    const lapsing = workflow({
      supply: {
        kind: 'wait',
        for: { party: 'applicant' },
        limit: { value: 5, unit: 'day', basis: 'A', expiry: { take: 'lapse' } },
        answers: { bring: { to: 'check' }, lapse: { to: 'file' } },
      },
      check: task('=closed'),
      file: task('=closed'),
    })
    const inTime = new SmallCase(lapsing)
    inTime.at = '2026-03-09T18:00:00+08:00'
    expect(inTime.act('supply', 'bring', '@applicant').open).toEqual(['check'])
    expect(inTime.tick(inTime.at)).toEqual([])
    const late = new SmallCase(lapsing)
    late.at = '2026-03-09T18:00:00.001+08:00'
    expect(late.refuse('supply', 'bring', '@applicant')).toEqual({
      kind: 'task-not-open',
      task: 'supply',
      open: ['file#1'],
    })
    expect(late.kinds()).toEqual(['opened'])
  })
})
