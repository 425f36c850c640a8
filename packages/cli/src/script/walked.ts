import type { Case, CaseEvent, Engine, Json, Refusal } from '@yichuang/engine'
import type { RegisterDoor } from './register-door.ts'
import type { Expectation, ScriptLine } from './script-line.ts'

/** Where a script runs. */
export interface Setting {
  /** The release, and the registers that the script begins with. */
  readonly engine: Engine
  /** Town of a case whose `open` names none. */
  readonly town?: string | undefined
  readonly door: RegisterDoor
  /** Called after every line: for the trace, and for what walks cover. */
  readonly watch?: (moment: Moment) => void
}

/** A case on its way through a script. */
export interface Walked {
  readonly engine: Engine
  readonly kase: Case | null
  readonly ledger: readonly CaseEvent[]
  /** Time of the last line that gave one. */
  readonly at: string | null
  readonly refusals: readonly Refused[]
  readonly unmet: readonly Unmet[]
  readonly usesDemoSalts: boolean
  /** What the line before led to, for the expectations after it. */
  readonly last: { readonly events: readonly CaseEvent[]; readonly refusal: Refusal | null }
}

export type Refused = { readonly line: number } & Refusal
export type Unmet =
  | ({ readonly line: number; readonly kind: 'expected' } & Expected)
  | { readonly line: number; readonly kind: 'refused'; readonly refusal: Refusal }

export interface Moment {
  readonly line: ScriptLine
  readonly before: Walked
  readonly after: Walked
}

/** One thing that a walk expected and did not find. */
export interface Expected {
  readonly what: keyof Expectation
  /** Step, clock or field that it is about. */
  readonly of?: string
  readonly expected: Json
  readonly found: Json
}
