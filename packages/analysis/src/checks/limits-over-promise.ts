import type { BlockEntry, Phase } from '@yichuang/engine'
import { longestPath } from '../longest-path.ts'
import type { WorkflowIndex, WorkspaceIndex } from '../workspace-index.ts'

/** The step limits on one way through a phase add up to more working days than are promised for it. */
export interface LimitsFact {
  readonly kind: 'limits-over-promise'
  readonly workflow: string
  /** The phase whose clock `promised` is exceeded. */
  readonly step: string
  /** The item whose promise is the shorter one; absent: the clock's own value. */
  readonly item?: string
  readonly promised: number
  readonly days: number
  /** The steps with limits on that way, in order. */
  readonly path: readonly string[]
}

/** Compares every phase with a clock `promised` in working days with what its steps may take. */
export function limitsOverPromise({ workflows }: WorkspaceIndex): readonly LimitsFact[] {
  return workflows.flatMap((workflow) =>
    workflow.blocks.flatMap((block) => {
      const phase = block.kind === 'phase' ? block.owner?.step : undefined
      return phase?.kind === 'phase' ? exceeded(workflow, block, phase) : []
    }),
  )
}

function exceeded(workflow: WorkflowIndex, block: BlockEntry, phase: Phase): readonly LimitsFact[] {
  const shortest = shortestPromise(workflow, phase)
  if (shortest === null) return []
  const { days, steps } = longestPath(block, 'promised')
  if (days <= shortest.promised) return []
  return [
    {
      kind: 'limits-over-promise',
      workflow: workflow.id,
      step: block.ref,
      ...shortest,
      days,
      path: steps,
    },
  ]
}

interface Promised {
  readonly promised: number
  readonly item?: string
}

function shortestPromise({ items }: WorkflowIndex, { clocks }: Phase): Promised | null {
  const clock = clocks?.['promised']
  if (clock === undefined || clock.unit !== 'working-day') return null
  const ofClock: readonly Promised[] =
    typeof clock.value === 'number' ? [{ promised: clock.value }] : []
  const ofItems = items.flatMap(({ id, item: { promisedLimit } }): readonly Promised[] =>
    promisedLimit?.unit === 'working-day' ? [{ promised: promisedLimit.value, item: id }] : [],
  )
  return [...ofClock, ...ofItems].reduce<Promised | null>(
    (least, next) => (least === null || next.promised < least.promised ? next : least),
    null,
  )
}
