import type { Task } from '../model/step.ts'
import { hasSeatPerPerson, openSeats } from './open-seats.ts'
import type { RoutedGroup } from './resolve.ts'
import type { Seat } from './seat.ts'

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
  const kept = seats.map((seat) => {
    const isOver = seat.state !== 'open' || seat.owner === undefined
    return isOver || (seat.line[0] ?? []).some(isHere) ? seat : withoutOwner(seat)
  })
  if (!hasSeatPerPerson(task))
    return kept.map((seat, index) => withPool(seat, fresh[index]?.line[0] ?? []))
  const joining = fresh.filter(({ line }) => line[0]?.every(mayJoin))
  return replaceLeavers(kept, joining, groups)
}

/** The receiver of a transfer has left: the work falls back to those routed. */
function withoutOwner({ owner: _, ...seat }: Seat): Seat {
  return { ...seat, line: [[], ...seat.line.slice(1)] }
}

function withPool(seat: Seat, people: readonly string[]): Seat {
  if (seat.state !== 'open' || seat.owner !== undefined) return seat
  const claimer = seat.pool === undefined ? undefined : seat.line[0]?.[0]
  if (claimer !== undefined && people.includes(claimer)) return { ...seat, pool: people }
  const { pool: _, ...free } = seat
  return { ...free, line: [people, ...seat.line.slice(1)] }
}

function replaceLeavers(
  seats: readonly Seat[],
  fresh: readonly Seat[],
  groups: readonly RoutedGroup[],
): readonly Seat[] {
  const seated = new Set(seats.flatMap(({ line, by }) => [...(line[0] ?? []), by ?? '']))
  const newcomers = fresh.filter(({ line }) => line[0]?.some((person) => !seated.has(person)))
  const take = (group: number): Seat | undefined => {
    const index = newcomers.findIndex((seat) => seat.group === group)
    return index < 0 ? undefined : newcomers.splice(index, 1)[0]
  }
  let count = seats.length
  return seats.flatMap((seat): readonly Seat[] => {
    const { group } = seat
    const isPresent = seat.line[0]?.some((person) => groups[group]?.people.includes(person))
    if (seat.state !== 'open' || seat.owner !== undefined || isPresent) return [seat]
    const { pool: _, ...free } = seat
    const first = take(group)
    const filled: Seat = { ...free, line: [first?.line[0] ?? [], ...seat.line.slice(1)] }
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
