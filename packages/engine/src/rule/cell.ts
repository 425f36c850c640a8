import type { CaseData, Value } from '../model/field.ts'
import { type Decimal, fitsScale, isDecimal, numberOf } from './decimal.ts'
import type { RuleType } from './rule-type.ts'
import {
  formatDays,
  formatInstant,
  formatMonths,
  isDay,
  offsetOf,
  parseInstant,
} from './temporal.ts'

/**
 * A value while a rule runs. Its type is known from the rule: a date is `YYYY-MM-DD`, an instant and
 * a span of days are milliseconds, a span of months is a count.
 */
export type Cell = null | boolean | string | Decimal | readonly Cell[]

/** What one evaluation has at hand. `steps` falls with every turn of a loop; below zero: give up. */
export interface Frame {
  readonly data: CaseData
  readonly now: string
  readonly slots: Cell[]
  steps: number
}

export type Run = (frame: Frame) => Cell

/** Turns of loops, and items handed to list functions, that one evaluation may use. */
export const stepBudget = 10_000

/** A longer text or list than this becomes null, so that nothing can grow without bound. */
export const largestText = 100_000

/** How a stored value is read; what does not fit its type is null. */
export function cellReader(type: RuleType): (value: unknown) => Cell {
  switch (type.kind) {
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : null)
    case 'number':
      return numberReader(type.scale)
    case 'text':
      return (value) => (typeof value === 'string' ? value : null)
    case 'choice': {
      const known: ReadonlySet<unknown> = new Set(type.of)
      return (value) => (typeof value === 'string' && known.has(value) ? value : null)
    }
    case 'date':
      return (value) => (typeof value === 'string' && isDay(value) ? value : null)
    case 'date-time':
      return (value) => (typeof value === 'string' ? parseInstant(value, 0) : null)
    case 'list':
      return listReader(cellReader(type.of))
    case 'days':
    case 'months':
    case 'null':
      return () => null
  }
}

function numberReader(scale: number | null): (value: unknown) => Cell {
  if (scale === null) {
    return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
  }
  return (value) => (typeof value === 'number' && fitsScale(value, scale) ? value : null)
}

function listReader(read: (value: unknown) => Cell): (value: unknown) => Cell {
  return (value) => (Array.isArray(value) ? value.map(read) : null)
}

function scalarValue(cell: Cell, type: RuleType, now: string): boolean | number | string | null {
  if (cell === null || typeof cell === 'boolean' || typeof cell === 'string') {
    return cell
  }
  if (!isDecimal(cell)) {
    return null
  }
  const number = numberOf(cell)
  switch (type.kind) {
    case 'date-time':
      return formatInstant(number, offsetOf(now))
    case 'days':
      return formatDays(number)
    case 'months':
      return formatMonths(number)
    default:
      return Number.isFinite(number) ? number : null
  }
}

/** A result as data. Nulls inside a list are left out: a stored list has none. */
export function valueOfCell(cell: Cell, type: RuleType, now: string): Value {
  if (!Array.isArray(cell)) {
    return scalarValue(cell, type, now)
  }
  const of: RuleType = type.kind === 'list' ? type.of : type
  return cell.flatMap((item: Cell) => scalarValue(item, of, now) ?? [])
}
