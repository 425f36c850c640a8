import type { PositionFact } from '../machine/fact.ts'
import type { CaseData, Field, Value } from '../model/field.ts'
import { hashOf } from '../model/hash.ts'
import type { JsonObject } from '../model/json.ts'
import type { Vault } from './case.ts'
import type { Applicant, RecordedData, Salts, Sealed } from './command.ts'
import type { CaseFact } from './fact.ts'

/** Name under which the applicant's salt is given. */
export const APPLICANT_SALT = '@applicant'

type Fields = Readonly<Record<string, Field>>

/** Fields of this data that must not stand in an event. */
function sensitiveIn(fields: Fields, data: CaseData | undefined): readonly string[] {
  return Object.keys(data ?? {}).filter((field) => fields[field]?.sensitive === true)
}

/** A salted commitment: the event shows it, the vault can open it, nobody else can guess it. */
export function commitmentTo(salt: string, field: string, value: Value | Applicant): string {
  return hashOf([salt, field, isPlain(value) ? value : applicantJson(value)])
}

function isPlain(value: Value | Applicant): value is Value {
  return value === null || typeof value !== 'object' || Array.isArray(value)
}

function applicantJson(applicant: Applicant): JsonObject {
  return Object.fromEntries(Object.entries(applicant))
}

/** Data as the ledger keeps it. */
export function recordData(fields: Fields, data: CaseData, salts: Salts): RecordedData {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      isHidden(fields, field) ? sealed(salts, field, value) : value,
    ]),
  )
}

function sealed(salts: Salts, field: string, value: Value): Sealed {
  return { sealed: commitmentTo(salts[field] ?? '', field, value) }
}

function isHidden(fields: Fields, field: string): boolean {
  return fields[field]?.sensitive === true
}

/** Vault entries for the sensitive values of a command, and the fields that lack a salt. */
export function vaultOf(
  fields: Fields,
  data: CaseData | undefined,
  salts: Salts,
): { readonly vault: Vault; readonly missing: readonly string[] } {
  const hidden = sensitiveIn(fields, data)
  const entries = hidden.map((field) => {
    const value = data?.[field] ?? null
    const salt = salts[field] ?? ''
    return [commitmentTo(salt, field, value), { salt, value }] as const
  })
  return { vault: Object.fromEntries(entries), missing: hidden.filter((field) => !salts[field]) }
}

/** Facts as the ledger keeps them, and what goes into the vault instead. */
export function sealFacts(
  fields: Fields,
  facts: readonly PositionFact[],
  salts: Salts,
): {
  readonly facts: readonly CaseFact[]
  readonly vault: Vault
  readonly missing: readonly string[]
} {
  const vault: Record<string, Vault[string]> = {}
  const missing: string[] = []
  const kept = facts.map((fact): CaseFact => {
    if (fact.fact !== 'set' || !isHidden(fields, fact.field)) return fact
    const salt = salts[fact.field]
    if (salt === undefined || salt === '') missing.push(fact.field)
    const commitment = commitmentTo(salt ?? '', fact.field, fact.value)
    vault[commitment] = { salt: salt ?? '', value: fact.value }
    return { fact: 'sealed', field: fact.field, commitment }
  })
  return { facts: kept, vault, missing }
}
