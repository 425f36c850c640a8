/**
 * One signer of a seat: anybody of `people` speaks for it. Others may be asked before it (加签, 委派)
 * or after it; who stands beside it is another signer of the same line.
 */
export interface Signer {
  readonly people: readonly string[]
  /** The people before somebody claimed the work. */
  readonly pool?: readonly string[]
  /** Whose work it first was, once it was transferred; kept over several hops. */
  readonly owner?: readonly string[]
  /** Not drawn: who asked this signer. An adviser's word counts nowhere and the work goes back (委派). */
  readonly added?: { readonly by: string; readonly as: 'signer' | 'adviser' }
  /** They speak first, in any order among themselves. */
  readonly before?: readonly Signer[]
  /** They are asked once it has agreed. */
  readonly after?: readonly Signer[]
}

/** A word spoken on a seat that has not settled it. */
export interface Voice {
  readonly by: string
  readonly exit: string
  readonly as?: 'signer' | 'adviser'
}

/**
 * One seat of a step: what the signing rule counts. A seat is filled by a *line* of signers, so that
 * adding or replacing signers never changes the rule, the total or the threshold.
 */
export interface Seat {
  /** `s1`, `s2`, …: position among the seats of the step. */
  readonly id: string
  /** Index of the entry of `by` that it stands for. */
  readonly group: number
  readonly weight: number
  /** Of a vote: this voice decides where the share is met exactly. */
  readonly isChair?: true
  /** Signers side by side, all of whom must agree; one as drawn. Empty once settled. */
  readonly line: readonly Signer[]
  readonly state: 'open' | 'for' | 'against'
  /** Words spoken on the way, in their order. */
  readonly voices?: readonly Voice[]
  /** The action that settled it, who took it, and its turn among the seats of the step. */
  readonly exit?: string
  readonly by?: string
  readonly turn?: number
  /** Whose work it first was, once it was transferred. */
  readonly owner?: readonly string[]
}

/** Those who have spoken on the seats of a step, advisers included. */
export function peopleWhoSpoke(seats: readonly Seat[]): readonly string[] {
  const people = new Set<string>()
  for (const { voices = [], by } of seats) {
    for (const voice of voices) people.add(voice.by)
    if (by !== undefined) people.add(by)
  }
  return [...people]
}
