import fc from 'fast-check'
import { evaluate, unaryTest } from 'feelin'
import { expect, test } from 'vitest'
import type { CaseData, Field } from '../model/field.ts'
import { compileExpression } from './expression.ts'
import { compileUnaryTests } from './unary-tests.ts'

/**
 * Our answers against an independent interpreter, over texts in which it is right: numbers that a
 * double holds exactly, no null inside a list, no days with hours. `differences.test.ts` has the rest.
 */
const fields: Readonly<Record<string, Field>> = {
  a: { type: 'number' },
  b: { type: 'number' },
  none: { type: 'number' },
  yes: { type: 'boolean' },
  unsaid: { type: 'boolean' },
  word: { type: 'text' },
  day: { type: 'date' },
  list: { type: 'list', of: 'number' },
}
const data: CaseData = {
  a: 12,
  b: -0.5,
  yes: true,
  word: '申请abc',
  day: '2024-02-29',
  list: [3, 1, 2],
}
const context = {
  ...data,
  none: null,
  unsaid: null,
  day: evaluate('date("2024-02-29")').value,
}
const clock = { now: '2026-03-10T09:30:00+08:00' }

interface Texts {
  readonly number: string
  readonly known: string
  readonly logic: string
  readonly text: string
  readonly day: string
  readonly list: string
}

const literals = ['0', '1', '2', '3', '7', '0.5', '1.25', '-4', '100']
const texts = fc.letrec<Texts>((tie) => {
  const at = (...parts: (string | keyof Texts)[]): fc.Arbitrary<string> =>
    fc
      .tuple(
        ...parts.map((part) =>
          ['number', 'known', 'logic', 'text', 'day', 'list'].includes(part)
            ? tie(part as keyof Texts)
            : fc.constant(part),
        ),
      )
      .map((all) => all.join(''))
  const or = (...arbs: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.oneof({ maxDepth: 4, depthSize: 'small' }, ...arbs)
  const number = (leaf: fc.Arbitrary<string>, self: 'number' | 'known'): fc.Arbitrary<string> =>
    or(
      leaf,
      at('(', self, ' + ', self, ')'),
      at('(', self, ' - ', self, ')'),
      at('(', self, ' * ', self, ')'),
      at('(', self, ' / 4)'),
      at('abs(', self, ')'),
      at('floor(', self, ')'),
      at('ceiling(', self, ')'),
      at('(if ', 'logic', ' then ', self, ' else ', self, ')'),
    )
  return {
    number: number(fc.constantFrom(...literals, 'a', 'b', 'none'), 'number'),
    known: or(
      number(fc.constantFrom(...literals, 'a', 'b'), 'known'),
      at('string length(', 'text', ')'),
      at('sum(append(', 'list', ', ', 'known', '))'),
      at('max(append(', 'list', ', ', 'known', '))'),
      at('min(', 'known', ', ', 'known', ')'),
      at('count(', 'list', ')'),
      at('(', 'day', ').month'),
      at('decimal(', 'known', ', 1)'),
      at('modulo(', 'known', ', 4)'),
      at('list[2]'),
    ),
    logic: or(
      fc.constantFrom('true', 'false', 'yes', 'unsaid'),
      at('(', 'logic', ' and ', 'logic', ')'),
      at('(', 'logic', ' or ', 'logic', ')'),
      at('not(', 'logic', ')'),
      fc
        .tuple(tie('number'), fc.constantFrom('=', '!='), tie('number'))
        .map(([l, sign, r]) => `(${l} ${sign} ${r})`),
      fc
        .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>='), tie('known'))
        .map(([l, sign, r]) => `(${l} ${sign} ${r})`),
      fc
        .tuple(tie('known'), tie('known'))
        .map(([value, low]) => `(${value} in [${low}..(${low} + 3)])`),
      fc
        .tuple(tie('known'), tie('known'))
        .map(([value, low]) => `(${value} between ${low} and ${low} + 3)`),
      at('(', 'day', ' < ', 'day', ')'),
      at('(', 'day', ' = ', 'day', ')'),
      at('contains(', 'text', ', "a")'),
      at('starts with(', 'text', ', "申")'),
      at('(', 'text', ' = ', 'text', ')'),
      at('list contains(', 'list', ', ', 'known', ')'),
      at('(some x in ', 'list', ' satisfies x > ', 'known', ')'),
      at('(every x in ', 'list', ' satisfies x > ', 'known', ')'),
    ),
    text: or(
      fc.constantFrom('"a"', '"申请"', '""', 'word'),
      at('(', 'text', ' + ', 'text', ')'),
      at('upper case(', 'text', ')'),
      at('substring("材料清单", 2)'),
      at('substring before(', 'text', ', "b")'),
    ),
    day: or(
      fc.constantFrom('day', 'date("2026-01-31")', 'date("2025-12-01")', 'date(2024, 1, 5)'),
      at('(', 'day', ' + duration("P1M"))'),
      at('(', 'day', ' + duration("P3D"))'),
      at('(', 'day', ' - duration("P1Y"))'),
    ),
    list: or(
      fc.constantFrom('list', '[1, 2]', '[0.5]', '[4, 3, 4]'),
      at('list[item > ', 'known', ']'),
      at('append(', 'list', ', ', 'known', ')'),
      at('concatenate(', 'list', ', ', 'list', ')'),
      at('distinct values(', 'list', ')'),
      at('reverse(', 'list', ')'),
      at('(for x in ', 'list', ' return x + ', 'known', ')'),
    ),
  }
})

/** An independent answer in the shape of ours: it knows no number beyond a double. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

/** Too many digits for a double: there the two may differ, and ours is the exact one. */
function isExactAsDouble(value: unknown): boolean {
  return (Array.isArray(value) ? value : [value]).every(
    (part) => typeof part !== 'number' || (Math.abs(part) < 1e9 && Number.isInteger(part * 1024)),
  )
}

test('400 generated rules are answered as an independent interpreter answers them', () => {
  const any = fc.oneof(texts.logic, texts.known, texts.text, texts.list, texts.logic, texts.number)
  let compared = 0
  fc.assert(
    fc.property(any, (text) => {
      const compiled = compileExpression(text, { fields })
      expect(compiled.ok ? [] : compiled.error).toEqual([])
      const ours = compiled.ok ? compiled.value.evaluate(data, clock) : null
      const theirs = plain(evaluate(text, context).value)
      if (isExactAsDouble(theirs)) {
        expect(ours).toEqual(theirs)
        compared += 1
      }
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(300)
})

test('200 generated cells match as an independent interpreter says', () => {
  const numeral = fc.constantFrom(...literals)
  const cell = fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), numeral).map((parts) => parts.join(' ')),
    fc
      .tuple(numeral, numeral)
      .filter(([low, high]) => Number(low) <= Number(high))
      .map(([low, high]) => `[${low}..${high})`),
    fc.array(numeral, { minLength: 1, maxLength: 3 }).map((all) => all.join(', ')),
    fc.array(numeral, { minLength: 1, maxLength: 3 }).map((all) => `not(${all.join(', ')})`),
    fc.tuple(numeral, numeral).map(([a, b]) => `? > ${a} and ? < ${b}`),
    fc.constant('-'),
  )
  fc.assert(
    fc.property(cell, fc.constantFrom(0, 1, 2, 7, 0.5, -4, 100), (text, input) => {
      const compiled = compileUnaryTests(text, { fields }, { kind: 'number', scale: null })
      const ours = compiled.ok ? compiled.value.matches(input, data, clock) : null
      expect(ours).toBe(unaryTest(text, { ...context, '?': input }).value)
    }),
    { numRuns: 200 },
  )
})
