import type { PositionFact } from '../machine/fact.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { Stage, StepId } from '../model/step.ts'

/** A due date as recorded: null while the clock stands still. */
export interface DueDate {
  /** Civil day on which the limit runs out. */
  readonly day: string
  /** The last moment in time: the day's closing, or the moment itself for hours. */
  readonly at: string
  /** Counted beyond the last published calendar year. */
  readonly provisional: boolean
  /** Reminders on the way there, when the limit asks for them. */
  readonly reminders?: readonly Reminder[]
  /** Moments at which lateness goes up to the next level, when the limit asks for that. */
  readonly escalations?: readonly EscalationMoment[]
}

/** When lateness goes up to a level of the limit's list, from 1. */
export interface EscalationMoment {
  readonly level: number
  readonly at: string
}

/** A reminder, `before` units ahead of the due date. */
export interface Reminder {
  readonly before: number
  readonly at: string
}

/** Where one entry of a step's `by` led in this town on that day. */
export interface AssignedGroup {
  readonly duty?: string
  readonly post?: string
  readonly section?: string
  readonly centre?: string
  /** By the id of a substitute: for whom. */
  readonly substitutes?: Readonly<Record<string, string>>
  /** The duty that nobody leads, with the section that a proposal names. */
  readonly gap?: { readonly duty: string; readonly proposed?: string }
}

/** What a case learns beside its position: who is asked, until when, what was issued. */
export type RecordFact =
  | {
      readonly fact: 'assigned'
      readonly step: StepId
      readonly task: string
      readonly stage?: Stage
      readonly groups: readonly AssignedGroup[]
    }
  | {
      readonly fact: 'limit-started'
      readonly task: string
      readonly start: string
      readonly value: number
      readonly unit: LimitUnit
      readonly basis: string
      readonly remind?: readonly number[]
      readonly escalate?: readonly number[]
      readonly due: DueDate | null
    }
  | {
      readonly fact: 'clock-started'
      readonly clock: string
      readonly start: string
      readonly value: number
      readonly unit: LimitUnit
      readonly basis: string
      readonly escalate?: readonly number[]
      readonly due: DueDate | null
    }
  | {
      readonly fact: 'clock-stopped'
      readonly clock: string
      readonly by: string
      readonly at: string
      readonly ground: string
      readonly basis: string
    }
  | {
      readonly fact: 'clock-resumed'
      readonly clock: string
      readonly by: string
      readonly at: string
      readonly due: DueDate | null
    }
  | { readonly fact: 'clock-ended'; readonly clock: string; readonly at: string }
  | {
      readonly fact: 'clock-extended'
      readonly clock: string
      readonly value: number
      readonly due: DueDate | null
    }
  /** A newer calendar moved the due date of a task or clock. */
  | { readonly fact: 'due-moved'; readonly subject: string; readonly due: DueDate | null }
  /** The limit ran out and nothing took an exit: lateness, noted once. */
  | { readonly fact: 'overdue'; readonly subject: string }
  | { readonly fact: 'reminded'; readonly subject: string; readonly before: number }
  | { readonly fact: 'issued'; readonly document: string; readonly step: string }
  | { readonly fact: 'sealed'; readonly field: string; readonly commitment: string }
  /** Nobody may act on the task: no lead for the duty, no staff in the section, or all kept apart. */
  | {
      readonly fact: 'unmanned'
      readonly task: string
      readonly because: 'duty-gap' | 'no-staff' | 'separation'
      readonly gaps: readonly { readonly duty: string; readonly proposed?: string }[]
    }
  | { readonly fact: 'recused'; readonly person: string; readonly reason: string }
  | {
      readonly fact: 'suspended'
      readonly subject: string
      readonly ground: string
      readonly basis: string
    }
  | { readonly fact: 'resumed'; readonly subject: string }
  /** Lateness told to a superior: the level of the limit's list, from 1. */
  | {
      readonly fact: 'escalated'
      readonly subject: string
      readonly level: number
      readonly people: readonly string[]
    }
  | { readonly fact: 'urged'; readonly task: string; readonly by: string }
  /** Given to read; only those who had not been told before. */
  | { readonly fact: 'copied'; readonly task: string; readonly people: readonly string[] }
  | {
      readonly fact: 'asked'
      readonly task: string
      readonly by: string
      readonly people: readonly string[]
    }
  | { readonly fact: 'replied'; readonly task: string; readonly by: string; readonly to: string }

export type CaseFact = PositionFact | RecordFact
