import type { ReturnPolicy, StepId } from '../model/step.ts'
import type { Program } from './program.ts'

/** Returns to one step per case, where the workflow says nothing. */
const MAX_RETURNS = 3

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
