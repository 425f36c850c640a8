import type { ReferenceFault } from './fault.ts'
import type { Origin } from './place-fault.ts'
import { placeFault } from './place-fault.ts'
import { checkArrows } from './reference/arrows.ts'
import { checkBlocks } from './reference/blocks.ts'
import { checkClocks } from './reference/clocks.ts'
import { checkCycles } from './reference/cycles.ts'
import { checkExits } from './reference/exits.ts'
import { checkFields } from './reference/fields.ts'
import type { Finding, Scope } from './reference/finding.ts'
import { scopeOf } from './reference/finding.ts'
import { checkNamedSteps } from './reference/named-steps.ts'
import { checkOutcomes } from './reference/outcomes.ts'
import { checkRaces } from './reference/races.ts'
import { checkResults } from './reference/results.ts'
import { checkStepIds } from './reference/step-ids.ts'
import type { DecisionTable } from './table.ts'
import type { Workflow } from './workflow.ts'

const CHECKS: readonly ((scope: Scope) => readonly Finding[])[] = [
  checkStepIds,
  checkArrows,
  checkResults,
  checkOutcomes,
  checkExits,
  checkFields,
  checkNamedSteps,
  checkClocks,
  checkBlocks,
  checkCycles,
  checkRaces,
]

/** Where the workflow came from, and the tables that its decisions name. */
export interface ReferenceContext extends Origin {
  readonly tables?: Readonly<Record<string, DecisionTable>>
}

/**
 * What does not fit between the parts of one workflow, as far as it shows without the directory and
 * the other workflows. Conditions are only searched for field names; FEEL is checked elsewhere.
 */
export function checkReferences(
  workflow: Workflow,
  context: ReferenceContext = {},
): readonly ReferenceFault[] {
  const scope = scopeOf(workflow, context.tables ?? {})
  return CHECKS.flatMap((check) => check(scope)).map(({ problem, path }) =>
    placeFault(problem, path, context),
  )
}
