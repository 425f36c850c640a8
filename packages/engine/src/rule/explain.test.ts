import { expect, test } from 'vitest'
import type { Field } from '../model/field.ts'
import { explainCondition, explainRows, explainTable } from './explain.ts'
import { compileExpression, type Expression } from './expression.ts'
import { compileTable } from './table.ts'

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  urgent: { type: 'boolean' },
  section: { type: 'choice', of: ['permits', 'licences'] },
}
const clock = { now: '2026-03-10T09:30:00+08:00' }

function condition(text: string): Expression {
  const compiled = compileExpression(text, { fields }, 'boolean')
  if (!compiled.ok) {
    throw new Error(JSON.stringify(compiled.error))
  }
  return compiled.value
}

test('a condition says which of its parts is not true, with the values it read', () => {
  const rule = condition('amount >= 1000 and (urgent and section = "permits")')
  expect(explainCondition(rule, { amount: 1200, section: 'licences' }, clock)).toEqual({
    answer: false,
    parts: [
      { from: 0, to: 14, answer: true },
      { from: 20, to: 26, answer: null },
      { from: 31, to: 50, answer: false },
    ],
    read: { amount: 1200, urgent: null, section: 'licences' },
  })
})

test('of the rows of a decision, the first that is true is taken', () => {
  const rows = [condition('urgent'), condition('amount > 1'), condition('amount > 0')]
  const explained = explainRows(rows, { amount: 5 }, clock)
  expect(explained.map(({ row, isTaken, answer }) => ({ row, isTaken, answer }))).toEqual([
    { row: 1, isTaken: false, answer: null },
    { row: 2, isTaken: true, answer: true },
    { row: 3, isTaken: false, answer: true },
  ])
})

test('a table says at which input each row failed', () => {
  const compiled = compileTable(
    {
      format: 1,
      id: 'level',
      title: { zh: '层级' },
      hitPolicy: 'first',
      inputs: [{ expression: 'amount' }, { expression: 'section' }],
      outputs: [{ id: 'level', type: 'text' }],
      rules: [
        { when: ['> 1000', '-'], then: ['"bureau"'] },
        { when: ['-', '"permits"'], then: ['"centre"'] },
        { when: ['-', '-'], then: ['"section"'] },
      ],
    },
    { fields },
  )
  const explained = compiled.ok ? explainTable(compiled.value, { amount: 5 }, clock) : null
  expect(explained?.answer.outputs).toEqual({ level: 'section' })
  expect(explained?.rows.map(({ isHit, failedAt }) => [isHit, failedAt])).toEqual([
    [false, 1],
    [false, 2],
    [true, null],
  ])
  expect(explained?.rows[0]?.inputs).toEqual([
    { column: 1, value: 5, answer: false },
    { column: 2, value: null, answer: true },
  ])
  expect(explained?.read).toEqual({ amount: 5, section: null })
})
