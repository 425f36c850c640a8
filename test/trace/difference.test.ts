import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

test.each([
  [1, 1, null],
  [Number.NaN, Number.NaN, null],
  [{ a: [{ b: null }] }, { a: [{ b: null }] }, null],
  [{ a: 1 }, { a: 2 }, '.a'],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, '.a.b.1'],
  [{ a: undefined }, {}, ''],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, '.a'],
  [[], {}, ''],
  [null, {}, ''],
  ['1', 1, ''],
])('%j and %j differ at %j', (one, other, path) => {
  expect(differenceOf(one, other)).toBe(path)
  expect(differenceOf(other, one) === null).toBe(path === null)
})

test('what both sides hand on from values found equal is not looked at again', () => {
  const handedOn = { once: { data: 1 }, equal: { data: 1 } }
  const known = [{ part: handedOn.once }, { part: handedOn.equal }] as const
  handedOn.equal.data = 2
  expect(differenceOf({ part: handedOn.once }, { part: handedOn.equal }, known)).toBeNull()
  expect(differenceOf({ part: handedOn.once }, { part: handedOn.equal })).toBe('.part.data')
  expect(differenceOf({ part: { data: 1 } }, { part: handedOn.equal }, known)).toBe('.part.data')
})
