import { describe, expect, test } from 'vitest'
import type { CaseData, Field, Value } from '../model/field.ts'
import { compileExpression } from './expression.ts'

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money' },
  area: { type: 'number', scale: 2 },
  households: { type: 'number', scale: 0 },
  rate: { type: 'number' },
  section: { type: 'choice', of: ['permits', 'licences', 'other'] },
  urgent: { type: 'boolean' },
  absent: { type: 'boolean' },
  due: { type: 'date' },
  applicant: { type: 'text' },
  nothing: { type: 'number', scale: 0 },
  parcels: { type: 'list', of: 'number' },
  marks: { type: 'list', of: 'boolean' },
  names: { type: 'list', of: 'text' },
}

const data: CaseData = {
  amount: 1200.5,
  area: 12.25,
  households: 7,
  rate: 0.125,
  section: 'permits',
  urgent: false,
  due: '2026-01-31',
  applicant: '张三',
  parcels: [3, 1, 2],
  marks: [true, false],
  names: ['甲', '乙', '甲'],
}

const clock = { now: '2026-03-10T09:30:00+08:00' }

function answer(text: string): Value {
  const compiled = compileExpression(text, { fields })
  if (!compiled.ok) {
    throw new Error(`${text}: ${JSON.stringify(compiled.error)}`)
  }
  return compiled.value.evaluate(data, clock)
}

type Cases = readonly (readonly [string, Value])[]

function promises(title: string, cases: Cases): void {
  describe(title, () => {
    test.each(cases)('%s', (text, expected) => {
      expect(answer(text)).toEqual(expected)
    })
  })
}

promises('a condition of a workflow is answered', [
  ['amount >= 1000 and (section = "permits" or section = "licences") and not(urgent)', true],
  ['if amount >= 5000 then "licences" else "permits"', 'permits'],
  ['section in ("licences", "other")', false],
  ['applicant = "张三"', true],
  ['due < today()', true],
])

promises('decimals are exact', [
  ['0.1 + 0.2 = 0.3', true],
  ['amount * 3 = 3601.5', true],
  ['1.1 * 1.1', 1.21],
  ['100.10 * 3', 300.3],
  ['0.3 - 0.1', 0.2],
  ['9007199254740993 = 9007199254740992', false],
  ['123456789012345678 + 1 = 123456789012345679', true],
  ['99999999999999.99 + 0.01 = 100000000000000', true],
  ['1 / 3 * 3 = 1', false],
  ['1 / 3 > 0.333333333333333333333333333333333', true],
  ['amount / 2', 600.25],
  ['rate * area', 1.53125],
  ['1 / 0', null],
  ['2 ** 10', 1024],
  ['2 ** -2', 0.25],
  ['2 ** 0.5', null],
  ['-2 ** 2', 4],
  ['1.5e3', 1500],
  ['.5 + .25', 0.75],
  ['-amount', -1200.5],
  ['amount -1', 1199.5],
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
])

promises('rounding says how it rounds', [
  ['decimal(2.5, 0)', 2],
  ['decimal(3.5, 0)', 4],
  ['decimal(amount / 3, 2)', 400.17],
  ['round half up(1.255, 2)', 1.26],
  ['round half up(-2.5, 0)', -3],
  ['round half down(2.5, 0)', 2],
  ['round half down(2.51, 0)', 3],
  ['round up(1.11, 1)', 1.2],
  ['round up(-1.11, 1)', -1.2],
  ['round down(-1.5, 0)', -1],
  ['floor(-1.5)', -2],
  ['floor(1.25, 1)', 1.2],
  ['ceiling(-1.5)', -1],
  ['ceiling(1.2)', 2],
  ['abs(-3)', 3],
  ['modulo(12, 5)', 2],
  ['modulo(-12, 5)', 3],
  ['modulo(12, -5)', -3],
  ['modulo(1, 0)', null],
])

promises('an answer that is not known stays open, unless the rest settles it', [
  ['absent and false', false],
  ['absent and true', null],
  ['absent or true', true],
  ['absent or false', null],
  ['not(absent)', null],
  ['nothing > 5', null],
  ['nothing + 1', null],
  ['nothing between 1 and 3', null],
  ['nothing in [1..3]', null],
  ['nothing in (1, 2)', false],
  ['nothing in (1, > 5)', null],
  ['households in (7, > nothing)', true],
  ['nothing = 5', false],
  ['nothing != 5', true],
  ['nothing = null', true],
  ['amount = null', false],
  ['if absent then 1 else 2', 2],
  ['is defined(nothing)', false],
  ['is defined(amount)', true],
  ['get or else(nothing, 3)', 3],
  ['some m in marks satisfies m', true],
  ['every m in marks satisfies m', false],
  ['some m in [null, false] satisfies m', null],
  ['every m in [null, true] satisfies m', null],
  ['every m in [null, false] satisfies m', false],
  ['all([true, null])', null],
  ['all([false, null])', false],
  ['any([false, null])', null],
  ['any([true, null])', true],
  ['all([])', true],
  ['any([])', false],
])

promises('ranges and sets are tested', [
  ['households in [1..7]', true],
  ['households in [1..7)', false],
  ['households in ]7..9]', false],
  ['households in (> 5, < 2)', true],
  ['households in > 8', false],
  ['households in (1, 7)', true],
  ['households in [1, 7]', true],
  ['households in parcels', false],
  ['households between 7 and 8', true],
  ['due in [date("2026-01-01")..today()]', true],
])

promises('`and` binds closer than `or`, and `in` closer than both', [
  ['true or false and false', true],
  ['(true or false) and false', false],
  ['households in [1..3] and true', false],
  ['households in [1..9] and amount > 1', true],
  ['households in [1..9] and amount < 1', false],
  ['households in parcels or amount > 1', true],
  ['false and households in [1..9] or true', true],
  ['true or households in [1..9] and false', true],
  ['households in > 5 and urgent', false],
  ['households in > 5 and not(urgent)', true],
  ['households in (7) and urgent or amount in [1..2] or due in (due) and true', true],
  ['not(households in [1..9] and amount > 1)', false],
  ['households between 1 and 9 and amount < 1', false],
])

promises('texts are counted by character', [
  ['string length("𠮷野家")', 3],
  ['substring("申请材料", 3)', '材料'],
  ['substring("申请材料", 1, 2)', '申请'],
  ['substring("abc", -2)', 'bc'],
  ['substring("abc", 0)', null],
  ['contains(applicant, "三")', true],
  ['starts with(applicant, "李")', false],
  ['ends with(applicant, "三")', true],
  ['upper case("ab") + lower case("CD")', 'ABcd'],
  ['substring before("甲-乙", "-")', '甲'],
  ['substring after("甲-乙", "-")', '乙'],
  ['substring before("甲", "-")', ''],
  ['"第" + string(households) + "户"', '第7户'],
  ['string(1.10)', '1.1'],
  ['string(due)', '2026-01-31'],
  ['string(urgent)', 'false'],
  ['string join(names, "、")', '甲、乙、甲'],
  ['"a\\"b\\n\\u4e2d\\U020BB7"', 'a"b\n中𠮷'],
  ['"a" < "b"', true],
])

promises('lists are asked and made', [
  ['count(parcels)', 3],
  ['sum(parcels)', 6],
  ['sum(0.1, 0.2)', 0.3],
  ['sum([])', null],
  ['sum([1, null])', null],
  ['mean(parcels)', 2],
  ['min(parcels)', 1],
  ['max(1, amount)', 1200.5],
  ['max(due, today())', '2026-03-10'],
  ['min([])', null],
  ['list contains(names, "乙")', true],
  ['list contains([1, null], null)', true],
  ['append(parcels, 9)', [3, 1, 2, 9]],
  ['concatenate([1], [2, 3])', [1, 2, 3]],
  ['union([1, 2], [2, 3])', [1, 2, 3]],
  ['distinct values(names)', ['甲', '乙']],
  ['index of(names, "甲")', [1, 3]],
  ['reverse(parcels)', [2, 1, 3]],
  ['sublist(parcels, 2)', [1, 2]],
  ['sublist(parcels, -2, 1)', [1]],
  ['parcels[1]', 3],
  ['parcels[-1]', 2],
  ['parcels[9]', null],
  ['parcels[item > 1]', [3, 2]],
  ['names[item = "甲"][1]', '甲'],
  ['for p in parcels return p * 2', [6, 2, 4]],
  ['for i in 1..3, j in 1..2 return i * 10 + j', [11, 12, 21, 22, 31, 32]],
  ['for i in 3..1 return i', [3, 2, 1]],
  ['some p in parcels, q in [3] satisfies p > q', false],
  ['every p in parcels satisfies p > 0', true],
  ['[1, 2] = [1, 2]', true],
  ['[1, 2] = [2, 1]', false],
])

test('comments are left out', () => {
  expect(answer('amount /* yuan */ > 1 // more than one')).toBe(true)
})

test('an expression names the fields that it reads and whether it asks the day', () => {
  const text = 'due < today() and amount > 1 and due > date("2026-01-01")'
  const compiled = compileExpression(text, { fields })
  expect(compiled.ok && compiled.value.reads).toEqual(['due', 'amount'])
  expect(compiled.ok && compiled.value.asksToday).toBe(true)
  const plain = compileExpression('some due in [1] satisfies due = 1', { fields })
  expect(plain.ok && plain.value.reads).toEqual([])
  expect(plain.ok && plain.value.asksToday).toBe(false)
})

test.each([
  ['amount', 'text instead of a number', { amount: '1200' }],
  ['amount', 'more places than money has', { amount: 0.001 }],
  ['amount', 'no number', { amount: Number.NaN }],
  ['section', 'a value that is no choice', { section: 'constructor' }],
  ['due', 'a day that does not exist', { due: '2026-02-30' }],
  ['urgent', 'a number instead of yes or no', { urgent: 1 }],
  ['parcels', 'a text instead of a list', { parcels: 'a' }],
])('a stored %s of the wrong kind (%s) is read as null', (field, _, stored: CaseData) => {
  const compiled = compileExpression(`${field} = null`, { fields })
  expect(compiled.ok && compiled.value.evaluate(stored, clock)).toBe(true)
})

test.each([
  'for a in 1..200, b in 1..200 return a * b',
  'for a in 1..1000000000 return a',
  'some a in 1..20000 satisfies a < 0',
  'if (some a in 1..20000 satisfies a < 0) then 1 else 2',
  'is defined(count(for a in 1..200, b in 1..200 return a))',
  'count(distinct values(for a in 1..2000 return a))',
])('a rule that would run too long has no answer, whatever is made of it: %s', (text) => {
  expect(answer(text)).toBe(null)
})

test('a text that doubles at every turn stays bounded', () => {
  const loops = Array.from({ length: 30 }, (_, i) => `t${i + 1} in [t${i} + t${i}]`)
  const text = `for t0 in ["0123456789"], ${loops.join(', ')} return string length(t30)`
  expect(answer(text)).toEqual([])
})
