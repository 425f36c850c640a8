/** A post that a person holds, from a day until a day (inclusive; absent: open-ended). */
export interface Holding {
  readonly post: string
  /** For a post of section level. */
  readonly section?: string
  /** For a post of centre level. */
  readonly centre?: string
  readonly from?: string
  readonly to?: string
}

/** Days on which a person is not at work (inclusive; `to` absent: open-ended), and who stands in. */
export interface Absence {
  readonly from: string
  readonly to?: string
  /** Staff id of the substitute (A/B 岗); absent: nobody stands in. */
  readonly substitute?: string
}

export interface Person {
  readonly town: string
  readonly holds: readonly Holding[]
  readonly away?: readonly Absence[]
  /** Optional; never in an export unless asked for by name. */
  readonly name?: string
}

/** Staff by staff id. */
export interface People {
  readonly $schema?: string
  readonly format: 1
  readonly edition: number
  readonly people: Readonly<Record<string, Person>>
}
