import type { DecisionTable, Workflow } from '@yichuang/engine'
import { targetsOf } from './targets.ts'

/** How many of some targets were taken, and which were not. */
export interface Covered {
  readonly taken: number
  readonly total: number
  readonly untaken: readonly string[]
}

/** What the walks of a workflow cover. */
export interface Coverage {
  readonly actions: Covered
  readonly conditions: Covered
  readonly exits: Covered
}

export function coverageIn(
  workflow: Workflow,
  tables: Readonly<Record<string, DecisionTable>>,
  taken: ReadonlySet<string>,
): Coverage {
  const { actions, conditions, exits } = targetsOf(workflow, tables)
  return {
    actions: covered(actions, taken),
    conditions: covered(conditions, taken),
    exits: covered(exits, taken),
  }
}

function covered(targets: readonly string[], taken: ReadonlySet<string>): Covered {
  const untaken = targets.filter((target) => !taken.has(target))
  return { taken: targets.length - untaken.length, total: targets.length, untaken }
}
