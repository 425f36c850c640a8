import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'
import type { Who } from './who.ts'

/**
 * What an exit of a step leads to: `to` a sibling step, or a `result` of the block that holds the
 * step. With neither, the action is recorded and the step stays open. Never both.
 */
export interface Arrow {
  readonly title?: Texts
  readonly to?: string
  readonly result?: string
  /** Written when the arrow is taken: FEEL by field id. */
  readonly sets?: Readonly<Record<string, string>>
  /** Documents issued when the arrow is taken: ids of the workflow's `documents`, or plain names. */
  readonly documents?: readonly string[]
  /** Root block only: the matter is decided with this outcome from here on. */
  readonly outcome?: string
  readonly basis?: string
  readonly evidence?: Evidence
}

/** An arrow that a person takes. */
export interface Action extends Arrow {
  /** FEEL: whether the action is offered, tested on data including what the action writes. */
  readonly when?: string
  readonly opinion?: 'none' | 'optional' | 'required'
  /** Uses per case (`1`: the one-time correction notice, Licensing Law art. 32(4)). */
  readonly max?: number
  /** How a tally of several signers reads the action; absent: it moves the step at once. */
  readonly counts?: 'for' | 'against'
}

/** An answer that a `wait` waits for. */
export interface Answer extends Action {
  /** Who may give it, when it is not the one waited for. */
  readonly by?: Who
}

/** An action offered while a phase is open; taking it closes everything in the phase. */
export interface PhaseAction {
  readonly title?: Texts
  readonly by: Who
  readonly result: string
  readonly opinion?: 'none' | 'optional' | 'required'
  readonly when?: string
  readonly documents?: readonly string[]
  readonly basis?: string
  readonly evidence?: Evidence
}
