import type { ArithmeticNode } from './ast.ts'
import { type Cell, type Frame, largestText, type Run } from './cell.ts'
import { dayOfCell } from './date-functions.ts'
import {
  addDecimals,
  type Decimal,
  divideDecimals,
  isDecimal,
  multiplyDecimals,
  multiplyScaled,
  raiseDecimal,
  subtractDecimals,
} from './decimal.ts'
import { maxScale, type RuleType } from './rule-type.ts'
import {
  addMonths,
  addMonthsToInstant,
  dayNumberOf,
  dayWithNumber,
  msPerDay,
  offsetOf,
} from './temporal.ts'

type Numeric = (a: Decimal, b: Decimal) => Decimal | null

function scaleOfType(type: RuleType): number | null {
  return type.kind === 'number'
    ? type.scale
    : type.kind === 'days' || type.kind === 'months'
      ? 0
      : null
}

function multiplication(left: RuleType, right: RuleType): Numeric {
  const [a, b] = [scaleOfType(left), scaleOfType(right)]
  return a !== null && b !== null && a + b <= maxScale
    ? (x, y) => multiplyScaled(x, y, [a, b])
    : multiplyDecimals
}

/** Spans are whole milliseconds or months: what is left of one is cut off. */
function wholeSpan(size: Decimal | null): number | null {
  const whole = size === null ? null : Math.trunc(Number(size))
  return whole !== null && Number.isSafeInteger(whole) ? whole + 0 : null
}

function numeric(left: Run, right: Run, apply: Numeric): Run {
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    return isDecimal(a) && isDecimal(b) ? apply(a, b) : null
  }
}

/** A day keeps to whole days: hours that make no day are dropped towards the past. */
function shiftDay(day: string, span: RuleType, size: number): Cell {
  return span.kind === 'months'
    ? addMonths(day, size)
    : dayWithNumber(Math.floor(dayNumberOf(day) + size / msPerDay))
}

function shift(time: RuleType, span: RuleType, sign: 1 | -1): (a: Cell, b: Cell, f: Frame) => Cell {
  return (a, b, frame) => {
    if (typeof b !== 'number') {
      return null
    }
    const size = b * sign
    if (time.kind === 'date') {
      return typeof a === 'string' ? shiftDay(a, span, size) : null
    }
    if (typeof a !== 'number') {
      return null
    }
    return span.kind === 'months' ? addMonthsToInstant(a, size, offsetOf(frame.now)) : a + size
  }
}

function difference(a: Cell, b: Cell, frame: Frame): Cell {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b
  }
  const [later, earlier] = [dayOfCell(a, frame), dayOfCell(b, frame)]
  return later === null || earlier === null
    ? null
    : (dayNumberOf(later) - dayNumberOf(earlier)) * msPerDay
}

function joinTexts(a: Cell, b: Cell): Cell {
  const isJoined = typeof a === 'string' && typeof b === 'string'
  return isJoined && a.length + b.length <= largestText ? a + b : null
}

function plain(left: Run, right: Run, apply: (a: Cell, b: Cell, frame: Frame) => Cell): Run {
  return (frame) => apply(left(frame), right(frame), frame)
}

/** `+ - * / **`: exact on decimals, civil on days. */
export function runArithmetic(
  node: ArithmeticNode,
  compile: (n: ArithmeticNode['left']) => Run,
): Run {
  const [left, right] = [compile(node.left), compile(node.right)]
  const [a, b] = [node.left.type, node.right.type]
  const scale = scaleOfType(node.type)
  switch (node.operation) {
    case 'add':
      return numeric(left, right, (x, y) => addDecimals(x, y, scale))
    case 'subtract':
      return numeric(left, right, (x, y) => subtractDecimals(x, y, scale))
    case 'multiply':
      return numeric(left, right, multiplication(a, b))
    case 'divide':
    case 'ratio':
      return numeric(left, right, divideDecimals)
    case 'power':
      return numeric(left, right, raiseDecimal)
    case 'stretch':
      return numeric(left, right, (x, y) => wholeSpan(multiplyDecimals(x, y)))
    case 'shrink':
      return numeric(left, right, (x, y) => wholeSpan(divideDecimals(x, y)))
    case 'join-texts':
      return plain(left, right, joinTexts)
    case 'difference':
      return plain(left, right, difference)
    case 'shift':
      return a.kind === 'days' || a.kind === 'months'
        ? plain(right, left, shift(b, a, 1))
        : plain(left, right, shift(a, b, 1))
    case 'shift-back':
      return plain(left, right, shift(a, b, -1))
  }
}
