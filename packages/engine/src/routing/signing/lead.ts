import type { Seat } from '../seat.ts'
import { settleAll } from './all.ts'

/**
 * 主办/协办: the sections asked along give their opinions first; then the lead section speaks, and its
 * word decides. An objection of a section asked along is on record and settles nothing. Null until the
 * lead has spoken.
 */
export function settleLead(seats: readonly Seat[], lead: number): 'for' | 'against' | null {
  if (seats.some((seat) => seat.group !== lead && seat.state === 'open')) return null
  return settleAll(seats.filter(({ group }) => group === lead))
}

/** Those whose turn it is: the lead's seats last. */
export function askedBeforeLead(seats: readonly Seat[], lead: number): readonly Seat[] {
  const along = seats.filter(({ group }) => group !== lead)
  return along.length > 0 ? along : seats
}
