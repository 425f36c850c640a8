import type { Finding } from './finding.ts'

/** A step of a workflow at which a finding shows. */
export interface FindingPlace {
  readonly workflow: string
  readonly step: string
}

/** Every step that a finding is about: its own, or all that share its cause. */
export function placesOf(finding: Finding): readonly FindingPlace[] {
  const { workflow, step } = finding
  if (workflow !== undefined && step !== undefined) return [{ workflow, step }]
  const steps = finding['steps']
  if (!Array.isArray(steps)) return []
  return steps.flatMap((entry: unknown) => {
    if (typeof entry === 'string' && workflow !== undefined) return [{ workflow, step: entry }]
    return isPlace(entry) ? [{ workflow: entry.workflow, step: entry.step }] : []
  })
}

/** Whether a finding touches a workflow at all. */
export function concernsWorkflow(finding: Finding, workflow: string): boolean {
  return finding.workflow === workflow || placesOf(finding).some((at) => at.workflow === workflow)
}

function isPlace(entry: unknown): entry is FindingPlace {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'workflow' in entry &&
    'step' in entry &&
    typeof entry.workflow === 'string' &&
    typeof entry.step === 'string'
  )
}
