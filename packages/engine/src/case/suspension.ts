import { blocksAround, type Tree } from '../machine/block.ts'
import { stepOfTask } from './apply-record-fact.ts'
import type { Case, Suspension } from './case.ts'

/** What stands still, and since when. */
export interface StandingStill {
  /** `step#round` or `phase#visit` */
  readonly subject: string
  readonly suspension: Suspension
}

/** The suspension of a step or phase, or of what is around it; null when it goes on. */
export function suspensionOf(tree: Tree, kase: Case, id: string): StandingStill | null {
  const subjects = Object.keys(kase.suspensions)
  if (subjects.length === 0) return null
  const held = tree.places.get(id)?.step.kind === 'phase' ? [id] : []
  const around = [id, ...held, ...blocksAround(tree, id).map((block) => block.id)]
  for (const subject of subjects.sort()) {
    const suspension = kase.suspensions[subject]
    if (suspension !== undefined && around.includes(stepOfTask(subject)))
      return { subject, suspension }
  }
  return null
}

/** The name under which a suspension stops clocks. */
export function suspendedBy(subject: string): string {
  return `@suspended:${subject}`
}
