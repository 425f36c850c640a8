import type { CaseData, Field } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { fitValue } from '../rule/fit-value.ts'
import type { Refusal } from './refusal.ts'

/** Checks values against their fields: known, of the type, within bounds and scale. */
export function fitData(
  fields: Readonly<Record<string, Field>>,
  data: CaseData | undefined,
): Result<CaseData | undefined, Refusal> {
  if (data === undefined) return ok(undefined)
  for (const [id, value] of Object.entries(data)) {
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined
    if (field === undefined)
      return fail({ kind: 'unknown-field', field: id, known: Object.keys(fields) })
    const fit = fitValue(field, value)
    if (!fit.ok) return fail({ kind: 'value-does-not-fit', field: id, fault: fit.error })
  }
  return ok(data)
}
