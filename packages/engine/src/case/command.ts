import type { KeepPolicy } from '../machine/position.ts'
import type { StepChange } from '../machine/step-change.ts'
import type { CaseData, Value } from '../model/field.ts'
import type { Party } from '../model/who.ts'

/** Who acts: a member of staff in a post, a party, a body, the host's service, a child case. */
export type Actor =
  | { readonly person: string; readonly post?: string }
  | { readonly party: Party }
  | { readonly body: string }
  | { readonly service: string }
  | { readonly case: string }
  | { readonly message: string }

/** Identity of the applicant: kept in the vault, a commitment stands in the ledger. */
export interface Applicant {
  readonly name?: string
  readonly kind?: 'person' | 'organisation'
  readonly idNumber?: string
  readonly phone?: string
  /** Staff id, when the applicant works for the town: nobody decides in an own case (SoD6). */
  readonly staffId?: string
}

/** Salts for what goes into the vault, by field id; `@applicant` for the applicant. Host-made, random. */
export type Salts = Readonly<Record<string, string>>

export interface OpenCommand {
  readonly caseId: string
  readonly commandId: string
  readonly item: string
  readonly town: string
  readonly applicant?: Applicant
  readonly data?: CaseData
  /** RFC 3339 with an explicit offset. */
  readonly at: string
  readonly by?: Actor
  readonly salts?: Salts
}

/** A drawn action, or an operator by its name (`claim`, `return`, …). */
export interface ActCommand {
  readonly commandId: string
  /** `step#round` of an open step, `phase#visit` for a phase's action or side; without `#`, the open one. */
  readonly task: string
  readonly action: string
  readonly at: string
  readonly by: Actor
  readonly data?: CaseData
  readonly opinion?: string
  readonly salts?: Salts
  /** transfer, delegate, remove-signer: the person; return, jump: the step, or `parallel/branch`. */
  readonly to?: string
  /** add-signer, copy, ask: the people. */
  readonly people?: readonly string[]
  /** add-signer: whether they are asked before, beside or after the one who adds them. */
  readonly where?: 'before' | 'beside' | 'after'
  /** return */
  readonly then?: 'again' | 'straight-back'
  readonly siblings?: KeepPolicy
  readonly branches?: readonly string[]
  /** extend: the clock of the phase. */
  readonly clock?: string
  /** Why: transfer, extend, recuse, jump, suspend, patch, an entry made later. */
  readonly reason?: string
  /** suspend: the ground, and the clause that allows it. */
  readonly ground?: string
  readonly basis?: string
  /** patch: what is changed of a step that lies ahead. */
  readonly change?: StepChange
  /** 补录: when it was really done, if earlier than `at`. RFC 3339 with an explicit offset. */
  readonly effectiveAt?: string
}

/** A command as the ledger keeps it: without salts, sealed values as commitments. */
export type RecordedCommand =
  | {
      readonly do: 'open'
      readonly case: string
      readonly item: string
      readonly town: string
      readonly workflow: string
      readonly release: string
      readonly applicant?: Sealed
      readonly data?: RecordedData
      readonly by?: Actor
    }
  | ({ readonly do: 'act'; readonly data?: RecordedData } & Omit<
      ActCommand,
      'commandId' | 'at' | 'data' | 'salts'
    >)
  | { readonly do: 'tick' }

/** Stands in an event where a sensitive value would. */
export interface Sealed {
  readonly sealed: string
}

export type RecordedData = Readonly<Record<string, Value | Sealed>>
