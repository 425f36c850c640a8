import { type BlockEntry, blocksOf, type StepEntry, stepsOf } from '@yichuang/engine'
import type { WorkspaceIndex } from '../workspace-index.ts'

/**
 * A side can stay open for ever and its phase waits for it: `steps` are those of its steps that have
 * no limit.
 */
export interface SideFact {
  readonly kind: 'side-without-limit'
  readonly workflow: string
  /** The phase. */
  readonly step: string
  readonly side: string
  readonly steps: readonly string[]
}

/** Sides with a step that no limit holds to a date. */
export function sideLimits({ workflows }: WorkspaceIndex): readonly SideFact[] {
  return workflows.flatMap(({ id, blocks }) =>
    blocks.flatMap((block): readonly SideFact[] => {
      if (block.kind !== 'side' || block.owner === undefined) return []
      const steps = unlimitedIn(block)
      const step = block.owner.id
      const side = block.ref.slice(step.length + 1)
      return steps.length === 0
        ? []
        : [{ kind: 'side-without-limit', workflow: id, step, side, steps }]
    }),
  )
}

function unlimitedIn(block: BlockEntry): readonly string[] {
  return stepsOf(block).flatMap(unlimited)
}

function unlimited(entry: StepEntry): readonly string[] {
  const { id, step } = entry
  switch (step.kind) {
    case 'task':
    case 'wait':
    case 'service':
    case 'call':
      return step.limit === undefined ? [id] : []
    case 'decision':
      return []
    case 'phase':
    case 'parallel':
      return blocksOf(entry).flatMap(unlimitedIn)
  }
}
