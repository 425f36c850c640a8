import type { StepId } from '../model/step.ts'
import { hasSeatPerPerson } from '../routing/open-seats.ts'
import type { Seat } from '../routing/seat.ts'
import { peopleAsked } from '../routing/tally.ts'
import { isBarred } from './authority.ts'
import type { Case } from './case.ts'
import type { Runnable } from './world.ts'

/**
 * The seats of an open task without those of people who may not act on it: an own case, recusal,
 * separation of duties. Where everybody found has a seat, such a seat could never be filled and the
 * step would stand still; so the others go on alone. Never the last seat of a group: then the opinion
 * that is owed would go missing, and that nobody can give it is reported instead. Null where nothing
 * changes.
 */
export function withoutBarred(run: Runnable, kase: Case, step: StepId): readonly Seat[] | null {
  const task = run.program.tree.places.get(step)?.step
  const open = kase.position.open[step]
  if (task?.kind !== 'task' || open === undefined || !hasSeatPerPerson(task)) return null
  const barred = open.seats.filter((seat) => isHeldByBarred(run, kase, step, seat))
  const dropped = barred.filter(({ group }) =>
    open.seats.some((seat) => seat.group === group && !barred.includes(seat)),
  )
  return dropped.length === 0 ? null : open.seats.filter((seat) => !dropped.includes(seat))
}

function isHeldByBarred(run: Runnable, kase: Case, step: StepId, seat: Seat): boolean {
  const people = seat.state === 'open' ? peopleAsked(seat) : []
  return people.length > 0 && people.every((person) => isBarred(run, kase, step, person))
}
