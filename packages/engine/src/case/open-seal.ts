import type { PositionFact } from '../machine/fact.ts'
import type { Value } from '../model/field.ts'
import type { Vault } from './case.ts'
import type { Applicant, Sealed } from './command.ts'

/** The value behind a commitment; null where the vault no longer holds it. */
export function openSeal(
  vault: Vault,
  fact: { readonly field: string; readonly commitment: string },
): PositionFact {
  const value = vault[fact.commitment]?.value ?? null
  return { fact: 'set', field: fact.field, value: isApplicant(value) ? null : value }
}

export function isApplicant(value: Value | Applicant): value is Applicant {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

export function isSealed(value: Value | Sealed | undefined): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value
}
