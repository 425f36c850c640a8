import type { CaseData } from '../model/field.ts'
import type { StepId } from '../model/step.ts'
import type { Seat } from '../routing/seat.ts'
import type { KeepPolicy, TakenHow } from './position.ts'
import type { StepChange } from './step-change.ts'

/** A return asked for: who wants what asked again, and what then. */
export interface ReturnRequest {
  readonly from: StepId
  /** A task on the trail, or `parallel/branch` of a parallel already left. */
  readonly to: string
  readonly then: 'again' | 'straight-back'
  readonly siblings: KeepPolicy
  /** Branches to be asked again whatever the policy. */
  readonly branches?: readonly string[]
  /** Take-back: the last actor's own move undone; no limit on rounds. */
  readonly takeBack?: boolean
  /** By override: to any step, done before or not. */
  readonly isJump?: boolean
}

/**
 * An event of the machine. `type` is `<step>.<action>`, `<phase>.<action>`, `<phase>.<side>`,
 * `<step>.@expired`, `<step>.@seats`, `<step>.@saved`, `<step>.@skipped`, `@patch` or `@return`. Without `by` the first open seat speaks.
 */
export interface MoveEvent {
  readonly type: string
  /** Legal time of the move: RFC 3339 at the workspace's offset. */
  readonly at?: string
  /** Staff id, `@applicant`, `@body:county`, `@service`, … */
  readonly by?: string
  readonly data?: CaseData
  readonly how?: TakenHow
  /** `@seats`: the seats of the step from now on. */
  readonly seats?: readonly Seat[]
  readonly touched?: boolean
  /** `@patch`: what changes of a step that lies ahead. */
  readonly patch?: { readonly step: StepId; readonly change: StepChange }
  /** `@return` */
  readonly request?: ReturnRequest
}

/** What a case's machine starts from. */
export interface CaseInput {
  readonly data?: CaseData
  readonly at?: string
}
