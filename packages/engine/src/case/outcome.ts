import type { Result } from '../model/result.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import type { Effect } from './effect.ts'
import type { Refusal } from './refusal.ts'

/** What a command led to: the case after it, the events to be stored, the effects to be performed. */
export interface Step {
  readonly case: Case
  readonly events: readonly CaseEvent[]
  readonly effects: readonly Effect[]
}

export type Decided = Result<Step, Refusal>
