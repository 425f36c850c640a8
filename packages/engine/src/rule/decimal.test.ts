import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalOf,
  divideDecimals,
  fitsScale,
  multiplyDecimals,
  multiplyScaled,
  roundDecimal,
  scaleOf,
  subtractDecimals,
  textOfDecimal,
} from './decimal.ts'

function decimal(text: string): Decimal {
  const value = decimalOf(text)
  if (value === null) {
    throw new Error(text)
  }
  return value
}

function written(value: Decimal | null): string | null {
  return value === null ? null : textOfDecimal(value)
}

test.each([
  ['1', '3', '0.3333333333333333333333333333333333'],
  ['2', '3', '0.6666666666666666666666666666666667'],
  ['20', '3', '6.666666666666666666666666666666667'],
  ['-1', '8', '-0.125'],
  ['1', '7e30', '0.0000000000000000000000000000001428571428571428571428571428571429'],
  ['0', '5', '0'],
  ['1', '0', null],
])('%s / %s is %s, to 34 digits', (a, b, expected) => {
  expect(written(divideDecimals(decimal(a), decimal(b)))).toBe(expected)
})

test.each([
  ['12345678901234567890.123', '0.001', '12345678901234567890.124'],
  ['9999999999999.99', '0.01', '10000000000000'],
  ['-0.1', '0.1', '0'],
])('%s + %s is %s', (a, b, expected) => {
  expect(written(addDecimals(decimal(a), decimal(b), null))).toBe(expected)
})

test('a result beyond 34 digits is rounded half to even', () => {
  const ones = decimal('1'.repeat(34))
  expect(written(addDecimals(ones, decimal('0.5'), null))).toBe(`${'1'.repeat(33)}2`)
  expect(written(addDecimals(decimal('2'.repeat(34)), decimal('0.5'), null))).toBe('2'.repeat(34))
})

test('a result beyond 10^6144 is no number', () => {
  expect(multiplyDecimals(decimal('1e4000'), decimal('1e4000'))).toBe(null)
})

test.each([
  [1.005, 2, false],
  [1.01, 2, true],
  [0.1 + 0.2, 1, false],
  [1e13, 2, true],
  [1e15, 2, false],
  [-7.5, 1, true],
])('%d has at most %d places: %s', (value, scale, expected) => {
  expect(fitsScale(value, scale)).toBe(expected)
})

const units = fc.integer({ min: -(10 ** 14), max: 10 ** 14 })

/** An amount of whole units of 10^-2, as its numeral and as the double that a case stores. */
function cents(count: number): number {
  return count / 100
}

test('amounts are added, subtracted and compared as their whole cents are', () => {
  fc.assert(
    fc.property(units, units, (a, b) => {
      expect(addDecimals(cents(a), cents(b), 2)).toBe(cents(a + b))
      expect(subtractDecimals(cents(a), cents(b), 2)).toBe(cents(a - b))
      expect(Math.sign(compareDecimals(cents(a), cents(b)))).toBe(Math.sign(a - b))
    }),
  )
})

test('the quick way for known scales gives what the slow way gives', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: -9999, max: 9999 }), (a, b) => {
      const [x, y] = [cents(a), b / 1000]
      expect(written(multiplyScaled(x, y, [2, 3]))).toBe(written(multiplyDecimals(x, y)))
      expect(written(addDecimals(x, y, 3))).toBe(written(addDecimals(x, y, null)))
    }),
  )
})

test('rounding to places leaves no more than those places', () => {
  const modes = fc.constantFrom(
    'up',
    'down',
    'half-up',
    'half-down',
    'half-even',
    'floor',
    'ceiling',
  )
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 9 }), fc.nat(4), modes, (a, b, places, mode) => {
      const rounded = roundDecimal(divideDecimals(cents(a), b) ?? 0, places, mode as 'up')
      expect(rounded === null ? null : scaleOf(rounded)).toBeLessThanOrEqual(places)
    }),
  )
})
