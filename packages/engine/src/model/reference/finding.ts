import type { JsonPath, ReferenceProblem } from '../fault.ts'
import { nearestName } from '../nearest.ts'
import type { DecisionTable } from '../table.ts'
import type { Workflow } from '../workflow.ts'
import type { BlockEntry, StepEntry } from '../workflow-tree.ts'
import { eachBlock, indexSteps, stepsOf } from '../workflow-tree.ts'

/** A problem between the parts of a workflow, and the path where it lies. */
export interface Finding {
  readonly problem: ReferenceProblem
  readonly path: JsonPath
}

/** What every check looks at: the workflow, walked once. */
export interface Scope {
  readonly workflow: Workflow
  readonly blocks: readonly BlockEntry[]
  readonly steps: readonly StepEntry[]
  readonly index: ReadonlyMap<string, StepEntry>
  /** The tables of the workspace, where they are at hand. */
  readonly tables: Readonly<Record<string, DecisionTable>>
}

export function scopeOf(
  workflow: Workflow,
  tables: Readonly<Record<string, DecisionTable>>,
): Scope {
  const blocks = eachBlock(workflow)
  return {
    workflow,
    blocks,
    steps: blocks.flatMap(stepsOf),
    index: indexSteps(workflow),
    tables,
  }
}

interface Unknown {
  readonly name: string
  readonly known: readonly string[]
  readonly nearest?: string
}

/** The facts of a name that names nothing. */
export function unknownName(name: string, known: readonly string[]): Unknown {
  const nearest = nearestName(name, known)
  return { name, known, ...(nearest === undefined ? {} : { nearest }) }
}
