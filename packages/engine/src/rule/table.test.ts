import { describe, expect, test } from 'vitest'
import type { CaseData, Field } from '../model/field.ts'
import type { DecisionTable, HitPolicy } from '../model/table.ts'
import { type CompiledTable, compileTable, type TableFault } from './table.ts'

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  section: { type: 'choice', of: ['permits', 'licences'] },
  level: { type: 'choice', of: ['section', 'centre', 'bureau'] },
}
const clock = { now: '2026-03-10T09:30:00+08:00' }

const frame: DecisionTable = {
  format: 1,
  id: 'approval',
  title: { zh: '审批层级' },
  hitPolicy: 'first',
  inputs: [{ expression: 'amount' }, { expression: 'section' }],
  outputs: [{ id: 'level', type: 'choice', of: ['bureau', 'centre', 'section'] }],
  rules: [
    { when: ['< 1000', '-'], then: ['"section"'] },
    { when: ['>= 500', '"permits"'], then: ['"centre"'] },
    { when: ['>= 5000', '-'], then: ['"bureau"'] },
  ],
}

function compiled(table: DecisionTable): CompiledTable {
  const result = compileTable(table, { fields })
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error))
  }
  return result.value
}

function faultsOf(table: DecisionTable): readonly TableFault[] {
  const result = compileTable(table, { fields })
  return result.ok ? [] : result.error
}

const small: CaseData = { amount: 600, section: 'permits' }
const large: CaseData = { amount: 6000, section: 'permits' }
const plain: CaseData = { amount: 2000, section: 'permits' }
const none: CaseData = { amount: 2000, section: 'licences' }

describe('the hit policy makes one answer of the rows that hit', () => {
  test.each<[HitPolicy, CaseData, unknown]>([
    ['first', small, { outputs: { level: 'section' }, hits: [1] }],
    ['first', none, { outputs: null, hits: [] }],
    ['unique', plain, { outputs: { level: 'centre' }, hits: [2] }],
    ['unique', small, { outputs: null, hits: [1, 2], violation: 'unique' }],
    ['any', plain, { outputs: { level: 'centre' }, hits: [2] }],
    ['any', small, { outputs: null, hits: [1, 2], violation: 'any' }],
    ['priority', small, { outputs: { level: 'centre' }, hits: [2] }],
    ['priority', large, { outputs: { level: 'bureau' }, hits: [3] }],
    ['collect', large, { outputs: { level: ['centre', 'bureau'] }, hits: [2, 3] }],
    ['collect', none, { outputs: null, hits: [] }],
    ['rule-order', small, { outputs: { level: ['section', 'centre'] }, hits: [1, 2] }],
    ['output-order', small, { outputs: { level: ['centre', 'section'] }, hits: [2, 1] }],
  ])('%s on %o', (hitPolicy, data, answer) => {
    expect(compiled({ ...frame, hitPolicy }).evaluate(data, clock)).toMatchObject(
      answer as Record<string, unknown>,
    )
  })

  test('any accepts several rows that agree', () => {
    const rules = frame.rules.map((rule) => ({ ...rule, then: ['"centre"'] }))
    const answer = compiled({ ...frame, hitPolicy: 'any', rules }).evaluate(small, clock)
    expect(answer).toEqual({
      outputs: { level: 'centre' },
      hits: [1, 2],
      rows: [{ level: 'centre' }, { level: 'centre' }],
    })
  })

  test('a row whose input is empty does not hit', () => {
    expect(compiled(frame).evaluate({}, clock).hits).toEqual([])
  })
})

describe('a collected fee is exact', () => {
  const fee: DecisionTable = {
    ...frame,
    hitPolicy: 'collect',
    inputs: [{ expression: 'amount' }],
    outputs: [{ id: 'fee', type: 'money' }],
    rules: [
      { when: ['> 0'], then: ['0.1'] },
      { when: ['> 1'], then: ['0.2'] },
      { when: ['> 2'], then: [''] },
      { when: ['> 1000'], then: ['decimal(amount * 0.0005, 2)'] },
    ],
  }
  test.each([
    ['sum', 5, 0.3],
    ['min', 5, 0.1],
    ['max', 2000, 1],
    ['count', 5, 2],
    ['count', 0, 0],
  ] as const)('%s of the rows for %d', (aggregation, amount, expected) => {
    const answer = compiled({ ...fee, aggregation }).evaluate({ amount }, clock)
    expect(answer.outputs).toEqual({ fee: expected })
  })

  test('no row, no sum', () => {
    const answer = compiled({ ...fee, aggregation: 'sum' }).evaluate({ amount: 0 }, clock)
    expect(answer.outputs).toBe(null)
  })
})

describe('a fault names its row and column', () => {
  test.each<[string, Partial<DecisionTable>, unknown]>([
    [
      'a cell with a value that is no choice',
      { rules: [{ when: ['-', '"permit"'], then: ['"centre"'] }] },
      { kind: 'cell', row: 1, part: 'when', column: 2, fault: { kind: 'value-not-in-choice' } },
    ],
    [
      'an output that is no choice',
      { rules: [{ when: ['-', '-'], then: ['"center"'] }] },
      { kind: 'cell', row: 1, part: 'then', column: 1, fault: { nearest: 'centre' } },
    ],
    [
      'an input that is no field',
      { inputs: [{ expression: 'amount' }, { expression: 'sectoin' }] },
      { kind: 'input', column: 2, fault: { kind: 'unknown-name', nearest: 'section' } },
    ],
    [
      'a row with a cell too few',
      { rules: [{ when: ['-'], then: ['"centre"'] }] },
      { kind: 'cell-count', row: 1, part: 'when', expected: 2, found: 1 },
    ],
    [
      'a row with an output too many',
      { rules: [{ when: ['-', '-'], then: ['"centre"', '1'] }] },
      { kind: 'cell-count', row: 1, part: 'then', expected: 1, found: 2 },
    ],
    ['a table without outputs', { outputs: [], rules: [] }, { kind: 'no-outputs' }],
    [
      'an output that comes twice',
      { outputs: [frame.outputs, frame.outputs].flat(), rules: [] },
      { kind: 'duplicate-output', column: 2, id: 'level' },
    ],
    [
      'a choice without values',
      { outputs: [{ id: 'level', type: 'choice' }], rules: [] },
      { kind: 'no-values', column: 1, id: 'level' },
    ],
    [
      'a priority without an order',
      { hitPolicy: 'priority', outputs: [{ id: 'fee', type: 'money' }], rules: [] },
      { kind: 'no-priority' },
    ],
    [
      'an output that its field cannot hold',
      { outputs: [{ id: 'amount', type: 'text' }], rules: [] },
      { kind: 'field-of-other-type', column: 1, id: 'amount', field: 'money', output: 'text' },
    ],
    ['a sum without collect', { aggregation: 'sum' }, { reason: 'only-with-collect' }],
    [
      'a sum of texts',
      { aggregation: 'sum', hitPolicy: 'collect' },
      { kind: 'aggregation', reason: 'needs-numbers' },
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsOf({ ...frame, ...change })[0]).toMatchObject(fault as Record<string, unknown>)
  })
})

test('a table names the fields it reads and whether it asks the day', () => {
  const table = compiled({
    ...frame,
    inputs: [{ expression: 'amount' }, { expression: '"permits"' }],
  })
  expect(table.reads).toEqual(['amount'])
  expect(table.asksToday).toBe(false)
})
