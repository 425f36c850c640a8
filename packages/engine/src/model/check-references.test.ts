import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import type { ReferenceCase } from '../testing/reference-case.ts'
import { faultsOfCase } from '../testing/reference-case.ts'
import { arrow, clerk, parallel, phase, task, workflow } from '../testing/small-workflow.ts'
import { checkReferences } from './check-references.ts'

const CASES: readonly ReferenceCase[] = [
  {
    fault: 'duplicate-step',
    at: 'steps.a.branches.two.steps.same',
    facts: { step: 'same', first: 'steps.a.branches.one.steps.same' },
    of: workflow({ a: parallel({ one: { same: task('=done') }, two: { same: task('=done') } }) }),
  },
  {
    fault: 'unknown-target',
    at: 'steps.window.actions.go.to',
    facts: { name: 'isue', nearest: 'issue', block: '' },
    of: workflow({ window: task('isue'), issue: task('=closed') }),
  },
  {
    fault: 'arrow-across-blocks',
    at: 'steps.a.steps.inner.actions.go.to',
    facts: { to: 'b', block: 'a', targetBlock: '' },
    of: workflow({
      a: phase({ inner: task('b', { actions: { end: arrow('=done') } }) }),
      b: task('=closed'),
    }),
  },
  {
    fault: 'unknown-start',
    at: 'start',
    facts: { name: 'windw', nearest: 'window', block: '' },
    of: workflow({ window: task('=closed') }, { start: 'windw' }),
  },
  {
    fault: 'unknown-start',
    at: 'steps.a.start',
    facts: { block: 'a' },
    of: workflow({ a: phase({ inner: task('=done') }, { start: 'a' }) }),
  },
  {
    fault: 'unknown-result',
    at: 'steps.a.actions.go.result',
    facts: { name: 'granted', known: ['closed'], block: '' },
    of: workflow({ a: task('=granted') }),
  },
  {
    fault: 'unknown-result',
    at: 'steps.a.steps.inner.actions.go.result',
    facts: { name: 'dome', nearest: 'done', block: 'a' },
    of: workflow({ a: phase({ inner: task('=dome', { actions: { ok: arrow('=done') } }) }) }),
  },
  {
    fault: 'unknown-result',
    at: 'steps.a.actions.withdraw.result',
    facts: { name: 'withdrawn' },
    of: workflow({
      a: phase(
        { inner: task('=done') },
        { actions: { withdraw: { by: clerk, result: 'withdrawn' } } },
      ),
    }),
  },
  {
    fault: 'result-never-given',
    at: 'steps.a.exits.refused',
    facts: { name: 'refused', known: ['done'] },
    of: workflow({
      a: phase(
        { inner: task('=done') },
        { exits: { done: { result: 'closed' }, refused: { result: 'closed' } } },
      ),
    }),
  },
  {
    fault: 'result-never-given',
    at: 'steps.a.exits[0].count',
    facts: { name: 'agre', nearest: 'agree' },
    of: workflow({
      a: parallel(
        { one: { x: task('=agree') } },
        {
          exits: [
            { count: 'agre', atLeast: 1, early: true, result: 'closed' },
            { otherwise: true, result: 'closed' },
          ],
        },
      ),
    }),
  },
  {
    fault: 'arrow-leads-nowhere',
    at: 'steps.a.exits.failed',
    facts: { step: 'a', exit: 'failed' },
    of: workflow({
      a: { kind: 'service', operation: 'make', exits: { made: { result: 'closed' }, failed: {} } },
    }),
  },
  {
    fault: 'exit-without-arrow',
    at: 'steps.a.limit.expiry.take',
    facts: { step: 'a', exit: 'note' },
    of: workflow({
      a: task('=closed', {
        limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'note' } },
        actions: { go: { result: 'closed' }, note: {} },
      }),
    }),
  },
  {
    fault: 'exit-without-arrow',
    at: 'steps.a.skip',
    facts: { step: 'a', exit: 'note' },
    of: workflow({
      a: task('=closed', {
        when: 'area > 1',
        skip: 'note',
        actions: { go: { result: 'closed' }, note: {} },
      }),
    }),
  },
  {
    fault: 'unknown-outcome',
    at: 'steps.a.actions.go.outcome',
    facts: { name: 'grantd', nearest: 'granted' },
    of: workflow({
      a: task('=closed', { actions: { go: { result: 'closed', outcome: 'grantd' } } }),
    }),
  },
  {
    fault: 'outcome-inside-block',
    at: 'steps.a.steps.inner.actions.go.outcome',
    facts: { outcome: 'granted', block: 'a' },
    of: workflow({
      a: phase({ inner: task('', { actions: { go: { result: 'done', outcome: 'granted' } } }) }),
    }),
  },
  {
    fault: 'unknown-exit',
    at: 'steps.a.skip',
    facts: { step: 'a', name: 'goo', nearest: 'go' },
    of: workflow({ a: task('=closed', { skip: 'goo' }) }),
  },
  {
    fault: 'unknown-exit',
    at: 'steps.a.limit.expiry.take',
    facts: { name: 'accept', known: ['go'] },
    of: workflow({
      a: task('=closed', {
        limit: { value: 5, unit: 'day', basis: 'A', expiry: { take: 'accept' } },
      }),
    }),
  },
  {
    fault: 'unknown-exit',
    at: 'steps.a.clocks.delivery.expiry.take',
    facts: { step: 'a', name: 'lapse' },
    of: workflow({
      a: phase(
        { inner: task('=done') },
        { clocks: { delivery: { value: 5, unit: 'day', basis: 'A', expiry: { take: 'lapse' } } } },
      ),
    }),
  },
]

describe('ways through a workflow', () => {
  test('the homestead of the language has no fault', () => {
    expect(checkReferences(homesteadReference)).toEqual([])
  })

  test.each(CASES)('$fault at $at', (one) => {
    const faults = faultsOfCase(one)

    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ kind: one.fault, at: one.at, file: 'w.json', ...one.facts })
    expect(faults[0]?.line).toBeGreaterThan(1)
  })
})
