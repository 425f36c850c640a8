import type { Evidence } from './evidence.ts'
import type { Who } from './who.ts'

/**
 * How a limit counts. The start day is excluded (Civil Code art. 201).
 *
 * - `working-day`: days that are not rest days (Licensing Law art. 82)
 * - `day`: natural days; the last one rolls forward when it is a rest day (Civil Code art. 203)
 * - `hour`: from the moment, running through nights and rest days
 * - `month`: to the same day of the month, or its last day; rolls forward
 */
export type LimitUnit = 'working-day' | 'day' | 'hour' | 'month'

/** What lapse of time does: it takes one of the step's own exits. */
export interface Expiry {
  readonly take: string
  /** How the ledger names it: deemed by law, or the silent consent of a section. */
  readonly as?: 'deemed' | 'silent-consent'
  /** Replaces the arrow's own `sets` (deemed acceptance dates back to receipt). FEEL by field id. */
  readonly sets?: Readonly<Record<string, string>>
}

/** One level of escalation: told when the limit has been overdue so long, a whole number of its own unit. */
export interface Escalation {
  readonly after: number
  readonly to: Who
}

export interface Limit {
  /** A number, or the id of a numeric field that holds it. */
  readonly value: number | string
  readonly unit: LimitUnit
  /** A date field to count from; default: the day the step opens. */
  readonly from?: string
  /** The clause or document that sets the limit: `F01 art.42`. */
  readonly basis: string
  /** Without it, lateness is shown by lights and never moves the case. */
  readonly expiry?: Expiry
  /** Reminders, counted in the limit's unit before it falls due. */
  readonly remind?: readonly number[]
  /** Who is told of lateness, level by level up the directory. */
  readonly escalate?: readonly Escalation[]
  readonly evidence?: Evidence
}

/** The closed list of grounds on which a statutory clock may stand still (Licensing Law art. 45). */
export const STATUTORY_GROUNDS = [
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
] as const

export type StatutoryGround = (typeof STATUTORY_GROUNDS)[number]

export interface Stop {
  /** For a clock named `statutory`, one of `StatutoryGround`; for others, any stated ground. */
  readonly ground: string
  readonly basis: string
  readonly evidence?: Evidence
}

/** Stops by clock id. While a step with stops is open those clocks stand still. */
export type Stops = Readonly<Record<string, Stop>>

/** One extension with authority (Licensing Law art. 42). */
export interface Extension {
  readonly value: number
  readonly by: Who
  readonly times: number
  /** Papers that tell the applicant of it (延长期限告知书). */
  readonly documents?: readonly string[]
  readonly basis?: string
}

/** A clock of a phase: runs from the phase's first entry (or `from`) to its last exit. */
export interface Clock {
  readonly value: number | string
  readonly unit: LimitUnit
  /** A date field to count from; default: the day the phase is first entered. */
  readonly from?: string
  readonly basis: string
  readonly extend?: Extension
  /** Takes an action of the phase when the clock runs out. */
  readonly expiry?: { readonly take: string; readonly as?: 'deemed' }
  readonly escalate?: readonly Escalation[]
  readonly evidence?: Evidence
}
