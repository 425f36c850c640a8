import { civilDayOf } from '../../calendar/instant.ts'
import { exitsOf, leads } from '../../machine/exits.ts'
import { knownChange, type StepChange } from '../../machine/step-change.ts'
import { fail, type Result } from '../../model/result.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/**
 * A change to a step that lies ahead (`to`), for this case only: others sign before or after those
 * drawn, somebody is not asked, or an optional step is passed. By whom the workflow names, with a
 * reason. Checked as it is made: the people are in office, the step is not open, only a step that names
 * its `skip` can be passed; when it opens the last signer is never taken off. It holds for every round
 * of the step in this case.
 */
export const patch: Operator = {
  needs: ['to', 'change', 'reason'],
  isOverride: true,
  decide: decidePatch,
}

function decidePatch(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  const { to = '' } = command
  const change = knownChange(command.change ?? {})
  const refusal = cannotPatch(act, to, change)
  if (refusal !== null) return fail(refusal)
  return recordMove(
    world,
    run,
    draft,
    { type: '@patch', at, patch: { step: to, change } },
    headingOf(act, 'patched', subject.task),
  )
}

function cannotPatch(
  { world, run, draft, at }: Act,
  to: string,
  change: StepChange,
): Refusal | null {
  const refuse = (
    because: 'no-such-task' | 'already-open' | 'not-optional' | 'not-staff' | 'nothing-changed',
    person?: string,
  ): Refusal => ({
    kind: 'cannot-patch',
    step: to,
    because,
    ...(person === undefined ? {} : { person }),
  })
  const step = run.program.tree.places.get(to)?.step
  if (step?.kind !== 'task') return refuse('no-such-task')
  if (draft.case.position.open[to] !== undefined) return refuse('already-open')
  const { before = [], after = [], skip } = change
  if (Object.keys(change).length === 0) return refuse('nothing-changed')
  if (skip === true && (step.skip === undefined || !leads(exitsOf(step)[step.skip])))
    return refuse('not-optional')
  const day = civilDayOf(at, world.utcOffset)
  const stranger = [...before, ...after].find(
    (person) => !world.index.isInOffice(run.town, person, day),
  )
  return stranger === undefined ? null : refuse('not-staff', stranger)
}
