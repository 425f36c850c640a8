import type { Task } from '../model/step.ts'
import { openSeats, signingRule } from './open-seats.ts'
import type { RoutedGroup } from './resolve.ts'
import type { Seat } from './seat.ts'

/**
 * The seats of an open task after a newer directory. Seats already settled stand, and the number of
 * seats stays: a newcomer takes the place of somebody who left. A claim stands while the claimer
 * does, and a transfer stands.
 */
export function reseat(
  task: Task,
  seats: readonly Seat[],
  groups: readonly RoutedGroup[],
): readonly Seat[] {
  const rule = signingRule(task)
  const fresh = openSeats(task, groups)
  if (rule === 'single' || rule === 'persons' || rule === 'each') {
    return seats.map((seat, index) =>
      seat.state === 'open' ? withPool(seat, fresh[index]?.line[0] ?? []) : seat,
    )
  }
  return replaceLeavers(seats, fresh)
}

function withPool(seat: Seat, people: readonly string[]): Seat {
  if (seat.owner !== undefined) return seat
  const claimer = seat.pool === undefined ? undefined : seat.line[0]?.[0]
  if (claimer !== undefined && people.includes(claimer)) return { ...seat, pool: people }
  const { pool: _, ...free } = seat
  return { ...free, line: [people, ...seat.line.slice(1)] }
}

function replaceLeavers(seats: readonly Seat[], fresh: readonly Seat[]): readonly Seat[] {
  const present = new Set(fresh.flatMap((seat) => seat.line[0] ?? []))
  const seated = new Set(
    seats.flatMap((seat) => [...(seat.line[0] ?? []), ...(seat.by === undefined ? [] : [seat.by])]),
  )
  const newcomers = [...present].filter((person) => !seated.has(person))
  return seats.map((seat) => {
    if (seat.state !== 'open' || (seat.line[0] ?? []).some((person) => present.has(person)))
      return seat
    const next = newcomers.shift()
    return { ...seat, line: [next === undefined ? [] : [next], ...seat.line.slice(1)] }
  })
}
