import { civilDayOf } from '../../calendar/instant.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { Task } from '../../model/step.ts'
import { replaceSigner, signerFor, signersIn, sitsOn } from '../../routing/line.ts'
import type { Seat, Signer } from '../../routing/seat.ts'
import { seatFor } from '../../routing/tally.ts'
import { actorId } from '../actor.ts'
import { conflictOf, eligible } from '../authority.ts'
import type { EventKind } from '../case-event.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'

/** The open seat of the one who acts, on an open task. */
export interface OwnSeat {
  readonly step: string
  readonly task: Task
  readonly taskId: string
  readonly seat: Seat
  /** Of the seat's signers, the one for whom the actor speaks. */
  readonly signer: Signer
  readonly seats: readonly Seat[]
  readonly by: string
}

/** Finds the seat on which the actor may act now; an operator on seats needs one. */
export function ownSeat(act: Act): Result<OwnSeat, Refusal> {
  const { subject, draft, run, command } = act
  if (subject.kind !== 'step' || subject.leaf.kind !== 'task') {
    const open = Object.values(draft.case.tasks).map((task) => task.task)
    return fail({ kind: 'task-not-open', task: command.task, open })
  }
  const by = actorId(command.by)
  const seats = draft.case.position.open[subject.step]?.seats ?? []
  const seat = seatFor(subject.leaf, seats, by)
  const signer = seat === null ? undefined : signerFor(seat, by)
  if (seat === null || signer === undefined)
    return fail({
      kind: 'not-for-you',
      task: subject.task,
      by,
      asked: eligible(run, draft.case, subject.step),
    })
  const conflict = conflictOf(run, draft.case, subject.step, by)
  if (conflict !== null) return fail(conflict)
  return ok({
    step: subject.step,
    task: subject.leaf,
    taskId: subject.task,
    seat,
    signer,
    seats,
    by,
  })
}

/** The work claimed by one of those asked; already somebody's own, it stays as it is. */
export function claimedBy(signer: Signer, person: string): Signer {
  const { people, pool } = signer
  return people.length > 1 ? { ...signer, people: [person], pool: pool ?? people } : signer
}

/** Records other signers in the place of the actor's. */
export function changeSigner(
  act: Act,
  own: OwnSeat,
  signers: readonly Signer[],
  kind: EventKind,
): Result<Draft, Refusal> {
  const line = replaceSigner(own.seat.line, own.signer, signers)
  return changeSeat(act, own, { ...own.seat, line }, kind)
}

/** Records the seat as changed: the machine takes the new seats and settles the step if that decides it. */
function changeSeat(
  act: Act,
  own: Pick<OwnSeat, 'step' | 'taskId' | 'seats'>,
  changed: Seat,
  kind: EventKind,
): Result<Draft, Refusal> {
  const { world, run, draft, at } = act
  const seats = own.seats.map((seat) => (seat.id === changed.id ? changed : seat))
  const event = { type: `${own.step}.@seats`, at, seats, touched: true }
  const heading = headingOf(act, kind, own.taskId)
  return recordMove(world, run, draft, event, heading)
}

/** Why a member of staff may not be asked on the actor's work: not in office, asked already, kept apart. */
export function cannotBeAsked(
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
  const others = own.seats.filter((seat) => seat !== own.seat)
  if (person === own.by || sitsOn(others, person) || isOnLine(own, person))
    return refuse('already-asked')
  return conflictOf(run, draft.case, own.step, person) === null ? null : refuse('separation')
}

/** Whether somebody is asked on the actor's own seat, other than as one of the same pool. */
function isOnLine({ seat, signer }: OwnSeat, person: string): boolean {
  const spoke = seat.voices?.some(({ by }) => by === person) === true
  return (
    spoke || signersIn(seat.line).some((other) => other !== signer && other.people.includes(person))
  )
}
