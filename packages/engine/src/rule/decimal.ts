import Big from 'big.js'

/**
 * A decimal while a rule runs. A double stands for the shortest decimal that prints as it, which is
 * exact up to 15 digits; a longer result is a `Big` of at most 34 digits (the precision of DMN).
 */
export type Decimal = number | Big

const digitsOfDouble = 15
const digitsOfDecimal = 34
const largestExponent = 6144
const largestScaled = 1e15
const powersOfTen: readonly number[] = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`))

/** Our own constructor: big.js keeps its settings on the constructor. */
const Exact = Big()
Exact.RM = Big.roundHalfEven

function dividerTo(places: number): Big.BigConstructor {
  const Divider = Big()
  Divider.RM = Big.roundHalfEven
  Divider.DP = places
  return Divider
}

/** For a quotient of mantissas below 1 and from 1 on: both give 34 digits. */
const DivideSmall = dividerTo(digitsOfDecimal)
const DivideLarge = dividerTo(digitsOfDecimal - 1)

export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'number' || value instanceof Exact
}

function exact(value: Decimal): Big {
  return typeof value === 'number' ? new Exact(value) : value
}

/** Half-even to 34 digits, back to a double where that is exact; null beyond 10^6144. */
function settle(value: Big): Decimal | null {
  const rounded =
    value.c.length > digitsOfDecimal ? value.prec(digitsOfDecimal, Big.roundHalfEven) : value
  if (Math.abs(rounded.e) > largestExponent) {
    return null
  }
  const isShort = rounded.c.length <= digitsOfDouble && Math.abs(rounded.e) < 300
  return isShort ? Number(rounded.toString()) : rounded
}

/** The decimal that a numeral writes, or null when it is none. */
export function decimalOf(text: string): Decimal | null {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/.test(text)
    ? settle(
        new Exact(
          text
            .replace(/^\+/, '')
            .replace(/^(-?)\./, '$10.')
            .replace(/\.(?!\d)/, ''),
        ),
      )
    : null
}

/** The number of places of a decimal: 2 for 1.25. */
export function scaleOf(value: Decimal): number {
  const { c, e } = exact(value)
  return Math.max(0, c.length - 1 - e)
}

/** Whether a double has at most `scale` places and at most 15 digits. */
export function fitsScale(value: number, scale: number): boolean {
  const power = powersOfTen[scale] ?? Number.NaN
  const scaled = value * power
  return Math.abs(scaled) <= largestScaled && Math.round(scaled) / power === value
}

/** The nearest JSON number. Exact for everything that fits a field. */
export function numberOf(value: Decimal): number {
  return typeof value === 'number' ? value : Number(value.toString())
}

export function textOfDecimal(value: Decimal): string {
  const big = exact(value)
  return Math.abs(big.e) > 40 ? big.toString() : big.toFixed()
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a < b ? -1 : a > b ? 1 : 0
  }
  return exact(a).cmp(exact(b))
}

/** An exact integer of units of 10^-scale, or NaN when it is too large to be one. */
function scaledInteger(value: Decimal, scale: number): number {
  if (typeof value !== 'number') {
    return Number.NaN
  }
  const scaled = Math.round(value * (powersOfTen[scale] ?? Number.NaN))
  return Math.abs(scaled) <= largestScaled ? scaled : Number.NaN
}

/** `scale`: places that neither operand exceeds, null when unknown (slower, equally exact). */
export function addDecimals(a: Decimal, b: Decimal, scale: number | null): Decimal | null {
  const places = scale ?? (Number.isInteger(a) && Number.isInteger(b) ? 0 : null)
  if (places !== null) {
    const sum = scaledInteger(a, places) + scaledInteger(b, places)
    if (Math.abs(sum) <= largestScaled) {
      return sum / (powersOfTen[places] ?? Number.NaN)
    }
  }
  return settle(exact(a).plus(exact(b)))
}

export function negateDecimal(a: Decimal): Decimal {
  return typeof a === 'number' ? 0 - a : a.neg()
}

export function subtractDecimals(a: Decimal, b: Decimal, scale: number | null): Decimal | null {
  return addDecimals(a, negateDecimal(b), scale)
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal | null {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const product = Number(a) * Number(b)
    if (Math.abs(product) <= largestScaled) {
      return product + 0
    }
  }
  return settle(exact(a).times(exact(b)))
}

/** Multiplication of decimals whose places are known. */
export function multiplyScaled(
  a: Decimal,
  b: Decimal,
  scales: readonly [number, number],
): Decimal | null {
  const product = scaledInteger(a, scales[0]) * scaledInteger(b, scales[1])
  return Math.abs(product) <= largestScaled
    ? (product + 0) / (powersOfTen[scales[0] + scales[1]] ?? Number.NaN)
    : multiplyDecimals(a, b)
}

/** To 34 digits, half-even; null for a division by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | null {
  const dividend = new Exact(exact(a))
  const divisor = new Exact(exact(b))
  if (divisor.c[0] === 0) {
    return null
  }
  if (dividend.c[0] === 0) {
    return 0
  }
  // The quotient of the mantissas is in (0.1, 10), so its places follow from its first digit and
  // the division itself rounds once, to the 34th digit.
  const exponent = dividend.e - divisor.e
  dividend.e = 0
  divisor.e = 0
  const Divider = dividend.abs().lt(divisor.abs()) ? DivideSmall : DivideLarge
  const quotient = new Exact(new Divider(dividend).div(divisor))
  quotient.e += exponent
  return settle(quotient)
}

const largestPower = 999
const workingDigits = 60

/** Whole powers up to 999; null for any other, and for zero to a negative power. */
export function raiseDecimal(a: Decimal, n: Decimal): Decimal | null {
  if (typeof n !== 'number' || !Number.isInteger(n) || Math.abs(n) > largestPower) {
    return null
  }
  let result = new Exact(1)
  let square = exact(a)
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      result = result.times(square).prec(workingDigits)
    }
    square = rest > 1 ? square.times(square).prec(workingDigits) : square
  }
  return n < 0 ? divideDecimals(1, result) : settle(result)
}

export type Rounding = 'down' | 'up' | 'half-up' | 'half-down' | 'half-even' | 'floor' | 'ceiling'

function adjusted(value: Big, places: number, mode: 'half-down' | 'floor' | 'ceiling'): Big {
  const down = value.round(places, Big.roundDown)
  const rest = value.minus(down)
  if (rest.c[0] === 0) {
    return down
  }
  if (mode === 'half-down') {
    const isOverHalf = rest
      .abs()
      .times(2)
      .gt(new Exact(`1e${-places}`))
    return isOverHalf ? value.round(places, Big.roundUp) : down
  }
  return rest.s === (mode === 'floor' ? -1 : 1) ? value.round(places, Big.roundUp) : down
}

/** Rounds to a number of places; negative places round to tens, hundreds and so on. */
export function roundDecimal(a: Decimal, places: Decimal, mode: Rounding): Decimal | null {
  if (typeof places !== 'number' || !Number.isInteger(places) || Math.abs(places) > 6000) {
    return null
  }
  const value = exact(a)
  switch (mode) {
    case 'down':
      return settle(value.round(places, Big.roundDown))
    case 'up':
      return settle(value.round(places, Big.roundUp))
    case 'half-up':
      return settle(value.round(places, Big.roundHalfUp))
    case 'half-even':
      return settle(value.round(places, Big.roundHalfEven))
    default:
      return settle(adjusted(value, places, mode))
  }
}

/** The remainder with the sign of the divisor, as DMN defines `modulo`. */
export function moduloDecimal(a: Decimal, b: Decimal): Decimal | null {
  const divisor = exact(b)
  if (divisor.c[0] === 0 || Math.abs(exact(a).e - divisor.e) > digitsOfDecimal) {
    return null
  }
  const rest = exact(a).mod(divisor)
  const isOpposed = rest.c[0] !== 0 && rest.s !== divisor.s
  return settle(isOpposed ? rest.plus(divisor) : rest)
}
