import type { DirectoryFault } from '@yichuang/engine'
import type { CallFact } from './checks/calls.ts'
import type { DeadEndFact } from './checks/dead-ends.ts'
import type { DutyFact } from './checks/duty-coverage.ts'
import type { ItemFact } from './checks/items.ts'
import type { LimitsFact } from './checks/limits-over-promise.ts'
import type { FaultFact } from './checks/model-faults.ts'
import type { OutcomeFact } from './checks/outcomes.ts'
import type { RowNeverTrueFact } from './checks/parallel-rows.ts'
import type { PromiseFact } from './checks/promises.ts'
import type { SideFact } from './checks/side-limits.ts'
import type { StopFact } from './checks/stops.ts'
import type { PostNeedsDutyFact, UnknownNameFact } from './checks/unknown-names.ts'
import type { UnreachableStepFact } from './checks/unreachable-steps.ts'
import type { UnusedFieldFact } from './checks/unused-fields.ts'
import type { VacantPostFact } from './checks/vacant-posts.ts'

export type Severity = 'error' | 'warning' | 'info'

/** What the checks of this package find. */
export type CheckedFact =
  | DirectoryFault
  | UnreachableStepFact
  | DeadEndFact
  | RowNeverTrueFact
  | OutcomeFact
  | UnusedFieldFact
  | UnknownNameFact
  | PostNeedsDutyFact
  | CallFact
  | ItemFact
  | DutyFact
  | VacantPostFact
  | PromiseFact
  | LimitsFact
  | StopFact
  | SideFact

/** One finding: what, where, how grave. Wording is made by whoever shows it. */
export type Finding = (CheckedFact | FaultFact) & { readonly severity: Severity }
