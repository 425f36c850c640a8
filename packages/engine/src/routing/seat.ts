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

/** Nobody can act on any seat that is still open. */
export function nobodyCanAct(seats: readonly Seat[]): boolean {
  return !seats.some((seat) => seat.state === 'open' && (seat.line[0]?.length ?? 0) > 0)
}

/** Everybody who may act on some open seat now. */
export function peopleAsked(seats: readonly Seat[]): readonly string[] {
  const people = new Set<string>()
  for (const seat of seats) {
    if (seat.state === 'open') for (const person of seat.line[0] ?? []) people.add(person)
  }
  return [...people]
}

/** Those who settled a seat of the step. */
export function peopleWhoSpoke(seats: readonly Seat[]): readonly string[] {
  return seats.flatMap((seat) => (seat.by === undefined ? [] : [seat.by]))
}
