import type { RuleNode } from './ast.ts'
import type { Cell, Frame } from './cell.ts'
import { type Decimal, isDecimal } from './decimal.ts'
import { integerType, numberType, type RuleType, type RuleTypeKind } from './rule-type.ts'

/** Kinds that a parameter takes. */
export type Parameter = readonly RuleTypeKind[]

/** A built-in of FEEL. */
export interface RuleFunction {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** Trailing parameters that may be left out. */
  readonly optional?: number
  /** The last parameter may be repeated. */
  readonly repeats?: boolean
  /** Sees null arguments; all others give null as soon as one argument is null. */
  readonly takesNull?: boolean
  /** The type of the answer, or null when the types of the arguments do not agree. */
  readonly typeOf: (args: readonly RuleNode[]) => RuleType | null
  readonly apply: (args: readonly Cell[], frame: Frame) => Cell
}

export const number: Parameter = ['number']
export const text: Parameter = ['text', 'choice']
export const list: Parameter = ['list']
export const boolean: Parameter = ['boolean']
export const day: Parameter = ['date', 'date-time']
export const anything: Parameter = [
  'boolean',
  'number',
  'text',
  'choice',
  'date',
  'date-time',
  'days',
  'months',
  'list',
]

/** A function that always answers with one type. */
export function always(type: RuleType): () => RuleType {
  return () => type
}

export function typeAt(args: readonly RuleNode[], index: number): RuleType {
  return args[index]?.type ?? { kind: 'null' }
}

export function decimalAt(args: readonly Cell[], index: number): Decimal | null {
  const value = args[index]
  return isDecimal(value) ? value : null
}

export function textAt(args: readonly Cell[], index: number): string | null {
  const value = args[index]
  return typeof value === 'string' ? value : null
}

export function listAt(args: readonly Cell[], index: number): readonly Cell[] | null {
  const value = args[index] ?? null
  return isList(value) ? value : null
}

export function isList(value: Cell): value is readonly Cell[] {
  return Array.isArray(value)
}

/** The places of a number rounded to `args[1]`, known when that is written out. */
export function roundedType(args: readonly RuleNode[]): RuleType {
  const places = args[1]
  if (places === undefined) {
    return integerType
  }
  const isWritten = places.kind === 'literal' && typeof places.value === 'number'
  return numberType(isWritten ? Math.max(0, Number(places.value)) : null)
}
