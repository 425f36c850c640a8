import type { Task } from '../model/step.ts'
import { changeEach, drawnSigner, replaceSigner, signersIn } from './line.ts'
import { hasSeatPerPerson, openSeats } from './open-seats.ts'
import type { RoutedGroup } from './resolve.ts'
import type { Seat, Signer } from './seat.ts'
import { closeLine } from './speak.ts'

/** What the directory alone does not say about people. */
export interface Newcomers {
  readonly isHere: (person: string) => boolean
  /** Whether somebody may be given a seat of the own. */
  readonly mayJoin: (person: string) => boolean
}

const EVERYBODY: Newcomers = { isHere: () => true, mayJoin: () => true }

/**
 * The seats of an open task after a newer directory. Seats already settled stand, and the number of
 * seats stays: a newcomer takes the place of somebody of the same group who left. A claim and a
 * transfer stand as long as whoever holds the work is there. A group for which nobody was
 * found until now is seated in full.
 */
export function reseat(
  task: Task,
  seats: readonly Seat[],
  groups: readonly RoutedGroup[],
  { isHere, mayJoin }: Newcomers = EVERYBODY,
): readonly Seat[] {
  const fresh = openSeats(task, groups)
  const turn = seats.filter((seat) => seat.turn !== undefined).length + 1
  const kept = seats.map((seat) =>
    seat.state === 'open' ? withoutLeavers(seat, turn, isHere) : seat,
  )
  if (!hasSeatPerPerson(task))
    return kept.map((seat, index) => withPool(seat, fresh[index]?.line[0]?.people ?? []))
  const joining = fresh.filter(({ line }) => line[0]?.people.every(mayJoin))
  return replaceLeavers(kept, joining, groups)
}

/** The receiver of a transfer has left: the work falls back. An added signer who left falls away. */
function withoutLeavers(seat: Seat, turn: number, isHere: (person: string) => boolean): Seat {
  const settledDown = changeEach(seat, (signer) => {
    const { owner, ...rest } = signer
    if (owner === undefined || signer.people.some(isHere)) return signer
    return { ...rest, people: signer.added === undefined ? [] : owner }
  })
  const gone = signersIn(settledDown.line).filter(
    ({ added, people }) => added !== undefined && !people.some(isHere),
  )
  const line = gone.reduce((rest, signer) => replaceSigner(rest, signer, []), settledDown.line)
  return gone.length === 0 ? settledDown : closeLine(settledDown, line, turn)
}

function withPool(seat: Seat, people: readonly string[]): Seat {
  const drawn = drawnSigner(seat)
  if (seat.state !== 'open' || drawn === undefined || drawn.owner !== undefined) return seat
  const claimer = drawn.pool === undefined ? undefined : drawn.people[0]
  if (claimer !== undefined && people.includes(claimer)) return withDrawn(seat, { pool: people })
  const { pool: _, ...free } = drawn
  return { ...seat, line: replaceSigner(seat.line, drawn, [{ ...free, people }]) }
}

function withDrawn(seat: Seat, change: Partial<Signer>): Seat {
  const drawn = drawnSigner(seat)
  return drawn === undefined
    ? seat
    : { ...seat, line: replaceSigner(seat.line, drawn, [{ ...drawn, ...change }]) }
}

function replaceLeavers(
  seats: readonly Seat[],
  fresh: readonly Seat[],
  groups: readonly RoutedGroup[],
): readonly Seat[] {
  const seated = new Set(
    seats.flatMap((seat) => [...(drawnSigner(seat)?.people ?? []), seat.by ?? '']),
  )
  const newcomers = fresh.filter(({ line }) =>
    line[0]?.people.some((person) => !seated.has(person)),
  )
  const take = (group: number): Seat | undefined => {
    const index = newcomers.findIndex((seat) => seat.group === group)
    return index < 0 ? undefined : newcomers.splice(index, 1)[0]
  }
  let count = seats.length
  return seats.flatMap((seat): readonly Seat[] => {
    const { group } = seat
    const drawn = drawnSigner(seat)
    const isPresent = drawn?.people.some((person) => groups[group]?.people.includes(person))
    if (seat.state !== 'open' || drawn === undefined || drawn.owner !== undefined || isPresent)
      return [seat]
    const { pool: _, ...free } = drawn
    const first = take(group)
    const people = first?.line[0]?.people ?? []
    const filled: Seat = { ...seat, line: replaceSigner(seat.line, drawn, [{ ...free, people }]) }
    if (first === undefined || seats.some((other) => other !== seat && other.group === group))
      return [filled]
    const rest: Seat[] = []
    for (let next = take(group); next !== undefined; next = take(group)) {
      count += 1
      rest.push({ ...next, id: `s${count}` })
    }
    return [{ ...filled, weight: first.weight }, ...rest]
  })
}
