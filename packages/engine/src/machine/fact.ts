import type { Value } from '../model/field.ts'
import type { StepId } from '../model/step.ts'
import type { Seat } from '../routing/seat.ts'
import type { BranchResult, Memory, Resume, StraightBack, TakenHow } from './position.ts'
import type { StepChange } from './step-change.ts'

/**
 * What moves a case's position. The machine's assigns and the fold of a ledger apply the same facts
 * with the same reducer, so that a case read from its ledger and a case in the machine are one.
 */
export type PositionFact =
  /** A phase or parallel is entered; `stage` when the block names one. */
  | { readonly fact: 'entered'; readonly block: string }
  /** Which branches of a parallel are concerned, and which keep an earlier answer. */
  | {
      readonly fact: 'concerned'
      readonly block: string
      readonly branches: readonly string[]
      readonly kept: Readonly<Record<string, BranchResult>>
      /** Steps that fall off the trail: their branch is asked anew. */
      readonly cut?: readonly StepId[]
    }
  | {
      readonly fact: 'opened'
      readonly step: StepId
      readonly round: number
      readonly seats: readonly Seat[]
    }
  /** Seats replaced without anybody speaking: claim, transfer, a newer directory. */
  | {
      readonly fact: 'seated'
      readonly step: StepId
      readonly seats: readonly Seat[]
      readonly touched: boolean
    }
  | { readonly fact: 'spoke'; readonly step: StepId; readonly seat: Seat }
  /** The step has its exit; it is left in the same move. */
  | {
      readonly fact: 'settled'
      readonly step: StepId
      readonly exit: string
      readonly how?: TakenHow
    }
  /** An action without an arrow: recorded, the step stays open. */
  | { readonly fact: 'noted'; readonly step: StepId; readonly action: string }
  /** A step that lies ahead is changed for this case. */
  | { readonly fact: 'patched'; readonly step: StepId; readonly change: StepChange }
  | { readonly fact: 'used'; readonly step: StepId; readonly action: string }
  | { readonly fact: 'set'; readonly field: string; readonly value: Value }
  | {
      readonly fact: 'done'
      readonly step: StepId
      readonly exit: string
      readonly people: readonly string[]
      readonly how?: TakenHow
      /** On the trail of returns: tasks are. */
      readonly trail?: true
    }
  | { readonly fact: 'cancelled'; readonly step: StepId }
  /** A decision took this row or exit; `hits` are rows of its table, from 1. */
  | {
      readonly fact: 'decided'
      readonly step: StepId
      readonly exit: string
      readonly hits?: readonly number[]
    }
  | {
      readonly fact: 'result'
      readonly block: string
      readonly result: string
      readonly via: 'main' | 'action' | 'side' | 'clock'
      /** The action of the phase that gave it. */
      readonly action?: string
    }
  /** A phase or parallel is left by `exit`, or closed without one. */
  | { readonly fact: 'left'; readonly block: string; readonly exit?: string }
  | { readonly fact: 'side-opened'; readonly side: string }
  | { readonly fact: 'side-rested'; readonly side: string; readonly result: string }
  | { readonly fact: 'outcome'; readonly outcome: string }
  /** 办结: the first phase of stage after-care is entered. */
  | { readonly fact: 'finished' }
  | { readonly fact: 'closed' }
  /** One child of `block` was closed and the block is re-entered at `to`. */
  | {
      readonly fact: 'returned'
      readonly block: string
      readonly from: StepId
      readonly to: string
      /** Steps that fall off the trail. */
      readonly cut: readonly StepId[]
      readonly resume: Resume
      readonly memory: Readonly<Record<string, Memory>>
      /** The last actor took the own act back: no return to be counted. */
      readonly takenBack?: true
      /** By override, whether it had been there or not. */
      readonly jumped?: true
      readonly carry?: { readonly by: string; readonly back: StraightBack }
    }
  /** Straight back: the position that was left is taken up again. */
  | {
      readonly fact: 'went-back'
      readonly block: string
      readonly by: string
      readonly resume: Resume
      readonly trail: readonly StepId[]
      readonly carried: Readonly<Record<string, StraightBack>>
    }
