import { fail, type Result } from '../../model/result.ts'
import { askedIn } from '../../routing/line.ts'
import { actorId } from '../actor.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { changeSigner, claimedBy, ownSeat } from './seat-change.ts'

/**
 * 认领. One of those asked takes the work; the others of the seat no longer see it. Only they, and
 * only while nobody has claimed the seat. Moves no clock, no sibling, no tally.
 */
export const claim: Operator = {
  decide: decideClaim,
}

function decideClaim(act: Act): Result<Draft, Refusal> {
  const own = ownSeat(act)
  if (!own.ok) return claimedByOther(act) ?? own
  const { signer, by, taskId } = own.value
  if (signer.pool !== undefined) return fail({ kind: 'claimed-by-other', task: taskId, by })
  return changeSigner(act, own.value, [claimedBy(signer, by)], 'claimed')
}

/** Somebody was quicker: the refusal says who. */
function claimedByOther({ subject, draft, command }: Act): Result<Draft, Refusal> | null {
  if (subject.kind !== 'step') return null
  const by = actorId(command.by)
  const seats = draft.case.position.open[subject.step]?.seats ?? []
  const claimed = seats.flatMap(({ line }) => askedIn(line)).find(({ pool }) => pool?.includes(by))
  const claimer = claimed?.people[0]
  return claimer === undefined
    ? null
    : fail({ kind: 'claimed-by-other', task: subject.task, by: claimer })
}
