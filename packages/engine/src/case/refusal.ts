import type { InstantFault } from '../calendar/instant.ts'
import type { Obstacle } from '../machine/obstacle.ts'
import type { ReturnObstacle } from '../machine/return-obstacle.ts'
import type { OperatorName } from '../model/operator-names.ts'
import type { Stage } from '../model/step.ts'
import type { FitFault } from '../rule/fit-value.ts'

/**
 * Why a command was refused. Nothing has changed. Facts only: what stands against it, what would be
 * allowed instead, and by whom.
 */
export type Refusal =
  | Obstacle
  | ReturnObstacle
  | { readonly kind: 'bad-instant'; readonly fault: InstantFault }
  | { readonly kind: 'time-went-back'; readonly at: string; readonly last: string }
  /** 补录: done after the last event in law, and not in the future. */
  | {
      readonly kind: 'not-then'
      readonly at: string
      readonly earliest: string
      readonly latest: string
    }
  /** The case, or the part in question, stands still since then; `by` may have it go on. */
  | {
      readonly kind: 'suspended'
      readonly subject: string
      readonly since: string
      readonly ground: string
      readonly by: readonly string[]
    }
  | {
      readonly kind: 'not-suspended'
      readonly subject: string
      readonly suspended: readonly string[]
    }
  | { readonly kind: 'unknown-item'; readonly item: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-town'; readonly town: string; readonly known: readonly string[] }
  | { readonly kind: 'case-closed'; readonly closedAt: string; readonly outcome: string | null }
  | { readonly kind: 'other-release'; readonly release: string; readonly given: string }
  | { readonly kind: 'task-not-open'; readonly task: string; readonly open: readonly string[] }
  | { readonly kind: 'unknown-field'; readonly field: string; readonly known: readonly string[] }
  | {
      readonly kind: 'field-not-editable'
      readonly step: string
      readonly field: string
      readonly editable: readonly string[]
    }
  | { readonly kind: 'value-does-not-fit'; readonly field: string; readonly fault: FitFault }
  | { readonly kind: 'salt-needed'; readonly fields: readonly string[] }
  | { readonly kind: 'opinion-needed'; readonly step: string; readonly action: string }
  | {
      readonly kind: 'not-for-you'
      readonly task: string
      readonly by: string
      readonly asked: readonly string[]
    }
  | {
      readonly kind: 'separated-step'
      readonly step: string
      readonly by: string
      readonly from: string
      readonly others: readonly string[]
    }
  | {
      readonly kind: 'separated-stage'
      readonly step: string
      readonly by: string
      readonly stage: Stage
      readonly from: Stage
      readonly others: readonly string[]
    }
  | {
      readonly kind: 'other-person-needed'
      readonly step: string
      readonly by: string
      readonly sameAs: string
      readonly others: readonly string[]
    }
  | {
      readonly kind: 'own-case'
      readonly step: string
      readonly by: string
      readonly others: readonly string[]
    }
  | {
      readonly kind: 'is-recused'
      readonly step: string
      readonly by: string
      readonly others: readonly string[]
    }
  | { readonly kind: 'side-not-available'; readonly side: string; readonly max?: number }
  | {
      readonly kind: 'unknown-operator-argument'
      readonly action: string
      readonly missing: string
    }
  /** An operator that the workflow keeps for others, or for nobody (`asked` is empty). */
  | {
      readonly kind: 'operator-not-allowed'
      readonly action: OperatorName
      readonly step: string
      readonly asked: readonly string[]
    }
  | {
      readonly kind: 'cannot-take-off'
      readonly task: string
      readonly person: string
      readonly because: 'not-asked' | 'has-spoken' | 'last-signer' | 'not-yours'
      /** Who may take the signer off. */
      readonly by: readonly string[]
    }
  | {
      readonly kind: 'cannot-patch'
      readonly step: string
      readonly because:
        | 'no-such-task'
        | 'already-open'
        | 'not-optional'
        | 'not-staff'
        | 'nothing-changed'
      readonly person?: string
    }
  | { readonly kind: 'claimed-by-other'; readonly task: string; readonly by: string }
  | { readonly kind: 'not-claimed'; readonly task: string; readonly by: string }
  | {
      readonly kind: 'cannot-take-over'
      readonly task: string
      readonly person: string
      readonly because: 'not-staff' | 'already-asked' | 'separation'
    }
  | { readonly kind: 'nothing-to-take-back'; readonly by: string; readonly lastBy: string | null }
  | { readonly kind: 'already-touched'; readonly step: string }
  | { readonly kind: 'unknown-clock'; readonly clock: string; readonly clocks: readonly string[] }
  | { readonly kind: 'clock-not-running'; readonly clock: string }
  | { readonly kind: 'too-late-to-extend'; readonly clock: string; readonly due: string }
  | {
      readonly kind: 'cannot-extend'
      readonly clock: string
      readonly times: number
      readonly given: number
    }
