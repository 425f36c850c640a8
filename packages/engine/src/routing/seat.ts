/**
 * One seat of a step: what the signing rule counts. A seat is filled by a *line*, groups of people
 * in order, so that adding or replacing signers never changes the rule, the total or the threshold.
 */
export interface Seat {
  /** `s1`, `s2`, …: position among the seats of the step. */
  readonly id: string
  /** Index of the entry of `by` that it stands for. */
  readonly group: number
  readonly weight: number
  /** Groups of people in order; anybody of the first group may act now. Empty once settled. */
  readonly line: readonly (readonly string[])[]
  /** The first group before somebody claimed the seat. */
  readonly pool?: readonly string[]
  /** Whose work it first was, once it was transferred; kept over several hops. */
  readonly owner?: readonly string[]
  readonly state: 'open' | 'for' | 'against'
  /** The action that settled it, who took it, and its turn among the seats of the step. */
  readonly exit?: string
  readonly by?: string
  readonly turn?: number
}

/** The seat given back, where this person had claimed it or taken it over; else as it is. */
export function vacate(seat: Seat, person: string): Seat {
  const { pool, owner, ...rest } = seat
  const before = pool ?? owner
  const [first = [], ...later] = seat.line
  const isHis = seat.state === 'open' && first.length === 1 && first[0] === person
  return isHis && before !== undefined ? { ...rest, line: [before, ...later] } : seat
}

/** Those who settled a seat of the step. */
export function peopleWhoSpoke(seats: readonly Seat[]): readonly string[] {
  return seats.flatMap((seat) => (seat.by === undefined ? [] : [seat.by]))
}
