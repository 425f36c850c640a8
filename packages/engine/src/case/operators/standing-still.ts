import type { Act } from '../deciding.ts'
import type { Refusal } from '../refusal.ts'
import { suspensionOf } from '../suspension.ts'
import { namedBy } from './permit.ts'

/** Acts that stand still with nothing: they move no step. */
const GO_ON: readonly string[] = ['resume', 'urge', 'copy', 'ask', 'reply', 'recuse']

/**
 * While a part stands still nothing in it moves, except that the phase around it may be ended by one of
 * its own actions (withdrawal, termination), which ends the standstill too.
 */
export function standsStill(act: Act): Refusal | null {
  const { subject, command, draft, run } = act
  if (GO_ON.includes(command.action)) return null
  const id = subject.kind === 'step' ? subject.step : subject.block.id
  const still = suspensionOf(run.program.tree, draft.case, id)
  if (still === null) return null
  const endsIt =
    subject.kind === 'phase' &&
    Object.hasOwn(subject.block.phase?.actions ?? {}, command.action) &&
    still.subject === subject.task
  if (endsIt) return null
  const { from: since, ground } = still.suspension
  const by = [...new Set([...namedBy(act, 'resume'), ...namedBy(act, 'suspend')])]
  return { kind: 'suspended', subject: still.subject, since, ground, by }
}
