import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseData, Field, Value } from '../model/field.ts'
import { compileExpression } from './expression.ts'
import { compileUnaryTests } from './unary-tests.ts'

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  households: { type: 'number', scale: 0 },
  rate: { type: 'number' },
  section: { type: 'choice', of: ['permits', 'licences'] },
  urgent: { type: 'boolean' },
  due: { type: 'date' },
  applicant: { type: 'text' },
  parcels: { type: 'list', of: 'number' },
  days: { type: 'list', of: 'date' },
}

const rules = [
  'amount >= 1000 and (section = "permits" or section = "licences") and not(urgent)',
  'amount * rate / households + 0.1 ** households',
  'decimal(amount / rate, households) + modulo(amount, rate) + floor(rate, households)',
  'due + duration("P1M") * households - duration("P3D") * rate',
  'if due > today() then due - today() else now() - date and time("2026-01-01T00:00:00")',
  '(today() - due) / duration("P1D") + years and months duration(due, today()).months',
  'date(households, households, households).weekday + date(applicant).year',
  'substring(applicant, households, rate) + string(amount) + day of week(due)',
  'for p in parcels, q in 1..households return p * q - parcels[q]',
  'some p in parcels satisfies p in [rate..amount] or p in parcels',
  'sublist(distinct values(union(parcels, [rate])), households)[item > rate][1]',
  'sum(parcels) + mean(parcels) + max(parcels) + count(index of(parcels, rate))',
  'max(days) + @"P1Y" > min(days) and list contains(days, due)',
  'round half down(-rate, households) * round up(amount, rate) between -rate and rate',
]

const stored = fc.oneof(
  fc.constantFrom<Value>(null, true, false, '', '2026-01-31', 'permits', '__proto__', 0, -0),
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.MAX_VALUE, Number.MIN_VALUE, 1e15, 1e21, 2 ** 53, 999, -999),
  fc.string(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.array(fc.oneof(fc.double(), fc.string(), fc.boolean()), { maxLength: 5 }),
)
const anything = fc.oneof(stored, fc.anything())
const cases = fc.dictionary(fc.constantFrom(...Object.keys(fields)), anything)
const clocks = fc.constantFrom(
  '2026-03-10T09:30:00+08:00',
  '2024-02-29T23:59:59.999-12:00',
  'x',
  '',
)

function compiled(text: string): ReturnType<typeof compileExpression> {
  const result = compileExpression(text, { fields })
  expect(result.ok ? [] : result.error).toEqual([])
  return result
}

/** A JSON value that a case can hold. */
function isValue(value: unknown): boolean {
  const isScalar = (part: unknown): boolean =>
    typeof part === 'boolean' ||
    typeof part === 'string' ||
    (typeof part === 'number' && Number.isFinite(part))
  return value === null || isScalar(value) || (Array.isArray(value) && value.every(isScalar))
}

test.each(rules)('a rule never throws, whatever is stored, and repeats itself: %s', (text) => {
  const rule = compiled(text)
  fc.assert(
    fc.property(cases, clocks, (data, now) => {
      const first = rule.ok && rule.value.evaluate(data as CaseData, { now })
      const second = rule.ok && rule.value.evaluate(data as CaseData, { now })
      expect(isValue(first)).toBe(true)
      expect(second).toEqual(first)
    }),
    { numRuns: 150 },
  )
})

test('a cell never throws, whatever is stored', () => {
  const cells = ['> rate', '[rate..amount]', 'not(households, amount)', 'parcels', '? * rate > 1']
  const compiledCells = cells.map((cell) => {
    const result = compileUnaryTests(cell, { fields }, { kind: 'number', scale: 2 })
    expect(result.ok).toBe(true)
    return result
  })
  fc.assert(
    fc.property(cases, stored, clocks, (data, input, now) => {
      for (const cell of compiledCells) {
        const answer = cell.ok && cell.value.matches(input, data as CaseData, { now })
        expect([true, false, null]).toContain(answer)
      }
    }),
    { numRuns: 200 },
  )
})

/** Compiles a text in both dialects and runs what compiles. */
function tryOut(text: string): void {
  const expression = compileExpression(text, { fields })
  const tests = compileUnaryTests(text, { fields }, { kind: 'number', scale: null })
  const data = { amount: 1, households: 2, rate: 0.5, due: '2026-01-31', parcels: [1] }
  const clock = { now: '2026-03-10T09:30:00+08:00' }
  if (expression.ok) {
    expect(isValue(expression.value.evaluate(data, clock))).toBe(true)
  }
  if (tests.ok) {
    tests.value.matches(1, data, clock)
  }
  for (const fault of [expression, tests].flatMap((result) => (result.ok ? [] : result.error))) {
    expect(fault.from).toBeGreaterThanOrEqual(0)
    expect(fault.to).toBeGreaterThanOrEqual(fault.from)
    expect(fault.to).toBeLessThanOrEqual(Math.max(1, text.length))
  }
}

test('no text makes the compiler throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), tryOut), {
    numRuns: 300,
  })
})

test('no mutation of a rule makes the compiler throw', () => {
  const words = fc.constantFrom(
    ...rules.flatMap((rule) => rule.split(/\b/)),
    ...['(', ')', '[', ']', '{', '}', '"', '@', '..', '?', '//', '/*', '-', ',', ' for ', ' in '],
  )
  const mutated = fc
    .tuple(
      fc.constantFrom(...rules),
      fc.array(fc.tuple(fc.nat(), fc.nat(9), words), { maxLength: 4 }),
    )
    .map(([rule, edits]) =>
      edits.reduce((text, [at, cut, word]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + word + text.slice(place + cut)
      }, rule),
    )
  fc.assert(fc.property(mutated, tryOut), { numRuns: 500 })
})
