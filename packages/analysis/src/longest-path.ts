import { type BlockEntry, blocksOf, type StepEntry, stepsOf } from '@yichuang/engine'
import { type BlockGraph, graphOf } from './block-graph.ts'

/** Steps one after another, with the working days that their limits add up to. */
export interface LimitedPath {
  readonly days: number
  readonly steps: readonly string[]
}

const NOTHING: LimitedPath = { days: 0, steps: [] }

/**
 * The way through a block on which the step limits add up to most working days. Each loop is gone
 * through once (arrows back are left out), branches side by side count by the longest, sides not at
 * all. Steps during which `clock` stands still, and limits in other units or held by a field, count
 * nothing: the sum is what is certain.
 */
export function longestPath(block: BlockEntry, clock: string): LimitedPath {
  const graph = graphOf(block)
  const entries = new Map(stepsOf(block).map((entry) => [entry.id, entry]))
  const { targets } = graph
  const best = new Map<string, LimitedPath>()
  for (const step of lastFirst(graph)) {
    const entry = entries.get(step)
    const own = entry === undefined ? NOTHING : ownPath(entry, clock)
    const rest = longest(targets.get(step)?.map((target) => best.get(target) ?? NOTHING) ?? [])
    best.set(step, { days: own.days + rest.days, steps: [...own.steps, ...rest.steps] })
  }
  return best.get(block.start) ?? NOTHING
}

function ownPath(entry: StepEntry, clock: string): LimitedPath {
  const { id, step } = entry
  const stops = 'stops' in step ? step.stops : undefined
  if (stops !== undefined && Object.hasOwn(stops, clock)) return NOTHING
  switch (step.kind) {
    case 'task':
    case 'wait':
    case 'service':
    case 'call': {
      const { limit } = step
      if (limit?.unit !== 'working-day' || typeof limit.value !== 'number') return NOTHING
      return { days: limit.value, steps: [id] }
    }
    case 'decision':
      return NOTHING
    case 'phase':
    case 'parallel':
      return longest(
        blocksOf(entry)
          .filter(({ kind }) => kind !== 'side')
          .map((inner) => longestPath(inner, clock)),
      )
  }
}

function longest(paths: readonly LimitedPath[]): LimitedPath {
  return paths.reduce((best, path) => (path.days > best.days ? path : best), NOTHING)
}

/**
 * The steps in the order in which a depth-first walk leaves them: what follows a step comes before
 * it, except along an arrow back.
 */
function lastFirst({ start, targets }: BlockGraph): readonly string[] {
  const order = new Set<string>()
  const met = new Set<string>()
  const pending = [{ step: start, leaving: false }]
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { step, leaving } = visit
    if (leaving) {
      order.add(step)
    } else if (!met.has(step)) {
      met.add(step)
      pending.push({ step, leaving: true })
      for (const target of targets.get(step) ?? []) pending.push({ step: target, leaving: false })
    }
  }
  return [...order]
}
