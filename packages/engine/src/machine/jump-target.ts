import type { Arrow } from '../model/arrow.ts'
import type { StepId } from '../model/step.ts'
import { type Block, blocksAround, childHolding, ROOT, type Tree } from './block.ts'
import { exitsOf } from './exits.ts'
import type { Position } from './position.ts'
import type { ReturnTarget } from './return-target.ts'

/**
 * Where a jump leads: any step but the one that is left. Inside another branch, or a branch of a review
 * that is not open, the whole review is entered.
 */
export function jumpTargetOf(tree: Tree, from: StepId, to: string): ReturnTarget | null {
  if (to === from || !tree.places.has(to)) return null
  const outer = blocksAround(tree, to)
  const block = blocksAround(tree, from).find((each) => outer.includes(each)) ?? tree.root
  const around = outer.slice(0, outer.indexOf(block))
  const review = around.findLast(({ kind }) => kind === 'parallel')
  if (review === undefined) return { to, entry: to, block, around }
  return { to, entry: review.id, block, around: around.slice(around.indexOf(review) + 1) }
}

/**
 * Whether a jump in the root block leads over the decision, in either direction: before the outcome
 * only steps that a case can reach without one are open to it, afterwards only steps that follow one.
 */
export function crossesOutcome(
  tree: Tree,
  position: Position,
  { block, entry }: ReturnTarget,
): boolean {
  if (block.id !== ROOT) return false
  const child = childHolding(tree, block, entry)
  if (child === null) return false
  const isDecided = position.decidedIn !== null
  return !reached(block, isDecided).has(child)
}

/** Root steps that a case comes to without an outcome, or only once it has one. */
function reached(root: Block, isDecided: boolean): ReadonlySet<string> {
  const before = new Set<string>()
  const after = new Set<string>()
  const queue: (readonly [string, boolean])[] = [[root.start, false]]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [id, decided] = next
    const seen = decided ? after : before
    const step = root.steps[id]
    if (step === undefined || seen.has(id)) continue
    seen.add(id)
    for (const arrow of Object.values<Arrow>(exitsOf(step)))
      if (arrow.to !== undefined) queue.push([arrow.to, decided || arrow.outcome !== undefined])
  }
  return isDecided ? after : before
}
