import type { StepId } from '../model/step.ts'
import { type Block, blocksAround, isInside, type Tree } from './block.ts'
import type { Position } from './position.ts'

/** Where a return leads: the step to enter, and the block in which the case moves. */
export interface ReturnTarget {
  readonly to: string
  /** The task itself, or the start of the branch. */
  readonly entry: StepId
  /** The innermost block that holds both ends. */
  readonly block: Block
  /** Blocks around the entry inside `block`, innermost first. */
  readonly around: readonly Block[]
  /** Set when a whole branch is asked again. */
  readonly branch?: Block
}

/**
 * The target of a return: a task that the case has completed, or a branch of a parallel that it has
 * left. Null for the step itself and for what is off the trail: it was never reached, or it has been
 * asked again and is not done yet.
 */
export function targetOf(
  tree: Tree,
  position: Position,
  from: StepId,
  to: string,
): ReturnTarget | null {
  const branch = tree.blocks.get(to)
  const isBranch = branch?.kind === 'branch' && branch.parent !== null
  if (!position.trail.includes(isBranch ? (branch.parent?.id ?? '') : to)) return null
  const entry = isBranch ? branch.start : to
  if (entry === from || (!isBranch && tree.places.get(to)?.step.kind !== 'task')) return null
  const outer = blocksAround(tree, entry)
  const block = blocksAround(tree, from).find((each) => outer.includes(each)) ?? tree.root
  const around = outer.slice(0, outer.indexOf(block))
  return { to, entry, block, around, ...(isBranch ? { branch } : {}) }
}

/** The turn in which the target was completed last. */
export function turnOf(position: Position, { to, branch }: ReturnTarget): number {
  return position.done[branch?.parent?.id ?? to]?.turn ?? 0
}

/** Whether the case will find this step as it left it, on its way on from the target. */
export function stands(tree: Tree, { block, around }: ReturnTarget, step: StepId): boolean {
  const isBesides = blocksAround(tree, step).some(
    (each) => each.kind === 'side' && each.parent === block,
  )
  return isBesides || around.some((each) => isInSibling(tree, each, step))
}

/** In another branch of the same parallel. */
function isInSibling(tree: Tree, branch: Block, step: StepId): boolean {
  const { kind, parent } = branch
  return (
    kind === 'branch' &&
    parent !== null &&
    isInside(tree, step, parent) &&
    !isInside(tree, step, branch)
  )
}
