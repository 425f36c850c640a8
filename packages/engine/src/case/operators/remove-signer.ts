import { BY_PATCH } from '../../machine/patch-step.ts'
import { fail, type Result } from '../../model/result.ts'
import type { Task } from '../../model/step.ts'
import { replaceSigner, signersIn } from '../../routing/line.ts'
import { hasSeatPerPerson } from '../../routing/open-seats.ts'
import type { Seat, Signer } from '../../routing/seat.ts'
import { closeLine } from '../../routing/speak.ts'
import { settle } from '../../routing/tally.ts'
import { actorId } from '../actor.ts'
import { isBarred } from '../authority.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { namedBy } from './permit.ts'

/**
 * 减签. Takes a signer (`to`) off who has not spoken. An added one by whoever added it (or, added by a
 * change to the step, by who may change steps), with those that it added in turn; a drawn one, in a joint signing, by whom the workflow names for it, never the last of
 * a section, and never so that the step could not be settled any more. The step is settled anew on the
 * seats that are left. A word that was spoken stands: a settled result never changes.
 */
export const removeSigner: Operator = {
  needs: ['to'],
  takes: ['reason'],
  isWidened: true,
  decide: decideRemoveSigner,
}

interface Found {
  readonly seat: Seat
  readonly signer: Signer
}

function decideRemoveSigner(act: Act): Result<Draft, Refusal> {
  const { subject, draft, command } = act
  if (subject.kind !== 'step' || subject.leaf.kind !== 'task') {
    const open = Object.values(draft.case.tasks).map((task) => task.task)
    return fail({ kind: 'task-not-open', task: command.task, open })
  }
  const { to = '' } = command
  const seats = draft.case.position.open[subject.step]?.seats ?? []
  const found = find(seats, to)
  const refuse = (
    because: 'not-asked' | 'has-spoken' | 'last-signer' | 'not-yours',
    by: readonly string[] = [],
  ): Result<Draft, Refusal> =>
    fail({ kind: 'cannot-take-off', task: subject.task, person: to, because, by })
  if (found === null) return refuse(hasSpoken(seats, to) ? 'has-spoken' : 'not-asked')
  const allowed = mayTakeOff(act, found.signer)
  const actor = actorId(command.by)
  if (!allowed.includes(actor) || draft.case.recused.includes(actor))
    return refuse('not-yours', allowed)
  const rest = without(subject.leaf, seats, found)
  if (rest === null || !canSettle(act, subject.step, subject.leaf, rest))
    return refuse('last-signer')
  const event = { type: `${subject.step}.@seats`, at: act.at, seats: rest, touched: true }
  return recordMove(
    act.world,
    act.run,
    draft,
    event,
    headingOf(act, 'signer-removed', subject.task),
  )
}

/** The signer who is this person alone; one of a pool is nobody's signature of its own. */
function find(seats: readonly Seat[], person: string): Found | null {
  for (const seat of seats) {
    const signer = signersIn(seat.line).find(
      ({ people, pool }) => people.length === 1 && people[0] === person && pool === undefined,
    )
    if (signer !== undefined) return { seat, signer }
  }
  return null
}

function hasSpoken(seats: readonly Seat[], person: string): boolean {
  return seats.some(
    ({ by, voices = [] }) => by === person || voices.some((voice) => voice.by === person),
  )
}

function mayTakeOff(act: Act, { added }: Signer): readonly string[] {
  const named = namedBy(act, 'remove-signer')
  if (added === undefined) return named
  return added.by === BY_PATCH ? [...namedBy(act, 'patch'), ...named] : [added.by, ...named]
}

/** The seats that are left, or null where the last signer of a group would go. */
function without(task: Task, seats: readonly Seat[], found: Found): readonly Seat[] | null {
  const { seat, signer } = found
  const turn = seats.filter((other) => other.turn !== undefined).length + 1
  if (signer.added !== undefined) {
    const changed = closeLine(seat, replaceSigner(seat.line, signer, []), turn)
    return seats.map((other) => (other === seat ? changed : other))
  }
  const isLast = !seats.some((other) => other !== seat && other.group === seat.group)
  return !hasSeatPerPerson(task) || isLast ? null : seats.filter((other) => other !== seat)
}

/** Settled by what was said, or somebody is left who may speak. */
function canSettle(act: Act, step: string, task: Task, seats: readonly Seat[]): boolean {
  if (settle(task, seats) !== null) return true
  return seats.some(
    (seat) =>
      seat.state === 'open' &&
      signersIn(seat.line).some(({ people }) =>
        people.some((person) => !isBarred(act.run, act.draft.case, step, person)),
      ),
  )
}
