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
  test('by the arrow that is taken, not by the others', () => {
    const kase = new SmallCase(
      workflow({
        window: task('=closed', {
          actions: {
            accept: { to: 'check', documents: ['受理通知书'] },
            reject: { result: 'closed', documents: ['不予受理通知书'] },
          },
        }),
        check: task('=closed'),
      }),
    )
    kase.act('window', 'accept', clerk)
    expect(issued(kase)).toEqual([['受理通知书', 'window']])
    expect(kase.case.documents).toEqual({ 受理通知书: { times: 1, last: MONDAY } })
  })

  test('by the step itself as it is completed, whichever way, before those of the arrow', () => {
    const visit = workflow({
      visit: task('=closed', {
        documents: ['勘验笔录', '现场照片'],
        actions: { pass: { result: 'closed', documents: ['核查意见'] }, note: {} },
      }),
    })
    const kase = new SmallCase(visit).act('visit', 'note', clerk)
    expect(issued(kase)).toEqual([])
    kase.act('visit', 'pass', clerk)
    expect(issued(kase)).toEqual([
      ['勘验笔录', 'visit'],
      ['现场照片', 'visit'],
      ['核查意见', 'visit'],
    ])
    expect(issued(new SmallCase(visit).act('visit', 'go', clerk))).toHaveLength(2)
  })

  test('by an action that leaves the step open, each time anew', () => {
    const kase = new SmallCase(
      workflow({
        told: {
          kind: 'wait',
          for: { party: 'applicant' },
          answers: {
            statement: { documents: ['陈述申辩收件凭证'] },
            go: { result: 'closed' },
          },
        },
      }),
    )
    kase.act('told', 'statement', '@applicant')
    kase.at = '2026-03-03T09:00:00+08:00'
    kase.act('told', 'statement', '@applicant')
    expect(kase.case.documents).toEqual({
      陈述申辩收件凭证: { times: 2, last: '2026-03-03T09:00:00+08:00' },
    })
  })

  test.each([
    [200, [['听证告知书', 'large']]],
    [50, [['简易决定书', 'large']]],
  ] as const)('by the row that a decision takes: %d', (area, documents) => {
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

  test('by an action of a phase, and by the exit that it leads to', () => {
    const handled = workflow({
      handle: phase(
        { check: task('=done', { documents: ['审查意见'] }) },
        {
          actions: {
            withdraw: {
              by: { party: 'applicant' },
              result: 'withdrawn',
              documents: ['撤回申请确认书'],
            },
          },
          exits: {
            done: { result: 'closed', documents: ['决定书'] },
            withdrawn: { result: 'closed', documents: ['终止办理通知书'] },
          },
        },
      ),
    })
    const kase = new SmallCase(handled).act('handle', 'withdraw', '@applicant')
    expect(issued(kase)).toEqual([
      ['撤回申请确认书', 'handle'],
      ['终止办理通知书', 'handle'],
    ])
    const done = new SmallCase(handled).act('check', 'go', clerk)
    expect(issued(done)).toEqual([
      ['审查意见', 'check'],
      ['决定书', 'handle'],
    ])
  })

  test('by the exit of a review, once', () => {
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
    kase.act('sign', 'go', 'D01-handler-2')
    expect(issued(kase)).toEqual([
      ['会签单', 'sign'],
      ['批复', 'sign'],
    ])
  })

  test('by a service that reports', () => {
    const print: Step = {
      kind: 'service',
      operation: 'make-certificate',
      exits: { made: { result: 'closed', documents: ['证书'] }, failed: { result: 'closed' } },
    }
    const made = new SmallCase(workflow({ print }))
    made.act('print', 'made', '@service:make-certificate')
    expect(issued(made)).toEqual([['证书', 'print']])
    const failed = new SmallCase(workflow({ print }))
    expect(issued(failed.act('print', 'failed', '@service:make-certificate'))).toEqual([])
  })

  test('again where a step is done again, and it is counted', () => {
    const again = workflow({
      draft: task('check', { documents: ['拟办意见'] }),
      check: task('=closed'),
    })
    const kase = new SmallCase(again).act('draft', 'go', clerk)
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('check', 'return', clerk, { to: 'draft', opinion: '补充' }).act('draft', 'go', clerk)
    expect(kase.case.documents).toEqual({ 拟办意见: { times: 2, last: kase.at } })
  })
})

describe('no document is issued', () => {
  test('in the course of a step that was skipped, but the arrow it takes issues its own', () => {
    const skipped = workflow({
      window: task('visit'),
      visit: task('sign', {
        when: 'area > 100',
        skip: 'go',
        documents: ['勘验笔录'],
        actions: { go: { to: 'sign', documents: ['核查意见'] } },
      }),
      sign: task('=closed'),
    })
    const small = new SmallCase(skipped, { data: { area: 9 } }).act('window', 'go', clerk)
    expect(small.open).toEqual(['sign'])
    expect(issued(small)).toEqual([['核查意见', 'visit']])
    const large = new SmallCase(skipped, { data: { area: 900 } }).act('window', 'go', clerk)
    expect(issued(large.act('visit', 'go', clerk))).toEqual([
      ['勘验笔录', 'visit'],
      ['核查意见', 'visit'],
    ])
  })

  test('by a step that is cancelled', () => {
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

test('a document of a lapse is dated by the law, not by the waking of the host', () => {
  const silent = workflow({
    ask: {
      kind: 'wait',
      for: { body: 'county' },
      documents: ['征求意见函'],
      limit: {
        value: 3,
        unit: 'working-day',
        basis: 'A',
        expiry: { take: 'none', as: 'silent-consent' },
      },
      answers: { none: { result: 'closed', documents: ['默许记录'] } },
    },
  })
  const kase = new SmallCase(silent)
  kase.tick('2026-03-20T09:00:00+08:00')
  const last = '2026-03-05T18:00:00+08:00'
  expect(kase.case.documents).toEqual({
    征求意见函: { times: 1, last },
    默许记录: { times: 1, last },
  })
})
