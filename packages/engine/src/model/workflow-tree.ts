import type { Arrow } from './arrow.ts'
import type { JsonPath } from './fault.ts'
import type { Phase, Stage, Step, StepId } from './step.ts'
import type { Texts } from './texts.ts'
import type { Workflow } from './workflow.ts'

/**
 * Names a block: `''` the root, `<phase>` a phase, `<parallel>/<branch>` a branch, `<phase>/<side>` a
 * side. Step ids have no slash, so no two blocks share a name. A parallel holds its steps in its
 * branches and has none of its own.
 */
export type BlockRef = string

/** A block: steps of which one is active, entered at `start` and left by a result. */
export interface BlockEntry {
  readonly ref: BlockRef
  readonly kind: 'root' | 'phase' | 'branch' | 'side'
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  /** Path of the object that holds `start` and `steps`. */
  readonly path: JsonPath
  /** The step that the block belongs to: the phase itself, the parallel of a branch, the phase of a side. */
  readonly owner?: StepEntry
}

export interface StepEntry {
  readonly id: StepId
  readonly step: Step
  /** The block in which it is a sibling. */
  readonly block: BlockEntry
  readonly path: JsonPath
}

/** Every block from the root down, each before the blocks inside it. */
export function eachBlock(workflow: Workflow): readonly BlockEntry[] {
  const root: BlockEntry = {
    ref: '',
    kind: 'root',
    start: workflow.start,
    steps: workflow.steps,
    path: [],
  }
  const blocks: BlockEntry[] = []
  const pending = [root]
  for (let block = pending.pop(); block; block = pending.pop()) {
    blocks.push(block)
    pending.push(...stepsOf(block).flatMap(blocksOf).reverse())
  }
  return blocks
}

/** Every step of the workflow, in the order of the blocks. */
export function eachStep(workflow: Workflow): readonly StepEntry[] {
  return eachBlock(workflow).flatMap(stepsOf)
}

/** The steps of one block, without those of the blocks inside it. */
export function stepsOf(block: BlockEntry): readonly StepEntry[] {
  return Object.entries(block.steps).map(([id, step]) => ({
    id,
    step,
    block,
    path: [...block.path, 'steps', id],
  }))
}

/** The blocks directly inside a step: of a phase its main line and sides, of a parallel its branches. */
export function blocksOf(entry: StepEntry): readonly BlockEntry[] {
  const { id, step, path } = entry
  if (step.kind === 'phase') return phaseBlocks(entry, step)
  if (step.kind !== 'parallel') return []
  return Object.entries(step.branches).map(([branch, { start, steps }]) => ({
    ref: `${id}/${branch}`,
    kind: 'branch',
    start,
    steps,
    path: [...path, 'branches', branch],
    owner: entry,
  }))
}

function phaseBlocks(entry: StepEntry, phase: Phase): readonly BlockEntry[] {
  const { id, path } = entry
  const main: BlockEntry = {
    ref: id,
    kind: 'phase',
    start: phase.start,
    steps: phase.steps,
    path,
    owner: entry,
  }
  const sides = Object.entries(phase.sides ?? {}).map(([side, { start, steps }]): BlockEntry => {
    return {
      ref: `${id}/${side}`,
      kind: 'side',
      start,
      steps,
      path: [...path, 'sides', side],
      owner: entry,
    }
  })
  return [main, ...sides]
}

/** The steps that a block stands in, innermost first. */
export function enclosing(block: BlockEntry): readonly StepEntry[] {
  const steps: StepEntry[] = []
  for (let owner = block.owner; owner; owner = owner.block.owner) steps.push(owner)
  return steps
}

/** Looks steps up by id; of two with one id the first counts (`checkReferences` reports it). */
export function indexSteps(workflow: Workflow): ReadonlyMap<StepId, StepEntry> {
  const index = new Map<StepId, StepEntry>()
  for (const entry of eachStep(workflow)) if (!index.has(entry.id)) index.set(entry.id, entry)
  return index
}

/** The step of an id. Walks the workflow: for many look-ups make one `indexSteps`. */
export function stepOf(workflow: Workflow, id: StepId): StepEntry | undefined {
  return indexSteps(workflow).get(id)
}

/** The step's title, or its id where nobody has named it. */
export function titleOf(id: StepId, step: Step): Texts {
  return step.title ?? { zh: id }
}

/** The stage a step belongs to: its own, else that of the nearest block around it. */
export function stageOf(entry: StepEntry): Stage | undefined {
  if (entry.step.stage) return entry.step.stage
  return enclosing(entry.block).find(({ step }) => step.stage)?.step.stage
}

/** An exit of a step with its arrow. */
export interface ExitEntry {
  /** Action, answer or exit; of ordered rows `row-1`, `row-2`, … and `otherwise`. */
  readonly exit: string
  readonly arrow: Arrow
  readonly path: JsonPath
}

/** Every arrow that leaves a step. */
export function exitsOf({ step, path }: StepEntry): readonly ExitEntry[] {
  switch (step.kind) {
    case 'task':
      return named(step.actions, [...path, 'actions'])
    case 'wait':
      return named(step.answers, [...path, 'answers'])
    case 'service':
    case 'call':
    case 'phase':
      return named(step.exits, [...path, 'exits'])
    case 'decision':
      return [
        ...rows(step.rows ?? [], [...path, 'rows']),
        ...named(step.exits ?? {}, [...path, 'exits']),
        { exit: 'otherwise', arrow: step.otherwise, path: [...path, 'otherwise'] },
      ]
    case 'parallel':
      return rows(step.exits, [...path, 'exits'])
  }
}

function named(arrows: Readonly<Record<string, Arrow>>, path: JsonPath): readonly ExitEntry[] {
  return Object.entries(arrows).map(([exit, arrow]) => ({ exit, arrow, path: [...path, exit] }))
}

function rows(arrows: readonly Arrow[], path: JsonPath): readonly ExitEntry[] {
  return arrows.map((arrow, index) => ({
    exit: 'otherwise' in arrow ? 'otherwise' : `row-${index + 1}`,
    arrow,
    path: [...path, index],
  }))
}
