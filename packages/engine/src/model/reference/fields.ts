import { fieldUses } from './field-uses.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** Fields that steps name are declared, and of a type that the place can do with. */
export function checkFields({ workflow: { fields }, steps }: Scope): readonly Finding[] {
  const known = Object.keys(fields)
  return steps.flatMap(fieldUses).flatMap(({ field, path, types }): readonly Finding[] => {
    const found = Object.hasOwn(fields, field) ? fields[field]?.type : undefined
    if (found === undefined) {
      return [{ problem: { kind: 'unknown-field', ...unknownName(field, known) }, path }]
    }
    if (!types || types.includes(found)) return []
    return [{ problem: { kind: 'wrong-field-type', field, found, expected: types }, path }]
  })
}
