import type { Branch, Leaf, Parallel, Phase, Side, Step, StepId } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'

/** Id of the root block. A phase and a parallel are named by their step, `parallel/branch`, `phase/side`. */
export const ROOT = ''

export type BlockKind = 'root' | 'phase' | 'parallel' | 'branch' | 'side'

/** A block of the tree: an automaton with one step active, or a parallel of branches. */
export interface Block {
  readonly id: string
  readonly kind: BlockKind
  readonly parent: Block | null
  readonly start: StepId
  /** Steps directly inside; of a parallel, none. */
  readonly steps: Readonly<Record<StepId, Step>>
  readonly phase?: Phase
  readonly parallel?: Parallel
  readonly branch?: Branch
  readonly side?: Side
}

/** A step and where it stands. */
export interface Place {
  readonly id: StepId
  readonly step: Step
  readonly block: Block
  /** Enclosing blocks, innermost first, the root last. */
  readonly around: readonly Block[]
}

/** The block tree of a workflow, by id. */
export interface Tree {
  readonly workflow: Workflow
  readonly root: Block
  readonly blocks: ReadonlyMap<string, Block>
  readonly places: ReadonlyMap<StepId, Place>
}

export function isLeaf(step: Step): step is Leaf {
  return (
    step.kind === 'task' || step.kind === 'wait' || step.kind === 'service' || step.kind === 'call'
  )
}

export function branchId(parallel: StepId, branch: string): string {
  return `${parallel}/${branch}`
}

export function sideId(phase: StepId, side: string): string {
  return branchId(phase, side)
}

/** Reads the block tree once; every later question about place is a look-up. */
export function treeOf(workflow: Workflow): Tree {
  const root: Block = {
    id: ROOT,
    kind: 'root',
    parent: null,
    start: workflow.start,
    steps: workflow.steps,
  }
  const blocks = new Map<string, Block>()
  const places = new Map<StepId, Place>()
  const queue: Block[] = [root]
  for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
    blocks.set(block.id, block)
    const inner: Block[] = []
    const around = withParents(block)
    for (const [id, step] of Object.entries(block.steps)) {
      places.set(id, { id, step, block, around })
      inner.push(...blocksIn(id, step, block))
    }
    queue.push(...inner.reverse())
  }
  return { workflow, root, blocks, places }
}

function withParents(block: Block): readonly Block[] {
  return block.parent === null ? [block] : [block, ...withParents(block.parent)]
}

function blocksIn(id: StepId, step: Step, parent: Block): readonly Block[] {
  if (step.kind === 'phase') return phaseBlocks(id, step, parent)
  if (step.kind === 'parallel') return parallelBlocks(id, step, parent)
  return []
}

function phaseBlocks(id: StepId, phase: Phase, parent: Block): readonly Block[] {
  const main: Block = { id, kind: 'phase', parent, start: phase.start, steps: phase.steps, phase }
  const sides = Object.entries(phase.sides ?? {}).map(
    ([name, side]): Block => ({
      id: sideId(id, name),
      kind: 'side',
      parent: main,
      start: side.start,
      steps: side.steps,
      side,
    }),
  )
  return [main, ...sides]
}

function parallelBlocks(id: StepId, parallel: Parallel, parent: Block): readonly Block[] {
  const whole: Block = { id, kind: 'parallel', parent, start: '', steps: {}, parallel }
  const branches = Object.entries(parallel.branches).map(
    ([name, branch]): Block => ({
      id: branchId(id, name),
      kind: 'branch',
      parent: whole,
      start: branch.start,
      steps: branch.steps,
      branch,
    }),
  )
  return [whole, ...branches]
}

/** Enclosing blocks of a step, innermost first, the root last. */
export function blocksAround(tree: Tree, step: StepId): readonly Block[] {
  return tree.places.get(step)?.around ?? []
}

/** The child of `block` that is, or contains, the step; null when the step lies elsewhere. */
export function childHolding(tree: Tree, block: Block, step: StepId): StepId | null {
  let child: string = step
  for (const around of blocksAround(tree, step)) {
    if (around === block) return child
    child = around.kind === 'phase' || around.kind === 'parallel' ? around.id : child
  }
  return null
}

/** Whether `step` stands inside the block, at any depth. */
export function isInside(tree: Tree, step: StepId, block: Block): boolean {
  return blocksAround(tree, step).includes(block)
}

/** The stage of a step: its own, or that of the nearest block that names one. */
export function stageOf(tree: Tree, step: StepId): Step['stage'] {
  const own = tree.places.get(step)?.step.stage
  if (own !== undefined) return own
  for (const block of blocksAround(tree, step)) {
    const stage = block.phase?.stage ?? block.parallel?.stage
    if (stage !== undefined) return stage
  }
  return undefined
}
