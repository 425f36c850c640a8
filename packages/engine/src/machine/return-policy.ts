import type { ReturnPolicy, StepId } from '../model/step.ts'
import type { Position } from './position.ts'
import type { Program } from './program.ts'

/** Returns to one step per case, where the workflow says nothing. */
export const MAX_RETURNS = 3

/** The return policy in force at a task: its own, over the workflow's. */
export function returnPolicyAt(program: Program, step: StepId): Required<ReturnPolicy> {
  const own = program.tree.places.get(step)?.step
  return {
    targets: 'chosen',
    then: ['again', 'straight-back'],
    siblings: 'affected',
    max: MAX_RETURNS,
    ...program.tree.workflow.policies?.returns,
    ...(own?.kind === 'task' ? own.returns : {}),
  }
}

/** The targets that a narrow policy leaves. */
export function policyTargets(
  targets: 'none' | 'previous' | 'first',
  position: Position,
): readonly string[] {
  const target =
    targets === 'previous'
      ? position.trail.at(-1)
      : targets === 'first'
        ? position.trail[0]
        : undefined
  return target === undefined ? [] : [target]
}
