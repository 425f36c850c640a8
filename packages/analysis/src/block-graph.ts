import { type BlockEntry, exitsOf, stepsOf } from '@yichuang/engine'

/** The arrows of one block between its steps, and the steps from which the block can be left. */
export interface BlockGraph {
  readonly start: string
  readonly targets: ReadonlyMap<string, readonly string[]>
  /** Steps with an arrow that gives a result. */
  readonly leaving: ReadonlySet<string>
  /** Every arrow leads somewhere; otherwise nobody can say what is reached. */
  readonly isWhole: boolean
}

/**
 * Draws a block as a graph. Every drawn arrow counts: what lies behind an exit that its inner block
 * can never give is a consequence, named where the inner block is looked at. An arrow to a step that
 * is not there counts as leaving, since its fault is reported by itself.
 */
export function graphOf(block: BlockEntry): BlockGraph {
  const targets = new Map<string, readonly string[]>()
  const leaving = new Set<string>()
  let isWhole = Object.hasOwn(block.steps, block.start)
  for (const entry of stepsOf(block)) {
    const arrows = exitsOf(entry).map(({ arrow }) => arrow)
    const named = arrows.flatMap(({ to }) => (to === undefined ? [] : [to]))
    const known = named.filter((to) => Object.hasOwn(block.steps, to))
    targets.set(entry.id, [...new Set(known)])
    if (known.length < named.length) isWhole = false
    const leaves = arrows.some(({ result }) => result !== undefined)
    if (leaves || known.length < named.length) leaving.add(entry.id)
  }
  return { start: block.start, targets, leaving, isWhole }
}

/** Every step that can be reached from some steps, themselves included. */
export function reachedFrom(
  targets: ReadonlyMap<string, readonly string[]>,
  from: Iterable<string>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const pending = [...from]
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (reached.has(step)) continue
    reached.add(step)
    pending.push(...(targets.get(step) ?? []))
  }
  return reached
}

/** The same arrows, turned round. */
export function turnedRound(
  targets: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>([...targets.keys()].map((step) => [step, []]))
  for (const [step, next] of targets) for (const target of next) sources.get(target)?.push(step)
  return sources
}

/** Only the arrows between some of the steps. */
export function within(
  targets: ReadonlyMap<string, readonly string[]>,
  steps: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...targets]
      .filter(([step]) => steps.has(step))
      .map(([step, next]) => [step, next.filter((target) => steps.has(target))]),
  )
}
