import type { Field, ListField } from '../model/field.ts'
import type { TableOutput } from '../model/table.ts'

/**
 * What an expression gives. Every type includes null.
 *
 * - `number`: a decimal; `scale` is the most places it can have, null when that is not known
 * - `text`: `literals` are the only values it can have, when they are known
 * - `date-time`, `days`, `months`: an instant, a span of days and time, a span of years and months;
 *   they live inside expressions and cannot be stored
 */
export type RuleType =
  | { readonly kind: 'boolean' | 'date' | 'date-time' | 'days' | 'months' | 'null' }
  | { readonly kind: 'number'; readonly scale: number | null }
  | { readonly kind: 'text'; readonly literals?: readonly string[] }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'list'; readonly of: RuleType }

export type RuleTypeKind = RuleType['kind']

/** Beyond 15 places a double no longer holds every decimal, so the scale counts as unknown. */
export const maxScale = 15

export const booleanType: RuleType = { kind: 'boolean' }
export const dateType: RuleType = { kind: 'date' }
export const textType: RuleType = { kind: 'text' }
export const nullType: RuleType = { kind: 'null' }
export const integerType: RuleType = { kind: 'number', scale: 0 }
export const decimalType: RuleType = { kind: 'number', scale: null }

/** A number of at most `scale` places; null where that is more than a double can hold. */
export function numberType(scale: number | null): RuleType {
  const isKnown = scale !== null && scale >= 0 && scale <= maxScale
  return { kind: 'number', scale: isKnown ? scale : null }
}

/** The places of a money amount whose field names none: fen. */
const moneyScale = 2

function scalarType(kind: ListField['of'], scale?: number): RuleType {
  switch (kind) {
    case 'money':
      return numberType(scale ?? moneyScale)
    case 'number':
      return numberType(scale ?? null)
    default:
      return { kind }
  }
}

/** The type that a field has in an expression. */
export function typeOfField(field: Field): RuleType {
  switch (field.type) {
    case 'money':
    case 'number':
      return scalarType(field.type, field.scale)
    case 'choice':
      return { kind: 'choice', of: field.of }
    case 'list':
      return { kind: 'list', of: scalarType(field.of) }
    default:
      return { kind: field.type }
  }
}

/** The type that the cells of an output column must have. */
export function typeOfOutput(output: TableOutput): RuleType {
  return output.type === 'choice'
    ? { kind: 'choice', of: output.of ?? [] }
    : scalarType(output.type)
}

/** The texts that a value can only be, or null when it can be any text or is no text. */
export function knownTexts(type: RuleType): readonly string[] | null {
  if (type.kind === 'choice') {
    return type.of
  }
  return type.kind === 'text' ? (type.literals ?? null) : null
}

export function isTextual(type: RuleType): boolean {
  return type.kind === 'text' || type.kind === 'choice'
}

function joinTexts(a: RuleType, b: RuleType): RuleType {
  if (a === b) {
    return a
  }
  const left = knownTexts(a)
  const right = knownTexts(b)
  if (left === null || right === null) {
    return textType
  }
  return { kind: 'text', literals: [...new Set([...left, ...right])] }
}

/** The narrowest type that holds both, or null when nothing does: a list holds one kind of value. */
export function joinTypes(a: RuleType, b: RuleType): RuleType | null {
  if (a.kind === 'null') {
    return b
  }
  if (b.kind === 'null') {
    return a
  }
  if (a.kind === 'number' && b.kind === 'number') {
    return numberType(a.scale === null || b.scale === null ? null : Math.max(a.scale, b.scale))
  }
  if (isTextual(a) && isTextual(b)) {
    return joinTexts(a, b)
  }
  if (a.kind === 'list' && b.kind === 'list') {
    const of = joinTypes(a.of, b.of)
    return of === null ? null : { kind: 'list', of }
  }
  return a.kind === b.kind ? a : null
}

/** `joinTypes` over any number of types; null type for none. */
export function joinAll(types: readonly RuleType[]): RuleType | null {
  return types.reduce<RuleType | null>(
    (joined, type) => (joined === null ? null : joinTypes(joined, type)),
    nullType,
  )
}
