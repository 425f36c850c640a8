import { describe, expect, test } from 'vitest'
import type { Decision } from '../model/step.ts'
import type { DecisionTable } from '../model/table.ts'
import type { Workflow } from '../model/workflow.ts'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const fields = {
  volume: { type: 'number', scale: 3 },
  route: { type: 'text' },
  days: { type: 'number', scale: 0, max: 30 },
  forest: { type: 'boolean' },
  few: { type: 'number', max: 30 },
} as const

function deciding(route: Decision, more: Partial<Workflow> = {}): Workflow {
  return workflow(
    {
      ask: task('route', { data: { edit: ['volume', 'forest'] } }),
      route,
      small: task('=closed'),
      large: task('=closed'),
      other: task('=closed'),
    },
    { fields, ...more },
  )
}

const byRows: Decision = {
  kind: 'decision',
  rows: [
    { when: 'volume < 2', to: 'small', sets: { days: '1', route: '"commitment"' } },
    { when: 'volume < 10 and forest', to: 'large', sets: { days: '10' } },
  ],
  otherwise: { to: 'other', sets: { days: '20' } },
}

describe('a decision by rows', () => {
  test.each<[Readonly<Record<string, number | boolean>>, string, number]>([
    [{ volume: 1.999 }, 'small', 1],
    [{ volume: 2, forest: true }, 'large', 10],
    [{ volume: 2, forest: false }, 'other', 20],
    [{ volume: 2 }, 'other', 20],
    [{}, 'other', 20],
    [{ volume: 10, forest: true }, 'other', 20],
  ])('takes the first row that is true, null is not: %j', (data, open, days) => {
    const kase = new SmallCase(deciding(byRows), { data }).act('ask', 'go', 'D01-handler-1')
    expect(kase.open).toEqual([open])
    expect(kase.case.position.data['days']).toBe(days)
  })

  test('is recorded with the row that it took, and passed in the same move', () => {
    const kase = new SmallCase(deciding(byRows), { data: { volume: 1 } })
    kase.act('ask', 'go', 'D01-handler-1')
    expect(kase.ledger).toHaveLength(2)
    expect(kase.ledger[1]?.facts).toEqual(
      expect.arrayContaining([
        { fact: 'decided', step: 'route', exit: 'row-1' },
        { fact: 'set', field: 'days', value: 1 },
        { fact: 'set', field: 'route', value: 'commitment' },
      ]),
    )
    expect(kase.case.position.done['route']?.exit).toBe('row-1')
  })

  test('is asked anew each time', () => {
    const looping = deciding(byRows)
    const again = { ...looping.steps, other: task('ask') }
    const kase = new SmallCase({ ...looping, steps: again }, { data: { volume: 50 } })
    kase.act('ask', 'go', 'D01-handler-1').act('other', 'go', 'D01-handler-1')
    kase.act('ask', 'go', 'D01-handler-1', { data: { volume: 1 } })
    expect(kase.open).toEqual(['small'])
  })

  test('decisions one after the other are passed in one move', () => {
    const chained = deciding({ kind: 'decision', rows: [], otherwise: { to: 'second' } })
    const steps = {
      ...chained.steps,
      second: { kind: 'decision', rows: [], otherwise: { to: 'large' } } as const,
    }
    const kase = new SmallCase({ ...chained, steps }).act('ask', 'go', 'D01-handler-1')
    expect(kase.open).toEqual(['large'])
  })

  test('a workflow may start with one', () => {
    const kase = new SmallCase(deciding(byRows, { start: 'route' }), { data: { volume: 1 } })
    expect(kase.open).toEqual(['small'])
  })

  test('what does not fit its field is written as nothing', () => {
    const wrong: Decision = {
      kind: 'decision',
      rows: [],
      otherwise: { to: 'other', sets: { few: 'volume * 10' } },
    }
    const data = { volume: 3.01, few: 3 }
    const kase = new SmallCase(deciding(wrong), { data }).act('ask', 'go', 'D01-handler-1')
    expect(kase.case.position.data['few']).toBeNull()
  })

  test('sets are written one after the other, each seeing the one before', () => {
    const sets: Decision = {
      kind: 'decision',
      rows: [],
      otherwise: { to: 'other', sets: { days: '4', volume: 'days + 1' } },
    }
    const kase = new SmallCase(deciding(sets), { data: { days: 9 } })
    kase.act('ask', 'go', 'D01-handler-1')
    expect(kase.case.position.data).toMatchObject({ days: 4, volume: 5 })
  })
})

const table: DecisionTable = {
  format: 1,
  id: 'bands',
  title: { zh: '蓄积分档' },
  hitPolicy: 'first',
  inputs: [{ expression: 'volume' }],
  outputs: [
    { id: 'exit', type: 'text' },
    { id: 'days', type: 'number' },
    { id: 'unknown', type: 'text' },
  ],
  rules: [
    { when: ['< 2'], then: ['"little"', '1', '"x"'] },
    { when: ['< 10'], then: ['"much"', '10', '"y"'] },
    { when: ['< 20'], then: ['"nowhere"', '15', '"z"'] },
  ],
}

const byTable: Decision = {
  kind: 'decision',
  table: 'bands',
  exits: { little: { to: 'small' }, much: { to: 'large' } },
  otherwise: { to: 'other' },
}

describe('a decision by a table', () => {
  test.each([
    [1, 'small', 1, 'little', [1]],
    [5, 'large', 10, 'much', [2]],
    [15, 'other', 15, 'otherwise', [3]],
    [25, 'other', null, 'otherwise', []],
  ] as const)('volume %d leads to %s and fixes %s days', (volume, open, days, exit, hits) => {
    const kase = new SmallCase(deciding(byTable), { data: { volume }, tables: { bands: table } })
    kase.act('ask', 'go', 'D01-handler-1')
    expect(kase.open).toEqual([open])
    expect(kase.case.position.data['days'] ?? null).toBe(days)
    expect(kase.case.position.data).not.toHaveProperty('unknown')
    expect(kase.ledger.at(-1)?.facts).toContainEqual({
      fact: 'decided',
      step: 'route',
      exit,
      hits,
    })
  })
})
