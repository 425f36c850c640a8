import type { CaseData } from '../model/field.ts'
import type { StepId } from '../model/step.ts'
import type { Seat } from '../routing/seat.ts'
import type { StepChange } from './step-change.ts'

/** How an exit was taken when no person took it. */
export type TakenHow = 'deemed' | 'silent-consent' | 'skipped' | 'expired'

/** An open leaf. The keys of `Position.open` always equal the leaves of the XState configuration. */
export interface OpenStep {
  readonly round: number
  readonly seats: readonly Seat[]
  /** Set in the move that leaves the step. */
  readonly exit?: string
  readonly how?: TakenHow
  /** Turn of the case in which it opened. */
  readonly since: number
  /** Somebody acted on it: no take-back over it any more. */
  readonly touched: boolean
}

/** The answer of a branch, and the state of the data when it was given. */
export interface BranchResult {
  readonly result: string
  readonly at: number
}

/** An active phase or parallel. */
export interface OpenBlock {
  readonly visit: number
  readonly result?: string
  readonly via?: 'main' | 'action' | 'side' | 'clock'
  /** parallel: the branches concerned. */
  readonly branches?: readonly string[]
  /** parallel: answers so far, kept ones included. */
  readonly answers?: Readonly<Record<string, BranchResult>>
  /** parallel: branches whose answer was kept, not asked in this visit. */
  readonly kept?: readonly string[]
}

/** A step or block that was completed: the last time. */
export interface DoneStep {
  readonly exit: string
  readonly round: number
  readonly turn: number
  readonly people: readonly string[]
  /** A task: who completed it in earlier rounds, for separation of duties. */
  readonly earlier?: readonly string[]
}

export type KeepPolicy = 'cancel' | 'keep' | 'affected'

/** What is to be entered next, where the ordinary start is not: consumed as it is entered. */
export interface Resume {
  /** Leaves to enter; `null` opens afresh, a record restores seats and round. */
  readonly steps: Readonly<Record<StepId, OpenStep | null>>
  /** Parallels to enter with these branches concerned and answered. */
  readonly parallels: Readonly<
    Record<
      string,
      {
        readonly branches: readonly string[]
        readonly answers: Readonly<Record<string, BranchResult>>
      }
    >
  >
  /** What a parallel that is taken up again remembers of its finished branches. */
  readonly siblings: KeepPolicy
}

/** What the next entry of a parallel remembers of its last visit. */
export interface Memory {
  readonly siblings: KeepPolicy
  /** Branches that the returner wants asked again in any case. */
  readonly ask: readonly string[]
}

/** Carried by a step or parallel that was returned to: where to go when it takes `exit` again. */
export interface StraightBack {
  readonly block: string
  readonly exit: string
  readonly at: number
  readonly resume: Resume
  /** What the return took off the trail and the way back passes over: it stands again. */
  readonly trail: readonly StepId[]
  /** Ways back of what is taken up again: a return may follow a return. */
  readonly carried: Readonly<Record<string, StraightBack>>
}

/** Where a case stands. Plain JSON; the context of the machine and the fold of a ledger. */
export interface Position {
  readonly data: CaseData
  /** By field: the change that wrote it last. */
  readonly revisions: Readonly<Record<string, number>>
  /** Number of field changes so far. */
  readonly changes: number
  /** Number of moves so far. */
  readonly turn: number
  readonly open: Readonly<Record<StepId, OpenStep>>
  readonly blocks: Readonly<Record<string, OpenBlock>>
  readonly rounds: Readonly<Record<string, number>>
  /** By `step.action`, for actions that state `max`. */
  readonly uses: Readonly<Record<string, number>>
  readonly done: Readonly<Record<string, DoneStep>>
  /** Tasks and parallels completed, in order; each stands at its latest place only. */
  readonly trail: readonly StepId[]
  /** By parallel: the answers of its last visit, for returns. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, BranchResult>>>>
  /** By parallel: what its next entry remembers. */
  readonly memory: Readonly<Record<string, Memory>>
  readonly carried: Readonly<Record<string, StraightBack>>
  /** Changes to steps that lie ahead, for this case. */
  readonly patches: Readonly<Record<StepId, StepChange>>
  /** Returns so far, by the step returned to. */
  readonly returns: Readonly<Record<string, number>>
  readonly resume: Resume | null
  readonly outcome: string | null
  /** Turn in which the outcome was declared, later the finish: no return crosses it. */
  readonly decidedIn: number | null
  readonly finished: boolean
  readonly closed: boolean
}

/** The position before anything happened. */
export const NOWHERE: Position = {
  data: {},
  revisions: {},
  changes: 0,
  turn: 0,
  open: {},
  blocks: {},
  rounds: {},
  uses: {},
  done: {},
  trail: [],
  answers: {},
  memory: {},
  carried: {},
  patches: {},
  returns: {},
  resume: null,
  outcome: null,
  decidedIn: null,
  finished: false,
  closed: false,
}
