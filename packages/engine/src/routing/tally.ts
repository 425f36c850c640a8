import type { Task } from '../model/step.ts'
import { signingRule } from './open-seats.ts'
import type { Seat } from './seat.ts'
import { settleAll } from './signing/all.ts'
import { settleFirst } from './signing/first.ts'
import { settleVote } from './signing/vote.ts'

/** Which way a step is settled. The exit is the first action taken on that side. */
export interface Settlement {
  readonly side: 'for' | 'against'
  readonly exit: string
}

/** The direction that the rule gives for these seats, or null while it is open. */
export function directionOf(task: Task, seats: readonly Seat[]): 'for' | 'against' | null {
  const rule = signingRule(task)
  switch (rule) {
    case 'single':
    case 'any':
      return settleFirst(seats)
    case 'all':
    case 'in-order':
    case 'each':
    case 'persons':
      return settleAll(seats)
    case 'vote':
      return settleVote(seats, task.signing?.share, task.signing?.quorum)
  }
}

/** Settles a step on its seats: pure, independent of who asks and when. */
export function settle(task: Task, seats: readonly Seat[]): Settlement | null {
  const side = directionOf(task, seats)
  if (side === null) return null
  const exit = firstExit(seats, side)
  return exit === undefined ? null : { side, exit }
}

function firstExit(seats: readonly Seat[], side: 'for' | 'against'): string | undefined {
  let first: Seat | undefined
  for (const seat of seats) {
    if (seat.state !== side || seat.exit === undefined) continue
    if (first === undefined || (seat.turn ?? 0) < (first.turn ?? 0)) first = seat
  }
  return first?.exit
}

/**
 * The open seat on which this person may act now. One person fills one seat of a step at most; under
 * `in-order` only the first open seat is asked.
 */
export function seatFor(task: Task, seats: readonly Seat[], person: string): Seat | null {
  if (seats.some((seat) => seat.by === person)) return null
  for (const seat of seats) {
    if (seat.state !== 'open') continue
    if (seat.line[0]?.includes(person)) return seat
    if (signingRule(task) === 'in-order') return null
  }
  return null
}

/** The seat after one of its people acted: `against` at once, `for` when its whole line agrees. */
export function speak(
  seat: Seat,
  exit: string,
  side: 'for' | 'against',
  by: string,
  turn: number,
): Seat {
  if (side === 'against') return { ...settled(seat, exit, by, turn), state: 'against' }
  const line = seat.line.slice(1)
  if (line.length > 0) return { ...seat, line }
  return { ...settled(seat, exit, by, turn), state: 'for' }
}

function settled(seat: Seat, exit: string, by: string, turn: number): Omit<Seat, 'state'> {
  const { id, group, weight, owner } = seat
  return { id, group, weight, line: [], exit, by, turn, ...(owner === undefined ? {} : { owner }) }
}
