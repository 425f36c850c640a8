import type { StepId } from '../model/step.ts'
import { type Block, blocksAround, childHolding, isInside, type Tree } from './block.ts'
import type { ReturnRequest } from './event.ts'
import type { OpenStep, Position, Resume, StraightBack } from './position.ts'

/**
 * The position to come straight back to: the step that returns, what runs in the sides of the phases
 * around it, the parallels around it; with `keep` whatever is open in the child that is closed.
 */
export function savedPosition(
  tree: Tree,
  position: Position,
  block: Block,
  { from, siblings }: ReturnRequest,
  closes: StepId,
): Pick<StraightBack, 'resume' | 'carried'> {
  const steps: Record<StepId, OpenStep | null> = {}
  for (const [step, record] of Object.entries(position.open)) {
    if (childHolding(tree, block, step) !== closes) continue
    if (step === from || siblings === 'keep' || isBeside(tree, from, step)) steps[step] = record
  }
  const parallels: Record<string, Resume['parallels'][string]> = {}
  for (const [id, { branches, answers = {} }] of Object.entries(position.blocks)) {
    const inner = tree.blocks.get(id)
    if (inner === undefined || branches === undefined) continue
    const isTakenUp = Object.keys(steps).some((step) => isInside(tree, step, inner))
    if (isTakenUp && isInside(tree, id, block)) parallels[id] = { branches, answers }
  }
  const saved = new Set([...Object.keys(steps), ...Object.keys(parallels)])
  const carried = Object.entries(position.carried).filter(([by]) => saved.has(by))
  return { resume: { steps, parallels, siblings }, carried: Object.fromEntries(carried) }
}

/** Whether a step runs in a side of a phase that is around `from`. */
function isBeside(tree: Tree, from: StepId, step: StepId): boolean {
  const around = blocksAround(tree, from)
  return blocksAround(tree, step).some(
    ({ kind, parent }) => kind === 'side' && parent !== null && around.includes(parent),
  )
}
