import { describe, expect, test } from 'vitest'
import type { Field, Value } from '../model/field.ts'
import { type RuleType, typeOfField } from './rule-type.ts'
import { compileUnaryTests } from './unary-tests.ts'

const fields: Readonly<Record<string, Field>> = {
  limit: { type: 'number', scale: 0 },
  urgent: { type: 'boolean' },
  parcels: { type: 'list', of: 'number' },
}
const money = typeOfField({ type: 'money' })
const section: RuleType = { kind: 'choice', of: ['permits', 'licences', 'other'] }
const yesNo: RuleType = { kind: 'boolean' }
const day: RuleType = { kind: 'date' }
const clock = { now: '2026-03-10T09:30:00+08:00' }

describe('a cell tests its input', () => {
  test.each<[string, RuleType, Value, boolean | null]>([
    ['-', money, null, true],
    ['', money, 5, true],
    ['  ', money, 5, true],
    ['> 5', money, 6, true],
    ['> 5', money, 5, false],
    ['> 5', money, null, null],
    ['> 5', money, '10', null],
    ['5', money, 5, true],
    ['-5', money, -5, true],
    ['!= 5', money, 5, false],
    ['[1..3]', money, 3, true],
    ['[1..3)', money, 3, false],
    [']1..3]', money, 1, false],
    ['(1..3)', money, 2.5, true],
    ['< 1, > 10', money, 11, true],
    ['< 1, > 10', money, 5, false],
    ['not(> 5)', money, 3, true],
    ['not(> 5)', money, 6, false],
    ['not(> 5)', money, null, null],
    ['"permits", "other"', section, 'other', true],
    ['"permits", "other"', section, 'licences', false],
    ['"permits"', section, null, false],
    ['not("permits")', section, 'other', true],
    ['not("permits")', section, null, true],
    ['null', section, null, true],
    ['not(null)', section, null, false],
    ['true', yesNo, true, true],
    ['false', yesNo, true, false],
    ['false', yesNo, null, false],
    ['urgent', yesNo, false, false],
    ['< date("2026-01-01")', day, '2025-12-31', true],
    ['<= today()', day, '2026-03-10', true],
    ['> limit', money, 101, true],
    ['? > limit and ? < limit * 2', money, 150, true],
    ['? > limit', money, null, null],
    ['urgent', money, 5, true],
    ['parcels', money, 3, true],
    ['[1, 2]', money, 2, true],
    ['list contains(parcels, ?)', money, 4, false],
  ])('%s for %o on %o', (text, type, input, expected) => {
    const compiled = compileUnaryTests(text, { fields }, type)
    const data = { limit: 100, urgent: true, parcels: [3] }
    expect(compiled.ok && compiled.value.matches(input, data, clock)).toBe(expected)
  })
})

test.each([
  ['"permit"', section, 'value-not-in-choice'],
  ['not("permit")', section, 'value-not-in-choice'],
  ['> "a"', money, 'wrong-type'],
  ['"a"', money, 'wrong-type'],
  ['> limt', money, 'unknown-name'],
  ['-, 1', money, 'syntax'],
  ['1..3', money, 'syntax'],
  ['["a".."b"]', money, 'wrong-type'],
])('a cell that could never be met is refused: %s', (text, type: RuleType, kind) => {
  const compiled = compileUnaryTests(text, { fields }, type)
  expect(compiled.ok ? null : compiled.error[0]?.kind).toBe(kind)
})

test('a cell names the fields it reads besides its input', () => {
  const compiled = compileUnaryTests('> limit', { fields }, money)
  expect(compiled.ok && compiled.value.reads).toEqual(['limit'])
})
