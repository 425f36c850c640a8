import { describe, expect, test } from 'vitest'
import { canonical } from '../model/canonical.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'
import type { ActCommand } from './command.ts'

const clerk = { person: 'D01-handler-1' }
const drawn = workflow({
  handle: phase(
    {
      check: task('sign', { data: { edit: ['area'] } }),
      sign: task('=done'),
      told: { kind: 'wait', for: { party: 'applicant' }, answers: { go: { result: 'done' } } },
    },
    { clocks: { promised: { value: 5, unit: 'day', basis: 'A' } } },
  ),
})

const command: ActCommand = {
  commandId: 'x',
  task: 'check',
  action: 'go',
  at: MONDAY,
  by: clerk,
}

type Wrong = Partial<ActCommand>

describe('a command that cannot be carried out', () => {
  test.each<[string, Wrong, Readonly<Record<string, unknown>>]>([
    ['a task that is not open', { task: 'sign' }, { kind: 'task-not-open', open: ['check#1'] }],
    ['another round', { task: 'check#2' }, { kind: 'task-not-open', task: 'check#2' }],
    ['a task of nowhere', { task: 'nowhere' }, { kind: 'task-not-open' }],
    ['no task', { task: '' }, { kind: 'task-not-open' }],
    ['a name of every object', { task: 'constructor' }, { kind: 'task-not-open' }],
    ['a prototype', { task: '__proto__' }, { kind: 'task-not-open' }],
    ['another visit of a phase', { task: 'handle#9' }, { kind: 'task-not-open' }],
    [
      'an unknown action',
      { action: 'burn' },
      { kind: 'unknown-action', step: 'check', action: 'burn', allowed: ['go'] },
    ],
    ['an action of every object', { action: 'constructor' }, { kind: 'unknown-action' }],
    ['an action named toString', { action: 'toString' }, { kind: 'unknown-action' }],
    ['a prototype as action', { action: '__proto__' }, { kind: 'unknown-action' }],
    [
      'an action of every object on a phase',
      { task: 'handle', action: 'constructor' },
      { kind: 'unknown-action', step: 'handle', allowed: [] },
    ],
    ['somebody else', { by: { person: 'nobody' } }, { kind: 'not-for-you', by: 'nobody' }],
    ['a person named constructor', { by: { person: 'constructor' } }, { kind: 'not-for-you' }],
    ['a party where staff is asked', { by: { party: 'applicant' } }, { kind: 'not-for-you' }],
    ['time going back', { at: '2026-03-02T08:59:59+08:00' }, { kind: 'time-went-back' }],
    ['no time', { at: '' }, { kind: 'bad-instant' }],
    ['a time without offset', { at: '2026-03-02T09:00:00' }, { kind: 'bad-instant' }],
    ['a day that there is not', { at: '2026-02-30T09:00:00+08:00' }, { kind: 'bad-instant' }],
    [
      'an unknown field',
      { data: { height: 1 } },
      { kind: 'unknown-field', field: 'height', known: ['area', 'on', 'plots'] },
    ],
    [
      'a field of every object',
      { data: { constructor: 1 } as never },
      { kind: 'unknown-field', field: 'constructor' },
    ],
    [
      'a field that is not for this step',
      { data: { on: '2026-03-02' } },
      { kind: 'field-not-editable', step: 'check', field: 'on', editable: ['area'] },
    ],
    ['a value of another type', { data: { area: '9' } }, { kind: 'value-does-not-fit' }],
    ['no number', { data: { area: Number.NaN } }, { kind: 'value-does-not-fit' }],
    [
      'a return to a name of every object',
      { action: 'return', to: 'constructor', opinion: 'x' },
      { kind: 'not-done-yet', to: 'constructor', targets: [] },
    ],
    [
      'an extension of a name of every object',
      { task: 'handle', action: 'extend', clock: 'constructor', reason: 'x' },
      { kind: 'unknown-clock', clocks: ['promised'] },
    ],
    ['an operator that is no act', { action: 'reopen' }, { kind: 'unknown-action' }],
  ])('%s', (_, wrong, refusal) => {
    const kase = new SmallCase(drawn)
    const before = canonical(kase.case)
    const decided = kase.engine.act(kase.case, { ...command, ...wrong })
    expect(decided).toMatchObject({ ok: false, error: refusal })
    expect(canonical(kase.case)).toBe(before)
  })

  test('of another release is told both', () => {
    const kase = new SmallCase(drawn)
    const other = new SmallCase(workflow({ check: task('=closed') }))
    expect(other.engine.act(kase.case, command)).toEqual({
      ok: false,
      error: { kind: 'other-release', release: kase.release.hash, given: other.release.hash },
    })
  })

  test('nobody passes for the applicant, a body or a service under a staff id', () => {
    const asked = workflow({
      told: { kind: 'wait', for: { party: 'applicant' }, answers: { go: { to: 'apply' } } },
      apply: { kind: 'task', by: { party: 'applicant' }, actions: { go: { to: 'print' } } },
      print: {
        kind: 'service',
        operation: 'print',
        exits: { done: { result: 'closed' }, failed: { result: 'closed' } },
      },
    })
    const kase = new SmallCase(asked)
    const as = (step: string, action: string, person: string) =>
      kase.engine.act(kase.case, { ...command, task: step, action, by: { person } })
    expect(as('told', 'go', '@applicant')).toMatchObject({ error: { kind: 'not-for-you' } })
    kase.act('told', 'go', '@applicant')
    expect(as('apply', 'go', '@applicant')).toMatchObject({ error: { kind: 'not-for-you' } })
    kase.act('apply', 'go', '@applicant')
    expect(as('print', 'done', '@service:print')).toMatchObject({ error: { kind: 'not-for-you' } })
    expect(kase.act('print', 'done', '@service:print').case.closedAt).not.toBeNull()
  })

  test('of a side that is open inside a phase of its own', () => {
    const nested = workflow({
      handle: phase(
        { check: task('=done') },
        {
          sides: {
            beside: {
              opens: { by: { party: 'applicant' } },
              start: 'inner',
              steps: {
                inner: phase({ look: task('=over') }, { exits: { over: { result: 'rest' } } }),
              },
            },
          },
        },
      ),
    })
    const kase = new SmallCase(nested).act('handle', 'beside', '@applicant')
    expect(kase.open).toEqual(['check', 'look'])
    expect(kase.refuse('handle', 'beside', '@applicant')).toEqual({
      kind: 'side-not-available',
      side: 'beside',
    })
  })

  test('a result named as every object has it is a name like any other', () => {
    const odd = workflow({
      handle: phase(
        { check: task('=done') },
        {
          sides: {
            beside: {
              opens: { by: { party: 'applicant' } },
              start: 'look',
              steps: { look: task('=constructor') },
            },
          },
        },
      ),
    })
    const kase = new SmallCase(odd).act('handle', 'beside', '@applicant')
    kase.act('look', 'go', 'D01-handler-1')
    expect(kase.open).toEqual(['check'])
  })
})
