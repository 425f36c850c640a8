import { type BlockEntry, componentsOf, exitsOf, type StepEntry, stepsOf } from '@yichuang/engine'
import { graphOf, reachedFrom, turnedRound, within } from '../block-graph.ts'
import type { WorkspaceIndex } from '../workspace-index.ts'

/** Where a case gets stuck. `leading`: steps from which it can only end there. */
interface Stuck {
  readonly workflow: string
  readonly block: string
  readonly step: string
  readonly leading: readonly string[]
}

export type DeadEndFact =
  /** Every action stays: no arrow leaves the step. */
  | (Stuck & { readonly kind: 'dead-end' })
  /** The steps lead only to each other, never to a result of the block. */
  | (Stuck & { readonly kind: 'endless-loop'; readonly steps: readonly string[] })

/** Steps from which their block can never be left: one finding per dead end or loop. */
export function deadEnds({ workflows }: WorkspaceIndex): readonly DeadEndFact[] {
  return workflows.flatMap(({ id, blocks }) => blocks.flatMap((block) => stuckIn(id, block)))
}

function stuckIn(workflow: string, block: BlockEntry): readonly DeadEndFact[] {
  const { targets, leaving } = graphOf(block)
  const sources = turnedRound(targets)
  const free = reachedFrom(sources, leaving)
  const stuck = new Set([...targets.keys()].filter((step) => !free.has(step)))
  const entries = new Map(stepsOf(block).map((entry) => [entry.id, entry]))
  return componentsOf(within(targets, stuck))
    .filter((steps) => steps.every((step) => targets.get(step)?.every((to) => steps.includes(to))))
    .flatMap((component): readonly DeadEndFact[] => {
      const steps = [...targets.keys()].filter((step) => component.includes(step))
      const step = steps[0] ?? ''
      const before = reachedFrom(sources, steps)
      const leading = [...stuck].filter((other) => before.has(other) && !steps.includes(other))
      const at = { workflow, block: block.ref, step, leading }
      if ((targets.get(step) ?? []).length > 0) return [{ kind: 'endless-loop', ...at, steps }]
      return isReportedElsewhere(entries.get(step)) ? [] : [{ kind: 'dead-end', ...at }]
    })
}

/**
 * A step without exits, and an arrow without a target on a step that may not stay, are reference
 * faults already.
 */
function isReportedElsewhere(entry: StepEntry | undefined): boolean {
  if (entry === undefined || exitsOf(entry).length === 0) return true
  return entry.step.kind !== 'task' && entry.step.kind !== 'wait'
}
