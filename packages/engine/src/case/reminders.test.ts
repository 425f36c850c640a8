import { expect, test } from 'vitest'
import type { Limit } from '../model/limit.ts'
import type { Workflow } from '../model/workflow.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { createEngine } from './engine.ts'

function workflow(limit: Limit): Workflow {
  return {
    format: 1,
    id: 'w',
    title: { zh: '提醒' },
    fields: {},
    outcomes: { done: { class: 'granted' } },
    start: 'sign',
    steps: {
      sign: {
        kind: 'task',
        by: { duty: 'D01' },
        limit,
        actions: { agree: { result: 'closed', outcome: 'done' } },
      },
    },
  }
}

function opened(limit: Limit) {
  const engine = createEngine(smallRelease(workflow(limit)), smallRegisters({ duties: ['D01'] }))
  const at = '2026-03-02T09:00:00+08:00'
  const decided = engine.open({ caseId: 'c', commandId: 'k', item: 'w', town: SMALL_TOWN, at })
  if (!decided.ok) throw new Error(decided.error.kind)
  return { engine, kase: decided.value.case }
}

const FIVE_DAYS: Limit = { value: 5, unit: 'working-day', basis: 'A', remind: [2, 1] }

test('those asked are reminded so long before the limit runs out, once each', () => {
  const { engine, kase } = opened(FIVE_DAYS)

  const ticked = engine.tick(kase, '2026-03-06T12:00:00+08:00')

  if (!ticked.ok) throw new Error(ticked.error.kind)
  expect(ticked.value.events.map((event) => [event.kind, event.effectiveAt])).toEqual([
    ['reminded', '2026-03-05T00:00:00+08:00'],
    ['reminded', '2026-03-06T00:00:00+08:00'],
  ])
  expect(ticked.value.effects.map((effect) => effect.effect)).toEqual(['remind', 'remind'])
  const again = engine.tick(ticked.value.case, '2026-03-06T12:00:00+08:00')
  expect(again.ok && again.value.events).toEqual([])
})

test('the host is told to call for the first reminder, then for the limit', () => {
  const { engine, kase } = opened(FIVE_DAYS)
  expect(engine.nextDue(kase)).toBe('2026-03-05T00:00:00+08:00')
  const ticked = engine.tick(kase, '2026-03-06T12:00:00+08:00')
  expect(ticked.ok && engine.nextDue(ticked.value.case)).toBe('2026-03-09T18:00:00+08:00')
})

test('a reminder that would come before the step opened is not given', () => {
  const { engine, kase } = opened({ value: 1, unit: 'day', basis: 'A', remind: [3] })
  expect(engine.nextDue(kase)).toBe('2026-03-03T18:00:00+08:00')
})

test.each([
  ['hour', 10, [2], '2026-03-02T17:00:00+08:00'],
  // Two months end on 2 May, a holiday; the due day is 6 May.
  ['month', 2, [1], '2026-04-06T00:00:00+08:00'],
] as const)('a limit in %ss is reminded of in its own unit', (unit, value, remind, at) => {
  const { engine, kase } = opened({ value, unit, basis: 'A', remind })
  expect(engine.nextDue(kase)).toBe(at)
})
