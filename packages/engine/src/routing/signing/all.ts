import type { Seat } from '../seat.ts'

/** 会签, 依次, two persons, each group: against at the first refusal, for when every seat agrees. */
export function settleAll(seats: readonly Seat[]): 'for' | 'against' | null {
  if (seats.some((seat) => seat.state === 'against')) return 'against'
  return seats.length > 0 && seats.every((seat) => seat.state === 'for') ? 'for' : null
}
