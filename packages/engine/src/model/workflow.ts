import type { Evidence } from './evidence.ts'
import type { Field } from './field.ts'
import type { OperatorRules } from './operator-rules.ts'
import type { ReturnPolicy, Stage, Step, StepId } from './step.ts'
import type { Texts } from './texts.ts'

/** How a case ended, for counting across items. */
export type OutcomeClass =
  | 'granted'
  | 'refused'
  | 'not-accepted'
  | 'not-required'
  | 'withdrawn'
  | 'lapsed'
  | 'terminated'
  | 'transferred'
  | 'filed'
  | 'confirmed'
  | 'registered'
  | 'completed'
  | 'no-penalty'
  | 'revoked'
  | 'cancelled'

export interface Outcome {
  readonly class: OutcomeClass
  readonly title?: Texts
}

/** A document that a step issues: what is printed on it, and to whom it goes. */
export interface DocumentTemplate {
  readonly title: Texts
  /** Which seal it bears: id of a nameplate or body of the directory, or `town`. */
  readonly seal?: string
  readonly addressee?: 'applicant' | 'third-party' | 'file' | 'county' | 'village'
  /** Adverse decisions name the remedies (Licensing Law art. 38). */
  readonly remedies?: Texts
  readonly basis?: string
  readonly evidence?: Evidence
}

export interface Policies {
  /** Nobody found to act: stay open and report (default), ask `escalateTo`, or take the step's `skip`. */
  readonly emptySigner?: 'hold' | 'escalate' | 'skip'
  readonly sameAsApplicant?: 'ask' | 'escalate' | 'skip'
  readonly repeatedSigner?: 'ask' | 'escalate' | 'skip'
  /** The post asked by `escalate`. */
  readonly escalateTo?: string
  /** In each list, the people of one stage may not act in another (SoD1). */
  readonly separation?: readonly (readonly Stage[])[]
  readonly returns?: ReturnPolicy
  readonly operators?: OperatorRules
}

/** Where the cards stand on the canvas, by step id; ends by `block/result`. No part of the logic. */
export type Layout = Readonly<Record<string, { readonly x: number; readonly y: number }>>

/** One workflow. Steps name duties, never sections. Step ids are unique in the whole workflow. */
export interface Workflow {
  readonly $schema?: string
  readonly format: 1
  readonly id: string
  readonly title: Texts
  readonly notes?: Texts
  readonly fields: Readonly<Record<string, Field>>
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly documents?: Readonly<Record<string, DocumentTemplate>>
  readonly policies?: Policies
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  readonly layout?: Layout
}
