import type { StepId } from '../model/step.ts'

/**
 * The trail is the list of tasks completed, in order. A task done again stands at its latest place
 * only, so the trail never grows beyond the number of tasks.
 */
export function pushOnTrail(trail: readonly StepId[], step: StepId): readonly StepId[] {
  return [...trail.filter((earlier) => earlier !== step), step]
}

/** A return takes these tasks off the trail: they are to be done again. */
export function cutTrail(trail: readonly StepId[], cut: readonly StepId[]): readonly StepId[] {
  return cut.length === 0 ? trail : trail.filter((step) => !cut.includes(step))
}
