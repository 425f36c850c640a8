import type { Refusal, Workflow } from '@yichuang/engine'

/** A refusal without the values of sensitive fields: it is shown and printed. */
export function redacted(refusal: Refusal, workflow: Workflow | undefined): Refusal {
  const isSensitive = (field: string): boolean => workflow?.fields[field]?.sensitive === true
  if (refusal.kind === 'condition-not-met') {
    const shown = Object.entries(refusal.data).filter(([field]) => !isSensitive(field))
    return { ...refusal, data: Object.fromEntries(shown) }
  }
  if (refusal.kind !== 'value-does-not-fit' || !isSensitive(refusal.field)) return refusal
  const { fault } = refusal
  switch (fault.kind) {
    case 'no-such-day':
    case 'value-not-in-choice':
      return { ...refusal, fault: { ...fault, value: HIDDEN } }
    case 'scale':
    case 'too-small':
    case 'too-large':
      return { ...refusal, fault: { kind: 'wrong-type', expected: 'number' } }
    case 'element':
      return { ...refusal, fault: { kind: 'wrong-type', expected: 'list' } }
    default:
      return refusal
  }
}

const HIDDEN = '***'
