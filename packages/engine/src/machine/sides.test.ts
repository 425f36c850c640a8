import { describe, expect, test } from 'vitest'
import type { Side } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

const withdrawal: Side = {
  opens: { by: { party: 'applicant' }, max: 2 },
  start: 'confirm',
  steps: {
    confirm: {
      kind: 'task',
      by: { duty: 'D01' },
      actions: { confirm: { result: 'withdrawn' }, deny: { result: 'rest' } },
    },
  },
}

/** deferred materials, to be brought in eight days */
const deferred: Side = {
  opens: { when: 'area > 100' },
  start: 'await',
  steps: {
    await: {
      kind: 'wait',
      for: { party: 'applicant' },
      limit: { value: 8, unit: 'working-day', basis: 'F50c', expiry: { take: 'missing' } },
      answers: { supplied: { result: 'rest' }, missing: { result: 'terminated' } },
    },
  },
}

const handled = workflow({
  handling: phase(
    { check: task('sign'), sign: task('=done') },
    {
      sides: { withdrawal, deferred },
      exits: { done: { to: 'issue' }, withdrawn: { to: 'file' }, terminated: { to: 'file' } },
    },
  ),
  issue: task('=closed'),
  file: task('=closed'),
})

describe('a side', () => {
  test('opens by itself where its condition is true at entry', () => {
    expect(new SmallCase(handled, { data: { area: 120 } }).open).toEqual(['await', 'check'])
    expect(new SmallCase(handled, { data: { area: 80 } }).open).toEqual(['check'])
    expect(new SmallCase(handled).open).toEqual(['check'])
  })

  test('is opened by those whom it names, while the main line goes on', () => {
    const kase = new SmallCase(handled)
    expect(kase.refuse('handling', 'withdrawal', clerk)).toMatchObject({
      kind: 'not-for-you',
      asked: ['@applicant'],
    })
    kase.act('handling', 'withdrawal', '@applicant')
    expect(kase.open).toEqual(['check', 'confirm'])
    expect(go(kase, 'check').open).toEqual(['confirm', 'sign'])
  })

  test('a side that opens by itself is opened by nobody', () => {
    expect(new SmallCase(handled).refuse('handling', 'deferred', '@applicant')).toEqual({
      kind: 'side-not-available',
      side: 'deferred',
    })
  })

  test('comes to rest by a result that is no exit of the phase', () => {
    const kase = new SmallCase(handled).act('handling', 'withdrawal', '@applicant')
    kase.act('confirm', 'deny', clerk)
    expect(kase.open).toEqual(['check'])
    expect(kase.case.position.done['handling/withdrawal']?.exit).toBe('rest')
  })

  test('ends the phase by a result that is one', () => {
    const kase = new SmallCase(handled).act('handling', 'withdrawal', '@applicant')
    kase.act('confirm', 'confirm', clerk)
    expect(kase.open).toEqual(['file'])
    expect(kase.case.position.done['handling']?.exit).toBe('withdrawn')
  })

  test('has one instance at a time, and no more than it may', () => {
    const kase = new SmallCase(handled).act('handling', 'withdrawal', '@applicant')
    const unavailable = { kind: 'side-not-available', side: 'withdrawal', max: 2 }
    expect(kase.refuse('handling', 'withdrawal', '@applicant')).toEqual(unavailable)
    kase.act('confirm', 'deny', clerk).act('handling', 'withdrawal', '@applicant')
    expect(kase.task('confirm').task).toBe('confirm#2')
    kase.act('confirm', 'deny', clerk)
    expect(kase.refuse('handling', 'withdrawal', '@applicant')).toEqual(unavailable)
  })

  test('its lapse ends the phase: materials that were not brought', () => {
    const kase = go(new SmallCase(handled, { data: { area: 120 } }), 'check')
    const events = kase.tick('2026-03-13T00:00:00+08:00')
    expect(events.map(({ kind, effectiveAt }) => [kind, effectiveAt])).toEqual([
      ['expired', '2026-03-12T18:00:00+08:00'],
    ])
    expect(kase.open).toEqual(['file'])
    expect(kase.case.position.done['handling']?.exit).toBe('terminated')
  })
})

describe('a phase with sides', () => {
  test('waits with its result until every side rests', () => {
    const kase = go(new SmallCase(handled, { data: { area: 120 } }), 'check', 'sign')
    expect(kase.open).toEqual(['await'])
    expect(kase.case.position.blocks['handling']).toMatchObject({ result: 'done', via: 'main' })
    kase.act('await', 'supplied', '@applicant')
    expect(kase.open).toEqual(['issue'])
    expect(kase.case.position.done['handling']?.exit).toBe('done')
  })

  test('may still be ended by a side while it waits', () => {
    const kase = go(new SmallCase(handled, { data: { area: 120 } }), 'check', 'sign')
    kase.tick('2026-03-13T00:00:00+08:00')
    expect(kase.open).toEqual(['file'])
    expect(kase.case.position.done['handling']?.exit).toBe('terminated')
  })

  test('waits for each of several sides', () => {
    const kase = new SmallCase(handled, { data: { area: 120 } })
    kase.act('handling', 'withdrawal', '@applicant')
    go(kase, 'check', 'sign').act('await', 'supplied', '@applicant')
    expect(kase.open).toEqual(['confirm'])
    expect(kase.act('confirm', 'deny', clerk).open).toEqual(['issue'])
  })

  test('a side may be opened while the phase waits', () => {
    const kase = go(new SmallCase(handled, { data: { area: 120 } }), 'check', 'sign')
    kase.act('handling', 'withdrawal', '@applicant')
    kase.act('await', 'supplied', '@applicant')
    expect(kase.open).toEqual(['confirm'])
  })
})
