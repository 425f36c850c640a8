import { civilDayOf } from '../../calendar/instant.ts'
import { fail, type Result } from '../../model/result.ts'
import { conflictOf } from '../authority.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { changeSeat, type OwnSeat, ownSeat } from './seat-change.ts'

/**
 * 转办. The work passes to another member of the town's staff, who then owns it; the first owner is
 * kept over several hops. Needs `to` and `reason`. The receiver must be in office and free of
 * conflicts. The limit of the step runs on; siblings and tally stay.
 */
export function transfer(act: Act): Result<Draft, Refusal> {
  const { to, reason } = act.command
  if (to === undefined)
    return fail({ kind: 'unknown-operator-argument', action: 'transfer', missing: 'to' })
  if ((reason ?? '').trim() === '')
    return fail({ kind: 'unknown-operator-argument', action: 'transfer', missing: 'reason' })
  const own = ownSeat(act)
  if (!own.ok) return own
  const refusal = cannotReceive(act, own.value, to)
  if (refusal !== null) return fail(refusal)
  const { seat } = own.value
  const owner = seat.owner ?? seat.pool ?? seat.line[0] ?? []
  const { pool: _, ...rest } = seat
  return changeSeat(
    act,
    own.value,
    { ...rest, line: [[to], ...seat.line.slice(1)], owner },
    'transferred',
  )
}

function cannotReceive(
  { world, run, draft, at }: Act,
  own: OwnSeat,
  person: string,
): Refusal | null {
  const day = civilDayOf(at, world.utcOffset)
  const refuse = (because: 'not-staff' | 'already-asked' | 'separation'): Refusal => ({
    kind: 'cannot-take-over',
    task: own.taskId,
    person,
    because,
  })
  if (!world.index.isInOffice(run.town, person, day)) return refuse('not-staff')
  const isAsked = own.seats.some(
    (seat) =>
      seat.by === person ||
      (seat.id !== own.seat.id && seat.line.some((group) => group.includes(person))),
  )
  if (isAsked || person === own.by) return refuse('already-asked')
  return conflictOf(run, draft.case, own.step, person) === null ? null : refuse('separation')
}
