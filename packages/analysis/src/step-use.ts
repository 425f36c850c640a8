import type { Asked } from './asked.ts'
import type { WorkspaceIndex } from './workspace-index.ts'

/** A step that asks for something. */
export interface StepUse {
  readonly workflow: string
  readonly step: string
}

/** The steps of all workflows by what they ask for, each step once. */
export function stepUses(
  { workflows }: WorkspaceIndex,
  keyOf: (asked: Asked) => string | undefined,
): ReadonlyMap<string, readonly StepUse[]> {
  const uses = new Map<string, StepUse[]>()
  for (const { id: workflow, asked } of workflows) {
    for (const entry of asked) {
      const key = keyOf(entry)
      if (key === undefined || entry.step === undefined) continue
      const { step } = entry
      const list = uses.get(key) ?? []
      if (!list.some((use) => use.workflow === workflow && use.step === step)) {
        list.push({ workflow, step })
      }
      uses.set(key, list)
    }
  }
  return uses
}
