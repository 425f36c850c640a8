import type { Action, Answer, Arrow, PhaseAction } from './arrow.ts'
import type { Evidence } from './evidence.ts'
import type { Clock, Limit, Stops } from './limit.ts'
import type { OperatorRules } from './operator-rules.ts'
import type { Texts } from './texts.ts'
import type { Party, Who } from './who.ts'

export type StepId = string

/** A stage of the one-window flow: 申请 受理 审查 决定 出件 批后. */
export type Stage = 'apply' | 'acceptance' | 'review' | 'decision' | 'issue' | 'after-care'

interface StepCommon {
  readonly title?: Texts
  /** Inherited from the block when absent. */
  readonly stage?: Stage
  /** The clause that asks for this step. */
  readonly basis?: string
  readonly notes?: Texts
  readonly evidence?: Evidence
}

/** What steps share on which a case rests. */
export interface LeafCommon extends StepCommon {
  readonly limit?: Limit
  readonly stops?: Stops
  /** FEEL: when false the step is passed by the exit that `skip` names. Needs `skip`. */
  readonly when?: string
  readonly skip?: string
}

/** A share of the seats: `"2/3"`, or a number between 0 and 1. */
export type Share = string | number

/**
 * How several signers settle one step.
 *
 * `single` one of them · `any` 或签 the first settled seat · `all` 会签 · `in-order` 依次 ·
 * `each` every group has `count` agreeing seats · `vote` 票签 by share of weight.
 */
export interface Signing {
  readonly rule: 'single' | 'any' | 'all' | 'in-order' | 'each' | 'vote'
  /** vote: agreeing weight ≥ share × total weight. */
  readonly share?: Share
  /** vote: share of the seats that must have spoken. */
  readonly quorum?: Share
  /** vote: weight by post; default 1. */
  readonly weights?: Readonly<Record<string, number>>
  /** each: agreeing seats per group; default 1. vote: agreeing seats needed, instead of `share`. */
  readonly count?: number
  /** vote: the post whose voice decides where the share is met exactly. */
  readonly chair?: string
  /**
   * each: the entry of `by` that leads (主办), from 0. The others (协办) give their opinions first, and the
   * lead's word decides; silence of the others may count as consent, the lead's never.
   */
  readonly lead?: number
}

export interface DataRights {
  /** The facts that an opinion rests on: they decide whether it is asked again after a return. */
  readonly read?: readonly string[]
  readonly edit?: readonly string[]
  /** Must hold a value before the step is completed. */
  readonly need?: readonly string[]
}

export interface ReturnPolicy {
  readonly targets?: 'none' | 'previous' | 'first' | 'chosen'
  readonly then?: readonly ('again' | 'straight-back')[]
  readonly siblings?: 'cancel' | 'keep' | 'affected'
  /** Returns to one step per case; default 3. */
  readonly max?: number
}

/** Work by people. */
export interface Task extends LeafCommon {
  readonly kind: 'task'
  readonly by: Who | readonly Who[]
  readonly signing?: Signing
  /** That many different people must take the same action (two-person visit, Licensing Law art. 34). */
  readonly persons?: number
  /** Nobody who completed one of these steps may act here. */
  readonly separateFrom?: readonly StepId[]
  /** Only those who completed that step may act here. */
  readonly samePersonAs?: StepId
  readonly data?: DataRights
  /** Materials looked at here: ids of the item's materials. */
  readonly materials?: readonly string[]
  /** Documents made in the course of the step, issued when it is completed. */
  readonly documents?: readonly string[]
  readonly returns?: ReturnPolicy
  readonly operators?: OperatorRules
  readonly actions: Readonly<Record<string, Action>>
}

/** Whom or what a `wait` waits for. */
export type Awaited =
  | { readonly party: Party }
  | { readonly body: string }
  | { readonly date: true }
  | { readonly message: string }

/** Nobody in the office works; the first answer with an arrow, or the limit, leaves. */
export interface Wait extends LeafCommon {
  readonly kind: 'wait'
  readonly for: Awaited
  readonly data?: DataRights
  readonly documents?: readonly string[]
  readonly answers: Readonly<Record<string, Answer>>
}

/** One named operation that the host performs. It must have an exit for success and one for failure. */
export interface Service extends LeafCommon {
  readonly kind: 'service'
  readonly operation: string
  readonly exits: Readonly<Record<string, Arrow>>
}

/** Another workflow, or one root phase of it, as a child case. */
export interface Call extends LeafCommon {
  readonly kind: 'call'
  readonly workflow: string
  readonly phase?: string
  /** A list field: one child per element. */
  readonly each?: string
  /** Data of the child: FEEL by field id of the child. */
  readonly pass?: Readonly<Record<string, string>>
  /** What resolves the step: the child's finish (default), its end, or its opening. */
  readonly until?: 'finished' | 'closed' | 'opened'
  /** What happens to the child when the step is cancelled or returned over. */
  readonly onLeave?: 'withdraw' | 'leave'
  /** By outcome of the child; `otherwise` is compulsory. */
  readonly exits: Readonly<Record<string, Arrow>>
}

/** A row of a decision: taken when `when` is the first that is true. Null is not true. */
export interface DecisionRow extends Arrow {
  readonly when: string
}

/** No leaf: a case passes it at once, by ordered rows or by a decision table. */
export interface Decision extends StepCommon {
  readonly kind: 'decision'
  readonly rows?: readonly DecisionRow[]
  /**
   * A decision table. Its output `exit` names one of `exits`; every other output that is a field of
   * the workflow is written to it.
   */
  readonly table?: string
  readonly exits?: Readonly<Record<string, Arrow>>
  readonly otherwise: Arrow
}

/** A procedure beside the main line of a phase. One instance at a time. */
export interface Side {
  readonly title?: Texts
  /** `when`: tested once as the phase is entered; `by`: opened by somebody at any time. */
  readonly opens: { readonly when: string } | { readonly by: Who; readonly max?: number }
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  readonly basis?: string
  readonly evidence?: Evidence
}

/** A block with actions, sides and clocks; usually a stage. */
export interface Phase extends StepCommon {
  readonly kind: 'phase'
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  /** One arrow for every result that the main line, an action, a side or a clock can give. */
  readonly exits: Readonly<Record<string, Arrow>>
  readonly actions?: Readonly<Record<string, PhaseAction>>
  readonly sides?: Readonly<Record<string, Side>>
  readonly clocks?: Readonly<Record<string, Clock>>
  readonly stops?: Stops
}

export interface Branch {
  readonly title?: Texts
  /** FEEL, evaluated once as the block is entered; false: not concerned, outside every count. */
  readonly when?: string
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  readonly basis?: string
  readonly evidence?: Evidence
}

/** An exit row of a parallel: `count` branches with one of these results, `atLeast` so many. */
export interface CountRow extends Arrow {
  readonly count: string | readonly string[]
  readonly atLeast: number | 'all' | Share
  /** Tested as soon as a branch asked in this visit ends; the remaining branches are cancelled. */
  readonly early?: boolean
}

export interface OtherwiseRow extends Arrow {
  readonly otherwise: true
}

/** Branches side by side; counting is by branch, hence by duty. */
export interface Parallel extends StepCommon {
  readonly kind: 'parallel'
  readonly branches: Readonly<Record<string, Branch>>
  /** Ordered; the first true row is taken. The last one is `otherwise`. */
  readonly exits: readonly (CountRow | OtherwiseRow)[]
}

export type Leaf = Task | Wait | Service | Call
export type Step = Leaf | Decision | Phase | Parallel
export type StepKind = Step['kind']
