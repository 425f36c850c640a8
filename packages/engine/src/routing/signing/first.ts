import type { Seat } from '../seat.ts'

/** 或签, and one person's work: the first settled seat decides, in either direction. */
export function settleFirst(seats: readonly Seat[]): 'for' | 'against' | null {
  let first: Seat | undefined
  for (const seat of seats) {
    if (seat.state === 'open') continue
    if (first === undefined || (seat.turn ?? 0) < (first.turn ?? 0)) first = seat
  }
  return first === undefined || first.state === 'open' ? null : first.state
}
