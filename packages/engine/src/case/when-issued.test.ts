import { describe, expect, test } from 'vitest'
import type { Step } from '../model/step.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

/** Documents issued so far, in the order of the ledger, each with the step that issued it. */
function issued(kase: SmallCase): readonly (readonly [string, string])[] {
  return kase.ledger.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.fact === 'issued' ? ([[fact.document, fact.step]] as const) : [],
    ),
  )
}

describe('a document is issued', () => {
  test('by an extension: the applicant is told of it, each time', () => {
    const extend = {
      value: 5,
      by: { post: 'mayor' },
      times: 2,
      documents: ['延长期限告知书', '延期审批表'],
    }
    const handled = workflow({
      handle: phase(
        { check: task('=done') },
        { clocks: { promised: { value: 5, unit: 'working-day', basis: 'F31a', extend } } },
      ),
    })
    const kase = new SmallCase(handled)
    const extending = { clock: 'promised', reason: '情况复杂' }
    kase.act('handle', 'extend', 'mayor-1', extending)
    expect(issued(kase)).toEqual([
      ['延长期限告知书', 'handle'],
      ['延期审批表', 'handle'],
    ])
    expect(kase.effects.slice(-2)).toEqual([
      { effect: 'issue', id: 'case-1/2/1', document: '延长期限告知书', step: 'handle' },
      { effect: 'issue', id: 'case-1/2/2', document: '延期审批表', step: 'handle' },
    ])
    kase.act('handle', 'extend', 'mayor-1', extending)
    expect(kase.case.documents['延期审批表']).toEqual({ times: 2, last: MONDAY })
  })

  test.each([
    [200, [['听证告知书', 'large']]],
    [100, [['简易决定书', 'large']]],
  ] as const)('by the row that a decision takes, not by the others: %d', (area, documents) => {
    const decided = workflow({
      window: task('large'),
      large: {
        kind: 'decision',
        rows: [{ when: 'area > 100', to: 'hear', documents: ['听证告知书'] }],
        otherwise: { to: 'hear', documents: ['简易决定书'] },
      },
      hear: task('=closed'),
    })
    const kase = new SmallCase(decided, { data: { area } }).act('window', 'go', clerk)
    expect(issued(kase)).toEqual(documents)
  })

  test('by a review once, as it is left', () => {
    const joint = workflow({
      joint: parallel(
        { land: { land: task('=ok') }, water: { water: task('=ok') } },
        {
          exits: [
            { count: 'ok', atLeast: 'all', result: 'closed', documents: ['联合审查意见'] },
            { otherwise: true, result: 'closed', documents: ['不同意意见'] },
          ],
        },
      ),
    })
    const kase = new SmallCase(joint).act('land', 'go', clerk)
    expect(issued(kase)).toEqual([])
    expect(issued(kase.act('water', 'go', clerk))).toEqual([['联合审查意见', 'joint']])
  })

  test('when a joint signing is settled, not with each signature', () => {
    const sign = task('=closed', {
      by: { duty: 'D01', post: 'handler' },
      signing: { rule: 'all' },
      documents: ['会签单'],
      actions: { go: { result: 'closed', counts: 'for', documents: ['批复'] } },
    })
    const kase = new SmallCase(workflow({ sign })).act('sign', 'go', clerk)
    expect(issued(kase)).toEqual([])
    expect(issued(kase.act('sign', 'go', 'D01-handler-2'))).toEqual([
      ['会签单', 'sign'],
      ['批复', 'sign'],
    ])
  })

  test('by an answer that leaves the wait open, each time anew', () => {
    const told: Step = {
      kind: 'wait',
      for: { party: 'applicant' },
      answers: { statement: { documents: ['陈述申辩收件凭证'] }, go: { result: 'closed' } },
    }
    const kase = new SmallCase(workflow({ told })).act('told', 'statement', '@applicant')
    kase.at = '2026-03-03T09:00:00+08:00'
    kase.act('told', 'statement', '@applicant')
    expect(kase.case.documents).toEqual({ 陈述申辩收件凭证: { times: 2, last: kase.at } })
  })

  test('by a service that succeeds, not by one that fails', () => {
    const print: Step = {
      kind: 'service',
      operation: 'print',
      exits: { made: { result: 'closed', documents: ['证书'] }, failed: { result: 'closed' } },
    }
    const made = new SmallCase(workflow({ print })).act('print', 'made', '@service:print')
    expect(issued(made)).toEqual([['证书', 'print']])
    const failed = new SmallCase(workflow({ print })).act('print', 'failed', '@service:print')
    expect(issued(failed)).toEqual([])
  })

  test('by the silence of a body as of the day of the law, not of the waking of the host', () => {
    const ask: Step = {
      kind: 'wait',
      for: { body: 'county' },
      limit: {
        value: 3,
        unit: 'working-day',
        basis: 'A',
        expiry: { take: 'none', as: 'silent-consent' },
      },
      answers: { none: { result: 'closed', documents: ['默许记录'] } },
    }
    const kase = new SmallCase(workflow({ ask }))
    kase.tick('2026-03-20T09:00:00+08:00')
    expect(kase.case.documents).toEqual({
      默许记录: { times: 1, last: '2026-03-05T18:00:00+08:00' },
    })
  })
})

describe('no document is issued', () => {
  test('in the course of a step that was skipped, but the arrow it takes issues its own', () => {
    const skipping = workflow({
      window: task('visit'),
      visit: task('sign', {
        when: 'area > 100',
        skip: 'go',
        documents: ['勘验笔录'],
        actions: { go: { to: 'sign', documents: ['核查意见'] } },
      }),
      sign: task('=closed'),
    })
    const small = new SmallCase(skipping, { data: { area: 9 } }).act('window', 'go', clerk)
    expect(small.open).toEqual(['sign'])
    expect(issued(small)).toEqual([['核查意见', 'visit']])
    const large = new SmallCase(skipping, { data: { area: 900 } }).act('window', 'go', clerk)
    expect(issued(large.act('visit', 'go', clerk))).toEqual([
      ['勘验笔录', 'visit'],
      ['核查意见', 'visit'],
    ])
  })

  test('by a branch that an early exit cuts off', () => {
    const cut = workflow({
      joint: parallel(
        {
          land: { land: task('=ok') },
          water: { water: task('=ok', { documents: ['水利意见'] }) },
        },
        {
          exits: [
            { count: 'ok', atLeast: 1, early: true, result: 'closed' },
            { otherwise: true, result: 'closed' },
          ],
        },
      ),
    })
    expect(issued(new SmallCase(cut).act('land', 'go', clerk))).toEqual([])
  })

  test('by a command that is refused', () => {
    const kase = new SmallCase(
      workflow({
        only: task('=closed', {
          actions: { go: { result: 'closed', opinion: 'required', documents: ['批复'] } },
        }),
      }),
    )
    kase.refuse('only', 'go', clerk)
    expect(kase.case.documents).toEqual({})
  })
})
