import { describe, expect, test } from 'vitest'
import type { Phase } from '../../model/step.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { phase, task, workflow } from '../../testing/small-workflow.ts'

const reason = '情况复杂'

const clocks: Phase['clocks'] = {
  statutory: {
    value: 20,
    unit: 'working-day',
    basis: 'F01 art.42',
    extend: { value: 10, by: { post: 'mayor' }, times: 1 },
  },
  promised: { value: 10, unit: 'working-day', basis: 'F31a' },
}

const handled = workflow({
  handle: phase(
    { check: task('ask'), ask: task('=done') },
    { clocks: clocks ?? {}, exits: { done: { to: 'issue' } } },
  ),
  issue: task('=closed'),
})

const extending = { clock: 'statutory', reason }

describe('an extension', () => {
  test('lengthens the clock, with the authority that the clock names and a reason', () => {
    const kase = new SmallCase(handled).act('handle', 'extend', 'mayor-1', extending)
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'extended',
      subject: 'handle.statutory',
      command: { clock: 'statutory', reason },
    })
    expect(kase.case.clocks['handle.statutory']).toMatchObject({
      value: 30,
      extensions: 1,
      due: { day: '2026-04-14' },
    })
    expect(kase.open).toEqual(['check'])
  })

  test('once', () => {
    const kase = new SmallCase(handled).act('handle', 'extend', 'mayor-1', extending)
    expect(kase.refuse('handle', 'extend', 'mayor-1', extending)).toEqual({
      kind: 'cannot-extend',
      clock: 'handle.statutory',
      times: 1,
      given: 1,
    })
  })

  test('comes too late once the clock has run out', () => {
    const kase = new SmallCase(handled)
    kase.tick('2026-04-01T09:00:00+08:00')
    expect(kase.refuse('handle', 'extend', 'mayor-1', extending)).toEqual({
      kind: 'too-late-to-extend',
      clock: 'handle.statutory',
      due: '2026-03-30T18:00:00+08:00',
    })
  })

  test('is for that authority only', () => {
    expect(new SmallCase(handled).refuse('handle', 'extend', 'leader-1', extending)).toEqual({
      kind: 'not-for-you',
      task: 'handle#1',
      by: 'leader-1',
      asked: ['mayor-1'],
    })
  })

  test('needs a reason', () => {
    expect(
      new SmallCase(handled).refuse('handle', 'extend', 'mayor-1', { clock: 'statutory' }),
    ).toEqual({ kind: 'unknown-operator-argument', action: 'extend', missing: 'reason' })
  })

  test('is of a clock that may be extended', () => {
    expect(
      new SmallCase(handled).refuse('handle', 'extend', 'mayor-1', { clock: 'promised', reason }),
    ).toEqual({ kind: 'cannot-extend', clock: 'handle.promised', times: 0, given: 0 })
  })

  test.each(['constructor', 'delivery', ''])('is of a clock of the phase: not %j', (clock) => {
    expect(new SmallCase(handled).refuse('handle', 'extend', 'mayor-1', { clock, reason })).toEqual(
      { kind: 'unknown-clock', clock, clocks: ['statutory', 'promised'] },
    )
  })

  test('is asked of the phase, not of a step', () => {
    expect(new SmallCase(handled).refuse('check', 'extend', 'mayor-1', extending)).toEqual({
      kind: 'unknown-clock',
      clock: 'statutory',
      clocks: [],
    })
  })

  test('of a clock that never started there is none', () => {
    const byField = workflow({
      handle: phase(
        { check: task('=done') },
        {
          clocks: {
            statutory: {
              value: 'area',
              unit: 'day',
              basis: 'A',
              extend: { value: 10, by: { post: 'mayor' }, times: 1 },
            },
          },
        },
      ),
    })
    expect(new SmallCase(byField).refuse('handle', 'extend', 'mayor-1', extending)).toEqual({
      kind: 'clock-not-running',
      clock: 'handle.statutory',
    })
  })

  test('while the clock stands still counts as well', () => {
    const stopped = workflow({
      handle: phase(
        {
          ask: {
            kind: 'wait',
            for: { body: 'county' },
            stops: { statutory: { ground: 'appraisal', basis: 'F01 art.45' } },
            answers: { go: { result: 'done' } },
          },
        },
        { clocks: clocks ?? {}, exits: { done: { to: 'issue' } } },
      ),
      issue: task('handle'),
    })
    const kase = new SmallCase(stopped).act('handle', 'extend', 'mayor-1', extending)
    expect(kase.case.clocks['handle.statutory']).toMatchObject({ value: 30, due: null })
    kase.at = '2026-03-04T09:00:00+08:00'
    kase.act('ask', 'go', '@body:county')
    expect(kase.case.clocks['handle.statutory']?.due?.day).toBe('2026-04-15')
  })

  test('stands when the phase is entered again', () => {
    const again = workflow({
      handle: phase(
        { check: task('=done') },
        { clocks: clocks ?? {}, exits: { done: { to: 'issue' } } },
      ),
      issue: task('handle'),
    })
    const kase = new SmallCase(again).act('handle', 'extend', 'mayor-1', extending)
    kase.act('check', 'go', 'D01-handler-1').act('issue', 'go', 'D01-handler-1')
    expect(kase.case.clocks['handle.statutory']).toMatchObject({ value: 30, extensions: 1 })
    expect(kase.refuse('handle', 'extend', 'mayor-1', extending).kind).toBe('cannot-extend')
  })
})
