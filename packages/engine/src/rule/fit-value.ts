import type { Field, ListField, Value } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { fitsScale } from './decimal.ts'
import { type RuleTypeKind, typeOfField } from './rule-type.ts'
import { isDay } from './temporal.ts'

/** Why a value cannot be stored in a field. Nothing is rounded or cut to make it fit. */
export type FitFault =
  | { readonly kind: 'wrong-type'; readonly expected: RuleTypeKind }
  | { readonly kind: 'not-finite' }
  | { readonly kind: 'scale'; readonly allowed: number; readonly value: number }
  | { readonly kind: 'too-small'; readonly min: number; readonly value: number }
  | { readonly kind: 'too-large'; readonly max: number; readonly value: number }
  | { readonly kind: 'too-long'; readonly maxLength: number; readonly found: number }
  | { readonly kind: 'no-such-day'; readonly value: string }
  | {
      readonly kind: 'value-not-in-choice'
      readonly value: string
      readonly of: readonly string[]
    }
  /** An element of a list does not fit; `index` counts from 0. */
  | { readonly kind: 'element'; readonly index: number; readonly fault: FitFault }

function faultOfNumber(value: Value, field: Extract<Field, { min?: number }>): FitFault | null {
  if (typeof value !== 'number') {
    return { kind: 'wrong-type', expected: 'number' }
  }
  if (!Number.isFinite(value)) {
    return { kind: 'not-finite' }
  }
  const type = typeOfField(field)
  const allowed = type.kind === 'number' ? type.scale : null
  if (allowed !== null && !fitsScale(value, allowed)) {
    return { kind: 'scale', allowed, value }
  }
  if (field.min !== undefined && value < field.min) {
    return { kind: 'too-small', min: field.min, value }
  }
  return field.max !== undefined && value > field.max
    ? { kind: 'too-large', max: field.max, value }
    : null
}

function faultOfText(value: Value, maxLength: number | undefined): FitFault | null {
  if (typeof value !== 'string') {
    return { kind: 'wrong-type', expected: 'text' }
  }
  const found = [...value].length
  return maxLength !== undefined && found > maxLength
    ? { kind: 'too-long', maxLength, found }
    : null
}

function faultOfDate(value: Value): FitFault | null {
  if (typeof value !== 'string') {
    return { kind: 'wrong-type', expected: 'date' }
  }
  return isDay(value) ? null : { kind: 'no-such-day', value }
}

function faultOfChoice(value: Value, of: readonly string[]): FitFault | null {
  if (typeof value !== 'string') {
    return { kind: 'wrong-type', expected: 'choice' }
  }
  return of.includes(value) ? null : { kind: 'value-not-in-choice', value, of }
}

function faultOfList(value: Value, { of }: ListField): FitFault | null {
  if (!Array.isArray(value)) {
    return { kind: 'wrong-type', expected: 'list' }
  }
  for (const [index, element] of value.entries()) {
    const fault = element === null ? null : faultOf({ type: of }, element)
    if (fault !== null) {
      return { kind: 'element', index, fault }
    }
  }
  return null
}

function faultOf(field: Field, value: Value): FitFault | null {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : { kind: 'wrong-type', expected: 'boolean' }
    case 'number':
    case 'money':
      return faultOfNumber(value, field)
    case 'text':
      return faultOfText(value, field.maxLength)
    case 'date':
      return faultOfDate(value)
    case 'choice':
      return faultOfChoice(value, field.of)
    case 'list':
      return faultOfList(value, field)
  }
}

/** A value that is about to be written to a field, or why it may not be. Null clears any field. */
export function fitValue(field: Field, value: Value): Result<Value, FitFault> {
  const fault = value === null ? null : faultOf(field, value)
  return fault === null ? ok(value) : fail(fault)
}
