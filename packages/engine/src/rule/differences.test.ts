import { evaluate, unaryTest } from 'feelin'
import { describe, expect, test } from 'vitest'
import type { Field, Value } from '../model/field.ts'
import { compileExpression } from './expression.ts'
import { compileUnaryTests } from './unary-tests.ts'

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  none: { type: 'number' },
  list: { type: 'list', of: 'number' },
  day: { type: 'date' },
}
const clock = { now: '2026-03-10T09:30:00+08:00' }
const data = { amount: 1200, list: [3, 1, 2] }

/** What feelin answers; an error it throws is written `throws`. */
function theirs(text: string): unknown {
  try {
    const { value } = evaluate(text, { ...data, none: null })
    return JSON.parse(JSON.stringify(value ?? null))
  } catch {
    return 'throws'
  }
}

/** What we answer; a fault at compile time is written by its kind. */
function ours(text: string): unknown {
  const compiled = compileExpression(text, { fields })
  return compiled.ok ? compiled.value.evaluate(data, clock) : compiled.error[0]?.kind
}

/** Each row: the text, feelin's answer, ours. Ours is right by DMN unless the title says otherwise. */
function differ(title: string, rows: readonly (readonly [string, unknown, unknown])[]): void {
  describe(title, () => {
    test.each(rows)('%s: feelin %o, ours %o', (text, feelin, own) => {
      expect({ feelin: theirs(text), own: ours(text) }).toEqual({ feelin, own })
    })
  })
}

differ('feelin computes in doubles; DMN numbers are decimals of 34 digits', [
  ['0.1 + 0.2 = 0.3', false, true],
  ['1.1 * 1.1', 1.2100000000000002, 1.21],
  ['(100.10 * 3) = 300.30', false, true],
  ['9007199254740993 = 9007199254740992', true, false],
])

differ('feelin compares across types; DMN gives null, we refuse before the rule is used', [
  ['"10" > 9', true, 'wrong-type'],
  ['amount > "9"', true, 'wrong-type'],
  ['1 = "1"', null, 'wrong-type'],
  ['date("2026-01-01") = "2026-01-01"', null, 'wrong-type'],
  ['true < false', 'throws', 'wrong-type'],
  ['none > null', null, 'wrong-type'],
])

differ('feelin answers a quantifier with a null in it; DMN leaves it open', [
  ['some x in [null, false] satisfies x', false, null],
  ['every x in [null, true] satisfies x', false, null],
])

differ('feelin starts a text at 0; DMN starts at 1 and has no place 0', [
  ['substring("abc", 0)', 'c', null],
])

differ('feelin lets `in` swallow the conditions after it; by precedence `in` binds closer', [
  ['amount in [1..2000] or amount = 0', null, true],
  ['amount = 0 and amount in [1..2000] or true', false, true],
])

differ('feelin turns a range round when its ends are in the wrong order; by DMN it is empty', [
  ['0 in [0..-4]', true, false],
])

differ('feelin gives days inside a span of years and months; DMN has none there', [
  ['years and months duration(date("2026-01-31"), date("2026-03-01"))', 'P1M1D', 'P1M'],
])

differ('feelin has no arithmetic on spans; DMN has', [
  ['duration("P1D") * 3 = duration("P3D")', false, true],
])

differ('feelin gives the extremes of numbers only; DMN of anything with an order', [
  ['max("a", "b")', null, 'b'],
])

differ('functions that other engines offer and administrators need; DMN has none of them', [
  ['is defined(none)', null, false],
  ['get or else(none, 1)', 'throws', 1],
])

differ('feelin is right by DMN and we are narrower, on purpose', [
  ['4 ** 0.5', 2, null],
  ['date("2026-01-01") + duration("PT36H")', '2026-01-02T12:00:00Z', '2026-01-02'],
  ['[1, "a"]', [1, 'a'], 'wrong-type'],
  ['{a: 1}.a', 1, 'not-supported'],
  ['count(1)', 1, 'wrong-type'],
  ['matches("a", "a")', true, 'regex-refused'],
  ['date("2026-02-30")', null, 'bad-literal'],
])

describe('cells: feelin makes an unanswered test false, so that its negation hits', () => {
  test.each<[string, Value, boolean, boolean | null]>([
    ['> 5', null, false, null],
    ['[1..3]', null, false, null],
    ['not(> 5)', null, true, null],
    ['> 5', '10', true, null],
  ])('%s on %o: feelin %o, ours %o', (text, input, feelin, own) => {
    const compiled = compileUnaryTests(text, { fields }, { kind: 'number', scale: null })
    expect(unaryTest(text, { '?': input }).value).toBe(feelin)
    expect(compiled.ok && compiled.value.matches(input, data, clock)).toBe(own)
  })
})
