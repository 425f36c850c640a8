import { describe, expect, test } from 'vitest'
import type { ReferenceCase } from '../../testing/reference-case.ts'
import { faultsOfCase } from '../../testing/reference-case.ts'
import { clerk, parallel, phase, task, workflow } from '../../testing/small-workflow.ts'

const CASES: readonly ReferenceCase[] = [
  {
    fault: 'unknown-field',
    at: 'steps.a.data.edit[0]',
    facts: { name: 'aera', nearest: 'area' },
    of: workflow({ a: task('=closed', { data: { edit: ['aera'] } }) }),
  },
  {
    fault: 'unknown-field',
    at: 'steps.a.actions.go.sets.accepted',
    facts: { name: 'accepted' },
    of: workflow({
      a: task('', { actions: { go: { result: 'closed', sets: { accepted: 'today()' } } } }),
    }),
  },
  {
    fault: 'wrong-field-type',
    at: 'steps.a.limit.from',
    facts: { field: 'area', found: 'number', expected: ['date'] },
    of: workflow({
      a: task('=closed', { limit: { value: 5, unit: 'day', from: 'area', basis: 'A' } }),
    }),
  },
  {
    fault: 'wrong-field-type',
    at: 'steps.a.limit.value',
    facts: { field: 'on', expected: ['number'] },
    of: workflow({ a: task('=closed', { limit: { value: 'on', unit: 'day', basis: 'A' } }) }),
  },
  {
    fault: 'unknown-step',
    at: 'steps.b.separateFrom[0]',
    facts: { name: 'aa', nearest: 'a' },
    of: workflow({ a: task('b'), b: task('=closed', { separateFrom: ['aa'] }) }),
  },
  {
    fault: 'unknown-step',
    at: 'steps.a.samePersonAs',
    of: workflow({ a: task('=closed', { samePersonAs: 'nobody' }) }),
  },
  {
    fault: 'unknown-step',
    at: 'steps.a.by[1].same',
    of: workflow({ a: task('=closed', { by: [clerk, { same: 'nobody' }] }) }),
  },
  {
    fault: 'unknown-clock',
    at: 'steps.a.stops.statutory',
    facts: { step: 'a', name: 'statutory', known: [] },
    of: workflow({
      a: task('=closed', { stops: { statutory: { ground: 'hearing', basis: 'A' } } }),
    }),
  },
  {
    fault: 'unlawful-ground',
    at: 'steps.a.steps.inner.stops.statutory.ground',
    facts: { ground: 'holiday' },
    of: workflow({
      a: phase(
        { inner: task('=done', { stops: { statutory: { ground: 'holiday', basis: 'A' } } }) },
        { clocks: { statutory: { value: 20, unit: 'working-day', basis: 'A' } } },
      ),
    }),
  },
  {
    fault: 'otherwise-row',
    at: 'steps.a.exits',
    facts: { problem: 'missing' },
    of: workflow({
      a: parallel(
        { one: { x: task('=ok') } },
        { exits: [{ count: 'ok', atLeast: 1, result: 'closed' }] },
      ),
    }),
  },
  {
    fault: 'otherwise-row',
    at: 'steps.a.exits[0]',
    facts: { problem: 'not-last' },
    of: workflow({
      a: parallel(
        { one: { x: task('=ok') } },
        {
          exits: [
            { otherwise: true, result: 'closed' },
            { count: 'ok', atLeast: 1, result: 'closed' },
          ],
        },
      ),
    }),
  },
  {
    fault: 'when-without-skip',
    at: 'steps.a.when',
    facts: { step: 'a' },
    of: workflow({ a: task('=closed', { when: 'area > 1' }) }),
  },
  {
    fault: 'sides-inside-side',
    at: 'steps.a.sides.beside.steps.inner.sides',
    facts: { step: 'inner', side: 'a/beside' },
    of: workflow({
      a: phase(
        { x: task('=done') },
        {
          sides: {
            beside: {
              opens: { by: clerk },
              start: 'inner',
              steps: {
                inner: phase(
                  { y: task('=done') },
                  {
                    exits: { done: { result: 'rest' } },
                    sides: {
                      deeper: { opens: { by: clerk }, start: 'z', steps: { z: task('=rest') } },
                    },
                  },
                ),
              },
            },
          },
        },
      ),
    }),
  },
  {
    fault: 'side-named-as-action',
    at: 'steps.a.sides.withdraw',
    facts: { step: 'a', name: 'withdraw' },
    of: workflow({
      a: phase(
        { x: task('=done') },
        {
          actions: { withdraw: { by: clerk, result: 'done' } },
          sides: { withdraw: { opens: { by: clerk }, start: 'y', steps: { y: task('=rest') } } },
        },
      ),
    }),
  },
  {
    fault: 'too-few-exits',
    at: 'steps.a.exits',
    facts: { step: 'a', exits: ['made'] },
    of: workflow({
      a: { kind: 'service', operation: 'make', exits: { made: { result: 'closed' } } },
    }),
  },
  {
    fault: 'too-few-exits',
    at: 'steps.a.actions',
    facts: { exits: [] },
    of: workflow({ a: { kind: 'task', by: clerk, actions: {} } }),
  },
  {
    fault: 'missing-otherwise',
    at: 'steps.a.exits',
    facts: { of: 'call' },
    of: workflow({
      a: { kind: 'call', workflow: 'penalty', exits: { granted: { result: 'closed' } } },
    }),
  },
  {
    fault: 'missing-escalation-post',
    at: 'policies.emptySigner',
    facts: { policies: ['emptySigner'] },
    of: workflow({ a: task('=closed') }, { policies: { emptySigner: 'escalate' } }),
  },
]

describe('things that a step names and parts that a block must have', () => {
  test.each(CASES)('$fault at $at', (one) => {
    const faults = faultsOfCase(one)

    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ kind: one.fault, at: one.at, file: 'w.json', ...one.facts })
    expect(faults[0]?.line).toBeGreaterThan(1)
  })
})
