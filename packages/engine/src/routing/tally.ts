import type { Task } from '../model/step.ts'
import { askedIn, signerFor } from './line.ts'
import { signingRule } from './open-seats.ts'
import type { Seat } from './seat.ts'
import { settleAll } from './signing/all.ts'
import { settleFirst } from './signing/first.ts'
import { askedBeforeLead, settleLead } from './signing/lead.ts'
import { settleVote } from './signing/vote.ts'

/** Which way a step is settled. The exit is the first action taken on that side. */
export interface Settlement {
  readonly side: 'for' | 'against'
  readonly exit: string
}

/** The direction that the rule gives for these seats, or null while it is open. */
function directionOf(task: Task, seats: readonly Seat[]): 'for' | 'against' | null {
  const rule = signingRule(task)
  const lead = task.signing?.lead
  switch (rule) {
    case 'single':
    case 'any':
      return settleFirst(seats)
    case 'all':
    case 'in-order':
    case 'persons':
      return settleAll(seats)
    case 'each':
      return lead === undefined ? settleAll(seats) : settleLead(seats, lead)
    case 'vote':
      return settleVote(seats, task.signing)
  }
}

/** Settles a step on its seats: pure, independent of who asks and when. */
export function settle(task: Task, seats: readonly Seat[]): Settlement | null {
  const side = directionOf(task, seats)
  if (side === null) return null
  const lead = task.signing?.lead
  const deciding = lead === undefined ? seats : seats.filter(({ group }) => group === lead)
  const exit = firstExit(deciding, side)
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

/** The open seats whose turn it is: under `in-order` the first one only, a lead section last. */
function seatsAsked(task: Task, seats: readonly Seat[]): readonly Seat[] {
  const open = seats.filter((seat) => seat.state === 'open')
  const lead = task.signing?.lead
  if (lead !== undefined) return askedBeforeLead(open, lead)
  return signingRule(task) === 'in-order' ? open.slice(0, 1) : open
}

/** Everybody who may act now. Who has filled a seat of the step is asked no more. */
export function askedNow(task: Task, seats: readonly Seat[]): readonly string[] {
  const asked = new Set<string>()
  for (const { line } of seatsAsked(task, seats))
    for (const { people } of askedIn(line)) for (const person of people) asked.add(person)
  for (const { by } of seats) if (by !== undefined) asked.delete(by)
  return [...asked]
}

/** The people of a seat who may act on it now. */
export function peopleAsked(seat: Seat): readonly string[] {
  return askedIn(seat.line).flatMap(({ people }) => people)
}

/**
 * The open seat on which this person may act now. One person fills one seat of a step at most. Of
 * several seats, the first that leaves enough people for the others: who is in two sections must not
 * take the seat that a colleague could have filled.
 */
export function seatFor(task: Task, seats: readonly Seat[], person: string): Seat | null {
  if (seats.some((seat) => seat.by === person)) return null
  const open = seatsAsked(task, seats)
  const own = open.filter((seat) => signerFor(seat, person) !== undefined)
  if (own.length < 2) return own[0] ?? null
  const taken = new Set([person, ...seats.flatMap(({ by }) => by ?? [])])
  const leavesEnough = (seat: Seat): boolean =>
    canFill(
      open
        .filter((other) => other !== seat)
        .map((other) => peopleAsked(other).filter((one) => !taken.has(one))),
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
