import { type BlockEntry, componentsOf } from '@yichuang/engine'
import { graphOf, reachedFrom, turnedRound, within } from '../block-graph.ts'
import type { WorkspaceIndex } from '../workspace-index.ts'

/** No arrow leads to this step from the start of its block. `behind`: steps lost with it. */
export interface UnreachableStepFact {
  readonly kind: 'unreachable-step'
  readonly workflow: string
  readonly block: string
  readonly step: string
  readonly behind: readonly string[]
}

/** Steps that no case can come to: one finding for each place where an arrow is missing. */
export function unreachableSteps({ workflows }: WorkspaceIndex): readonly UnreachableStepFact[] {
  return workflows.flatMap(({ id, blocks }) => blocks.flatMap((block) => unreachedIn(id, block)))
}

function unreachedIn(workflow: string, block: BlockEntry): readonly UnreachableStepFact[] {
  const { start, targets, isWhole } = graphOf(block)
  if (!isWhole) return []
  const reached = reachedFrom(targets, [start])
  const lost = new Set([...targets.keys()].filter((step) => !reached.has(step)))
  const lostTargets = within(targets, lost)
  return headsOf(lostTargets).map((step) => {
    const behind = reachedFrom(lostTargets, [step])
    return {
      kind: 'unreachable-step',
      workflow,
      block: block.ref,
      step,
      behind: [...lost].filter((other) => other !== step && behind.has(other)),
    }
  })
}

/** One step of every component that no other component leads to, in file order. */
function headsOf(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const sources = turnedRound(targets)
  const heads = componentsOf(targets)
    .filter((steps) =>
      steps.every((step) => sources.get(step)?.every((from) => steps.includes(from))),
    )
    .map((steps) => [...targets.keys()].find((step) => steps.includes(step)))
  return [...targets.keys()].filter((step) => heads.includes(step))
}
