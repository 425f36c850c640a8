import type { ModelFault, Workspace } from '@yichuang/engine'
import { calls } from './checks/calls.ts'
import { deadEnds } from './checks/dead-ends.ts'
import { dutyCoverage } from './checks/duty-coverage.ts'
import { items } from './checks/items.ts'
import { limitsOverPromise } from './checks/limits-over-promise.ts'
import { directoryFaults, referenceFaults, withoutRepeats } from './checks/model-faults.ts'
import { outcomes } from './checks/outcomes.ts'
import { rowsNeverTrue } from './checks/parallel-rows.ts'
import { promises } from './checks/promises.ts'
import { sideLimits } from './checks/side-limits.ts'
import { stops } from './checks/stops.ts'
import { postsNeedingDuty, unknownNames } from './checks/unknown-names.ts'
import { unreachableSteps } from './checks/unreachable-steps.ts'
import { unusedFields } from './checks/unused-fields.ts'
import { vacantPosts } from './checks/vacant-posts.ts'
import type { CheckedFact, Finding } from './finding.ts'
import { RULESET, type Ruleset } from './ruleset.ts'
import { indexWorkspace, type WorkspaceIndex } from './workspace-index.ts'

export interface CheckOptions {
  /** The civil day on which the registers are read: `YYYY-MM-DD`. */
  readonly day: string
  /** Only this town; what concerns no town is reported all the same. */
  readonly town?: string
  /** Faults met while the files were read, passed on as findings. */
  readonly faults?: readonly ModelFault[]
  /** Other severities than the usual ones. */
  readonly rules?: Partial<Ruleset>
}

const CHECKS: readonly ((index: WorkspaceIndex) => readonly CheckedFact[])[] = [
  directoryFaults,
  unreachableSteps,
  deadEnds,
  rowsNeverTrue,
  outcomes,
  unknownNames,
  postsNeedingDuty,
  calls,
  items,
  unusedFields,
  dutyCoverage,
  vacantPosts,
  promises,
  limitsOverPromise,
  stops,
  sideLimits,
]

/** Every finding about a workspace, one per cause, in the order of the checks. */
export function check(workspace: Workspace, options: CheckOptions): readonly Finding[] {
  const index = indexWorkspace(workspace, options)
  const faults = withoutRepeats([...(options.faults ?? []), ...referenceFaults(index)])
  const rules = { ...RULESET, ...options.rules }
  return [
    ...faults.map((fault): Finding => ({ ...fault, severity: 'error' })),
    ...CHECKS.flatMap((find) => find(index))
      .filter((fact) => concerns(fact, index))
      .flatMap((fact): readonly Finding[] => {
        const severity = rules[fact.kind]
        return severity === 'off' ? [] : [{ ...fact, severity }]
      }),
  ]
}

/** Faults of the directory name their town; those of a town not looked at are left out. */
function concerns(fact: CheckedFact, { towns, directory }: WorkspaceIndex): boolean {
  if (!('town' in fact) || towns.includes(fact.town)) return true
  return !directory.towns.includes(fact.town)
}
