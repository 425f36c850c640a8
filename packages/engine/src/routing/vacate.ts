import { changeEach } from './line.ts'
import type { Seat } from './seat.ts'

/** The seat given back, where this person had claimed it or taken it over; else as it is. */
export function vacate(seat: Seat, person: string): Seat {
  return changeEach(seat, (signer) => {
    const { pool, owner, ...rest } = signer
    const people = pool ?? owner
    const isHis = signer.people.length === 1 && signer.people[0] === person
    return isHis && people !== undefined ? { ...rest, people } : signer
  })
}
