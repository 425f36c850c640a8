import type { Position } from '../machine/position.ts'
import type { Value } from '../model/field.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { Editions } from '../model/registers.ts'
import type { Hash } from '../model/release.ts'
import type { Stage, StepId } from '../model/step.ts'
import type { Applicant } from './command.ts'
import type { AssignedGroup, DueDate } from './fact.ts'

/** A standstill of a clock: from the opening of a step to its closing. */
export interface ClockStop {
  readonly by: string
  readonly from: string
  readonly to?: string
  readonly ground: string
  readonly basis: string
}

/** A limit on its way. */
export interface RunningLimit {
  readonly start: string
  readonly value: number
  readonly unit: LimitUnit
  readonly basis: string
  readonly due: DueDate | null
  readonly overdue?: true
  /** Reminders asked for, in the limit's unit before it falls due. */
  readonly remind?: readonly number[]
  /** Reminders already given, by how long before. */
  readonly reminded?: readonly number[]
  /** Levels to which lateness goes up, by how long after the due date. */
  readonly escalate?: readonly number[]
  /** Escalations already made, by their level from 1. */
  readonly escalated?: readonly number[]
  readonly stops?: readonly ClockStop[]
}

/** An open step as a task: who is asked and until when. */
export interface OpenTask {
  /** `step#round` */
  readonly task: string
  readonly openedAt: string
  readonly stage?: Stage
  readonly groups: readonly AssignedGroup[]
  readonly limit?: RunningLimit
}

/** A clock of a phase, `phase.clock`. */
export interface RunningClock extends RunningLimit {
  readonly stops: readonly ClockStop[]
  readonly extensions: number
  readonly endedAt?: string
}

/** A standstill by decision (中止): since when, and on what ground. */
export interface Suspension {
  readonly from: string
  readonly ground: string
  readonly basis: string
}

/** A question put to others on a task, and who still owes an answer. */
export interface Question {
  readonly task: string
  readonly by: string
  readonly people: readonly string[]
}

/** The last move by a person, for take-back. */
export interface LastMove {
  readonly by: string
  readonly step: StepId
  readonly turn: number
}

/** What is kept beside the ledger: sensitive values, by commitment. Deleting an entry breaks no chain. */
export type Vault = Readonly<Record<string, VaultEntry>>
export interface VaultEntry {
  readonly salt: string
  readonly value: Value | Applicant
}

/** One case: the fold of its ledger. */
export interface Case {
  readonly id: string
  readonly item: string
  readonly town: string
  readonly workflow: Hash
  readonly release: Hash
  /** Sequence number and time of the last event. */
  readonly seq: number
  readonly recordedAt: string
  readonly openedAt: string
  /** The latest legal time of an event. */
  readonly lastAt: string
  readonly position: Position
  readonly tasks: Readonly<Record<StepId, OpenTask>>
  readonly clocks: Readonly<Record<string, RunningClock>>
  /** Documents issued, by id: how often, and when last. */
  readonly documents: Readonly<Record<string, { readonly times: number; readonly last: string }>>
  /** Who acted in which stage (SoD1). */
  readonly people: Readonly<Partial<Record<Stage, readonly string[]>>>
  readonly recused: readonly string[]
  /** Staff who were given the case to read: each is told once. */
  readonly copied: readonly string[]
  /** What stands still, by `step#round` or `phase#visit`. */
  readonly suspensions: Readonly<Record<string, Suspension>>
  /** Questions that wait for an answer, by the task on which they were put. */
  readonly questions: readonly Question[]
  readonly lastMove: LastMove | null
  readonly editions: Editions | null
  readonly finishedAt: string | null
  readonly closedAt: string | null
  /** Commitment to the applicant's identity. */
  readonly applicant: string | null
  readonly vault: Vault
}
