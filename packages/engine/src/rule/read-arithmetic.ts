import type { SyntaxNode } from '@lezer/common'
import type { Operation, RuleNode } from './ast.ts'
import { negateDecimal } from './decimal.ts'
import { partsOf } from './grammar.ts'
import { isBroken, literal, type Reader, refuse, requireKind, spanOf } from './reader.ts'
import {
  decimalType,
  isTextual,
  joinTypes,
  nullType,
  numberType,
  type RuleType,
  type RuleTypeKind,
  textType,
} from './rule-type.ts'

interface Meaning {
  readonly operation: Operation
  readonly type: RuleType
}

const numeric: readonly RuleTypeKind[] = ['number']
const arithmetic: readonly RuleTypeKind[] = ['number', 'date', 'date-time', 'days', 'months']

function isSpan(type: RuleType): boolean {
  return type.kind === 'days' || type.kind === 'months'
}

function isTime(type: RuleType): boolean {
  return type.kind === 'date' || type.kind === 'date-time'
}

function ofNumbers(sign: string, left: RuleType, right: RuleType): Meaning | null {
  if (left.kind !== 'number' || right.kind !== 'number') {
    return null
  }
  const joined = joinTypes(left, right) ?? decimalType
  switch (sign) {
    case '+':
      return { operation: 'add', type: joined }
    case '-':
      return { operation: 'subtract', type: joined }
    case '*': {
      const isKnown = left.scale !== null && right.scale !== null
      const scale = isKnown ? (left.scale ?? 0) + (right.scale ?? 0) : null
      return { operation: 'multiply', type: numberType(scale) }
    }
    case '/':
      return { operation: 'divide', type: decimalType }
    case '**':
      return { operation: 'power', type: decimalType }
    default:
      return null
  }
}

function ofSum(sign: string, left: RuleType, right: RuleType): Meaning | null {
  const isPlus = sign === '+'
  if (isPlus && isTextual(left) && isTextual(right)) {
    return { operation: 'join-texts', type: textType }
  }
  if (isTime(left) && isSpan(right)) {
    return { operation: isPlus ? 'shift' : 'shift-back', type: left }
  }
  if (isPlus && isSpan(left) && isTime(right)) {
    return { operation: 'shift', type: right }
  }
  if (!isPlus && isTime(left) && left.kind === right.kind) {
    return { operation: 'difference', type: { kind: 'days' } }
  }
  if (isSpan(left) && left.kind === right.kind) {
    return { operation: isPlus ? 'add' : 'subtract', type: left }
  }
  return null
}

function ofProduct(sign: string, left: RuleType, right: RuleType): Meaning | null {
  if (sign === '*' && isSpan(left) && right.kind === 'number') {
    return { operation: 'stretch', type: left }
  }
  if (sign === '*' && left.kind === 'number' && isSpan(right)) {
    return { operation: 'stretch', type: right }
  }
  if (sign === '/' && isSpan(left) && right.kind === 'number') {
    return { operation: 'shrink', type: left }
  }
  if (sign === '/' && isSpan(left) && left.kind === right.kind) {
    return { operation: 'ratio', type: decimalType }
  }
  return null
}

function meaningOf(sign: string, left: RuleType, right: RuleType): Meaning | null {
  const ofTimes = sign === '+' || sign === '-' ? ofSum : ofProduct
  return ofNumbers(sign, left, right) ?? ofTimes(sign, left, right)
}

/** The side to blame: the one that no arithmetic takes, else the right one. */
function refuseSides(reader: Reader, left: RuleNode, right: RuleNode): RuleNode {
  const isLeftWrong = !arithmetic.includes(left.type.kind) && !isTextual(right.type)
  const wrong = isLeftWrong ? left : right
  const expected =
    wrong === left ? arithmetic : left.type.kind === 'number' ? numeric : [left.type.kind]
  return refuse(reader, wrong, { kind: 'wrong-type', expected, found: wrong.type.kind })
}

function readNegation(reader: Reader, node: SyntaxNode, operand: RuleNode): RuleNode {
  if (!requireKind(reader, operand, ['number', 'days', 'months'])) {
    return literal(null, nullType, node)
  }
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    return { ...operand, value: negateDecimal(operand.value), ...spanOf(node) }
  }
  return { kind: 'negate', operand, type: operand.type, ...spanOf(node) }
}

/** `a + b` and its kin, and `-a`. */
export function readArithmetic(reader: Reader, node: SyntaxNode): RuleNode {
  const [first, second, third] = partsOf(node)
  if (first === undefined || second === undefined) {
    return refuse(reader, node, { kind: 'not-supported', feature: 'construct' })
  }
  if (third === undefined) {
    return readNegation(reader, node, reader.read(second))
  }
  const left = reader.read(first)
  const right = reader.read(third)
  if (left.type.kind === 'null' || right.type.kind === 'null') {
    return literal(null, nullType, node)
  }
  const meaning = meaningOf(reader.text.slice(second.from, second.to), left.type, right.type)
  if (meaning === null) {
    return isBroken(reader, left) || isBroken(reader, right)
      ? literal(null, nullType, node)
      : refuseSides(reader, left, right)
  }
  return { kind: 'arithmetic', ...meaning, left, right, ...spanOf(node) }
}
