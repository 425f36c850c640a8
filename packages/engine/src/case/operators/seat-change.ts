import { fail, ok, type Result } from '../../model/result.ts'
import type { Task } from '../../model/step.ts'
import type { Seat } from '../../routing/seat.ts'
import { seatFor } from '../../routing/tally.ts'
import { actorId } from '../actor.ts'
import { conflictOf, eligible } from '../authority.ts'
import type { EventKind } from '../case-event.ts'
import type { Act } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'

/** The open seat of the one who acts, on an open task. */
export interface OwnSeat {
  readonly step: string
  readonly task: Task
  readonly taskId: string
  readonly seat: Seat
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
  if (seat === null)
    return fail({
      kind: 'not-for-you',
      task: subject.task,
      by,
      asked: eligible(run, draft.case, subject.step),
    })
  const conflict = conflictOf(run, draft.case, subject.step, by)
  if (conflict !== null) return fail(conflict)
  return ok({ step: subject.step, task: subject.leaf, taskId: subject.task, seat, seats, by })
}

/** Records the seat as changed: the machine takes the new seats, the position of the case stays. */
export function changeSeat(
  act: Act,
  own: OwnSeat,
  changed: Seat,
  kind: EventKind,
): Result<Draft, Refusal> {
  const { world, run, draft, command, at, recorded } = act
  const seats = own.seats.map((seat) => (seat.id === changed.id ? changed : seat))
  const event = { type: `${own.step}.@seats`, at, seats, touched: true }
  const heading = {
    kind,
    commandId: command.commandId,
    recordedAt: at,
    subject: own.taskId,
    command: recorded,
  }
  return recordMove(world, run, draft, event, heading)
}
