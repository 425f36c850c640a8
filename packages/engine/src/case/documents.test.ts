import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

function issued(kase: SmallCase): readonly string[] {
  return kase.ledger.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.fact === 'issued' ? [`${fact.step}: ${fact.document}`] : [])),
  )
}

describe('documents are issued', () => {
  test('by a step as it is completed, then by the arrow that it takes', () => {
    const drawn = workflow({
      visit: {
        kind: 'task',
        by: { duty: 'D01' },
        documents: ['现场审查表'],
        actions: {
          note: { documents: ['照片'] },
          go: { to: 'sign', documents: ['意见'] },
          no: { to: 'sign', documents: ['不予'] },
        },
      },
      sign: task('=closed'),
    })
    const kase = new SmallCase(drawn).act('visit', 'note', clerk)
    expect(issued(kase)).toEqual(['visit: 照片'])
    kase.act('visit', 'go', clerk)
    expect(issued(kase)).toEqual(['visit: 照片', 'visit: 现场审查表', 'visit: 意见'])
  })

  test('by decisions, reviews and phases as they are left', () => {
    const drawn = workflow({
      handle: phase(
        {
          joint: parallel(
            { x: { x: task('=ok') } },
            { exits: [{ otherwise: true, to: 'size', documents: ['联审意见表'] }] },
          ),
          size: {
            kind: 'decision',
            rows: [],
            otherwise: { result: 'done', documents: ['分档表'] },
          },
        },
        { exits: { done: { result: 'closed', documents: ['决定书'] } } },
      ),
    })
    const kase = new SmallCase(drawn).act('x', 'go', clerk)
    expect(issued(kase)).toEqual(['joint: 联审意见表', 'size: 分档表', 'handle: 决定书'])
  })

  test('by an action of a phase, beside those of the exit that it leads to', () => {
    const drawn = workflow({
      handle: phase(
        { check: task('=done') },
        {
          actions: {
            withdraw: {
              by: { party: 'applicant' },
              result: 'withdrawn',
              documents: ['撤回申请书'],
            },
          },
          exits: {
            done: { result: 'closed' },
            withdrawn: { result: 'closed', documents: ['终止告知书'] },
          },
        },
      ),
    })
    const kase = new SmallCase(drawn).act('handle', 'withdraw', '@applicant')
    expect(issued(kase)).toEqual(['handle: 撤回申请书', 'handle: 终止告知书'])
  })

  test('by lapse of time as by hand', () => {
    const drawn = workflow({
      check: task('=closed', {
        limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'go', as: 'deemed' } },
        actions: { go: { result: 'closed', documents: ['受理通知书'] } },
      }),
    })
    const kase = new SmallCase(drawn)
    kase.tick('2026-03-05T09:00:00+08:00')
    expect(issued(kase)).toEqual(['check: 受理通知书'])
  })

  test('a lapse issues no paper that somebody would have made: only the arrow that it takes', () => {
    const drawn = workflow({
      check: task('=closed', {
        documents: ['审查表'],
        limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'go' } },
        actions: { go: { result: 'closed', documents: ['告知书'] } },
      }),
    })
    const kase = new SmallCase(drawn)
    kase.tick('2026-03-05T09:00:00+08:00')
    expect(issued(kase)).toEqual(['check: 告知书'])
  })

  test('a joint signing in which one has spoken has its paper, though the others were silent', () => {
    const drawn = workflow({
      check: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        documents: ['审查表'],
        signing: { rule: 'all' },
        limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'go', as: 'silent-consent' } },
        actions: { go: { counts: 'for', result: 'closed' } },
      }),
    })
    const kase = new SmallCase(drawn).act('check', 'go', clerk)
    kase.tick('2026-03-05T09:00:00+08:00')
    expect(issued(kase)).toEqual(['check: 审查表'])
  })

  test('not by a step that is cancelled, nor by a block that is closed without an exit', () => {
    const drawn = workflow({
      before: task('handle'),
      handle: phase(
        { check: task('=done', { documents: ['审查表'] }) },
        { exits: { done: { result: 'closed', documents: ['决定书'] } } },
      ),
    })
    const kase = new SmallCase(drawn).act('before', 'go', clerk)
    kase.act('check', 'return', clerk, { to: 'before', opinion: '不符' })
    expect(issued(kase)).toEqual([])
  })

  test('again in a new round: how often, and when last', () => {
    const drawn = workflow({
      check: task('=closed', {
        documents: ['审查表'],
        actions: { again: { to: 'check' } },
      }),
    })
    const kase = new SmallCase(drawn).act('check', 'again', clerk)
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('check', 'go', clerk)
    expect(kase.case.documents).toEqual({
      审查表: { times: 2, last: '2026-03-04T09:00:00+08:00' },
    })
  })

  test('whatever they are called', () => {
    const drawn = workflow({
      check: task('=closed', { documents: ['constructor', '__proto__x', 'toString'] }),
    })
    const kase = new SmallCase(drawn).act('check', 'go', clerk)
    expect(Object.entries(kase.case.documents).map(([name, { times }]) => [name, times])).toEqual([
      ['constructor', 1],
      ['__proto__x', 1],
      ['toString', 1],
    ])
  })
})
