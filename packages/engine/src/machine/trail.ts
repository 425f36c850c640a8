import type { StepId } from '../model/step.ts'

/**
 * The trail is the list of tasks and parallels completed, in order. One that is completed again
 * stands at its latest place only, so the trail never grows beyond the number of steps.
 */
export function pushOnTrail(trail: readonly StepId[], step: StepId): readonly StepId[] {
  return [...trail.filter((earlier) => earlier !== step), step]
}

/** Takes steps off the trail: they are to be done again. */
export function cutTrail(trail: readonly StepId[], cut: readonly StepId[]): readonly StepId[] {
  return cut.length === 0 ? trail : trail.filter((step) => !cut.includes(step))
}

/** Puts back what a way straight back passes over, in its order. */
export function restoreTrail(trail: readonly StepId[], back: readonly StepId[]): readonly StepId[] {
  return [...trail, ...back.filter((step) => !trail.includes(step))]
}
