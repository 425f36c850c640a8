import { describe, expect, test } from 'vitest'
import type { Field } from '../model/field.ts'
import { compileExpression, type Expectation } from './expression.ts'
import type { RuleFault } from './rule-fault.ts'

const of = ['permits', 'licences', 'other']
const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  area: { type: 'number', scale: 2 },
  section: { type: 'choice', of },
  office: { type: 'choice', of: ['north', 'south'] },
  urgent: { type: 'boolean' },
  due: { type: 'date' },
  applicant: { type: 'text' },
  parcels: { type: 'list', of: 'number' },
}
const ordered = ['number', 'text', 'date', 'date-time', 'days', 'months'] as const

function faultsOf(text: string, expect?: Expectation): readonly RuleFault[] {
  const compiled = compileExpression(text, { fields }, expect)
  return compiled.ok ? [] : compiled.error
}

describe('a mistake is told with its place', () => {
  test.each<[string, RuleFault]>([
    ['', { kind: 'syntax', found: '', from: 0, to: 0 }],
    ['1 +', { kind: 'syntax', found: '', from: 3, to: 3 }],
    ['amount ; 1', { kind: 'syntax', found: ';', from: 7, to: 8 }],
    ['amout > 3', { kind: 'unknown-name', name: 'amout', nearest: 'amount', from: 0, to: 5 }],
    ['zzzzzz > 3', { kind: 'unknown-name', name: 'zzzzzz', nearest: null, from: 0, to: 6 }],
    [
      'string lenght("a") = 1',
      {
        kind: 'unknown-function',
        name: 'string lenght',
        nearest: 'string length',
        from: 0,
        to: 13,
      },
    ],
    ['eval("1")', { kind: 'unknown-function', name: 'eval', nearest: null, from: 0, to: 4 }],
    [
      'contains("a")',
      { kind: 'wrong-arity', name: 'contains', found: 1, least: 2, most: 2, from: 0, to: 13 },
    ],
    [
      'today(1)',
      { kind: 'wrong-arity', name: 'today', found: 1, least: 0, most: 0, from: 0, to: 8 },
    ],
    ['max()', { kind: 'wrong-arity', name: 'max', found: 0, least: 1, most: null, from: 0, to: 5 }],
    ['amount > "9"', { kind: 'wrong-type', expected: ['number'], found: 'text', from: 9, to: 12 }],
    [
      'due = "2026-01-01"',
      { kind: 'wrong-type', expected: ['date'], found: 'text', from: 6, to: 18 },
    ],
    ['urgent < true', { kind: 'wrong-type', expected: ordered, found: 'boolean', from: 0, to: 6 }],
    ['amount > null', { kind: 'wrong-type', expected: ordered, found: 'null', from: 9, to: 13 }],
    ['section < "a"', { kind: 'wrong-type', expected: ordered, found: 'choice', from: 0, to: 7 }],
    [
      'urgent and amount',
      { kind: 'wrong-type', expected: ['boolean'], found: 'number', from: 11, to: 17 },
    ],
    [
      'if urgent then 1 else "a"',
      { kind: 'wrong-type', expected: ['number'], found: 'text', from: 22, to: 25 },
    ],
    ['[1, "a"]', { kind: 'wrong-type', expected: ['number'], found: 'text', from: 4, to: 7 }],
    [
      'sum("a", 1)',
      { kind: 'wrong-type', expected: ['list', 'number'], found: 'text', from: 4, to: 7 },
    ],
    [
      'amount + urgent',
      { kind: 'wrong-type', expected: ['number'], found: 'boolean', from: 9, to: 15 },
    ],
    [
      'section = "permit"',
      { kind: 'value-not-in-choice', value: 'permit', of, nearest: 'permits', from: 10, to: 18 },
    ],
    [
      'section in ("permits", "water")',
      { kind: 'value-not-in-choice', value: 'water', of, nearest: null, from: 23, to: 30 },
    ],
    [
      'section = office',
      { kind: 'value-not-in-choice', value: 'north', of, nearest: null, from: 10, to: 16 },
    ],
    [
      'date("2026-02-30")',
      { kind: 'bad-literal', type: 'date', text: '2026-02-30', from: 0, to: 18 },
    ],
    ['duration("3D")', { kind: 'bad-literal', type: 'days', text: '3D', from: 0, to: 14 }],
    ['matches("a", "(a+)+")', { kind: 'regex-refused', name: 'matches', from: 0, to: 7 }],
    ['{a: 1}', { kind: 'not-supported', feature: 'context', from: 0, to: 6 }],
    ['time("10:00:00")', { kind: 'not-supported', feature: 'time', from: 0, to: 16 }],
    ['[[1]]', { kind: 'not-supported', feature: 'nested-list', from: 1, to: 4 }],
    ['? > 1', { kind: 'not-supported', feature: 'input-placeholder', from: 0, to: 1 }],
    ['function(x) x', { kind: 'not-supported', feature: 'function-definition', from: 0, to: 13 }],
    ['amount.year', { kind: 'unknown-property', name: 'year', known: [], from: 7, to: 11 }],
    ['amount >> 5', { kind: 'not-supported', feature: 'range-value', from: 8, to: 11 }],
  ])('%s', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })
})

test('every mistake is told, each once', () => {
  expect(faultsOf('amout > 3 and sectoin = "x" and due.century = 1').map((f) => f.kind)).toEqual([
    'unknown-name',
    'unknown-name',
    'unknown-property',
  ])
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a name that every object answers to, %s, is unknown',
  (name) => {
    const hostile: Record<string, Field> = Object.create({ inherited: { type: 'number' } })
    const own = { ...hostile, [name]: { type: 'number' } as const }
    expect(faultsOf(name)[0]?.kind).toBe('unknown-name')
    expect(faultsOf(`amount.${name}`)[0]?.kind).toBe('unknown-property')
    expect(faultsOf(`${name}(1)`)[0]?.kind).toBe('unknown-function')
    expect(compileExpression(name, { fields: own }).ok).toBe(false)
    expect(compileExpression('inherited', { fields: hostile }).ok).toBe(false)
  },
)

describe('an assignment must fit its field', () => {
  test.each<[string, Expectation, string | null]>([
    ['amount + 1.05', { kind: 'number', scale: 2 }, null],
    ['amount * 0.5', { kind: 'number', scale: 2 }, 'scale'],
    ['amount / 2', { kind: 'number', scale: 2 }, 'scale'],
    ['decimal(amount / 2, 2)', { kind: 'number', scale: 2 }, null],
    ['amount / 2', { kind: 'number', scale: null }, null],
    ['null', { kind: 'date' }, null],
    ['today()', { kind: 'date' }, null],
    ['now()', { kind: 'date' }, 'wrong-type'],
    ['"2026-01-01"', { kind: 'date' }, 'wrong-type'],
    ['if urgent then "permits" else "other"', { kind: 'choice', of }, null],
    ['if urgent then "permits" else section', { kind: 'choice', of }, null],
    ['if urgent then "permit" else "other"', { kind: 'choice', of }, 'value-not-in-choice'],
    ['applicant', { kind: 'choice', of }, 'wrong-type'],
    ['section', { kind: 'text' }, null],
    ['amount', { kind: 'boolean' }, 'wrong-type'],
    ['parcels', { kind: 'list', of: { kind: 'number', scale: 0 } }, 'scale'],
    ['amount', 'boolean', 'wrong-type'],
    ['amount * 0.5', 'money', null],
    ['section', 'choice', null],
  ])('%s to %o', (text, expectation, fault) => {
    expect(faultsOf(text, expectation)[0]?.kind ?? null).toBe(fault)
  })
})

describe('size and depth are bounded before anything is compiled', () => {
  test('a text of more than 10,000 characters is refused', () => {
    expect(faultsOf('1'.padEnd(10_001))[0]?.kind).toBe('too-long')
    expect(faultsOf('1'.padEnd(10_000))).toEqual([])
  })

  test('64 levels are read, 65 are refused', () => {
    expect(faultsOf(`${'('.repeat(64)}1${')'.repeat(64)}`)).toEqual([])
    expect(faultsOf(`${'('.repeat(65)}1${')'.repeat(65)}`)[0]?.kind).toBe('too-deep')
    expect(faultsOf(Array(2000).fill('1').join(' + '))[0]?.kind).toBe('too-deep')
  })

  test('a chain of 200 conditions is one level', () => {
    expect(faultsOf(Array(200).fill('urgent').join(' and '))).toEqual([])
    expect(faultsOf(Array(200).fill('urgent').join(' or '))).toEqual([])
  })
})
