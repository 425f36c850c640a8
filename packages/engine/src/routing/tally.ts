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
function directionOf(task: Task, seats: readonly Seat[]): 'for' | 'against' | null {
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

/** The open seats whose turn it is: under `in-order` the first one only. */
function seatsAsked(task: Task, seats: readonly Seat[]): readonly Seat[] {
  const open = seats.filter((seat) => seat.state === 'open')
  return signingRule(task) === 'in-order' ? open.slice(0, 1) : open
}

/** Everybody who may act now. Who has filled a seat of the step is asked no more. */
export function askedNow(task: Task, seats: readonly Seat[]): readonly string[] {
  const asked = new Set(seatsAsked(task, seats).flatMap((seat) => seat.line[0] ?? []))
  for (const { by } of seats) if (by !== undefined) asked.delete(by)
  return [...asked]
}

/**
 * The open seat on which this person may act now. One person fills one seat of a step at most. Of
 * several seats, the first that leaves enough people for the others: who is in two sections must not
 * take the seat that a colleague could have filled.
 */
export function seatFor(task: Task, seats: readonly Seat[], person: string): Seat | null {
  if (seats.some((seat) => seat.by === person)) return null
  const open = seatsAsked(task, seats)
  const own = open.filter((seat) => seat.line[0]?.includes(person))
  if (own.length < 2) return own[0] ?? null
  const taken = new Set([person, ...seats.flatMap(({ by }) => by ?? [])])
  const leavesEnough = (seat: Seat): boolean =>
    canFill(
      open
        .filter((other) => other !== seat)
        .map((other) => (other.line[0] ?? []).filter((one) => !taken.has(one))),
    )
  return own.find(leavesEnough) ?? own[0] ?? null
}

/** Whether every seat can have a person of its own: augmenting paths, the seats being few. */
function canFill(pools: readonly (readonly string[])[]): boolean {
  const seatOf = new Map<string, number>()
  const place = (index: number, tried: Set<string>): boolean =>
    (pools[index] ?? []).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const other = seatOf.get(person)
      if (other !== undefined && !place(other, tried)) return false
      seatOf.set(person, index)
      return true
    })
  return pools.every((_, index) => place(index, new Set()))
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
