import type { Step, StepId, Workflow } from '@yichuang/engine'
import { mapValues } from './without.ts'

/** What every block has: where it starts and its steps. */
export interface BlockBody {
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
}

/**
 * A block of a workflow. `key` is `root`, a phase's id, `phase/side` or `parallel/branch`; `owner`
 * is the step that holds it, null for the root.
 */
export interface Block extends BlockBody {
  readonly key: string
  readonly owner: StepId | null
  readonly part: 'root' | 'main' | 'side' | 'branch'
}

/** Every block of the workflow, the outer ones before those inside them. */
export function blocksOf(workflow: Workflow): readonly Block[] {
  const found: Block[] = []
  const visit = (body: BlockBody, at: Omit<Block, 'start' | 'steps'>) => {
    found.push({ ...at, start: body.start, steps: body.steps })
    for (const [id, step] of Object.entries(body.steps)) {
      for (const inner of blocksIn(id, step)) visit(inner.body, inner.at)
    }
  }
  visit(workflow, { key: 'root', owner: null, part: 'root' })
  return found
}

function blocksIn(owner: StepId, step: Step) {
  if (step.kind === 'phase') {
    const sides = Object.entries(step.sides ?? {}).map(([side, body]) => ({
      body,
      at: { key: `${owner}/${side}`, owner, part: 'side' as const },
    }))
    return [{ body: step, at: { key: owner, owner, part: 'main' as const } }, ...sides]
  }
  if (step.kind !== 'parallel') return []
  return Object.entries(step.branches).map(([branch, body]) => ({
    body,
    at: { key: `${owner}/${branch}`, owner, part: 'branch' as const },
  }))
}

/** The block that holds the step. */
export function blockOf(workflow: Workflow, id: StepId): Block | undefined {
  return blocksOf(workflow).find((block) => id in block.steps)
}

export function stepOf(workflow: Workflow, id: StepId): Step | undefined {
  return blockOf(workflow, id)?.steps[id]
}

/** Every step of the workflow, in the order of the file, a block before what is inside it. */
export function stepsOf(workflow: Workflow): readonly (readonly [StepId, Step])[] {
  return blocksOf(workflow).flatMap((block) => Object.entries(block.steps))
}

/** The ids of a step and of all steps inside it. */
export function idsInside(id: StepId, step: Step): readonly StepId[] {
  return [
    id,
    ...blocksIn(id, step).flatMap(({ body }) =>
      Object.entries(body.steps).flatMap(([inner, it]) => idsInside(inner, it)),
    ),
  ]
}

/** The workflow with one block changed; everything else stays the same object. */
export function withBlock(
  workflow: Workflow,
  key: string,
  change: (body: BlockBody) => BlockBody,
): Workflow {
  return changeBody(workflow, 'root', key, change)
}

/** The workflow with one step changed. */
export function withStep(workflow: Workflow, id: StepId, change: (step: Step) => Step): Workflow {
  const block = blockOf(workflow, id)
  if (!block) return workflow
  return withBlock(workflow, block.key, (body) => ({
    start: body.start,
    steps: mapValues(body.steps, (step, at) => (at === id ? change(step) : step)),
  }))
}

/** The workflow with every step changed, inner steps first. */
export function withEveryStep(
  workflow: Workflow,
  change: (step: Step, id: StepId) => Step,
): Workflow {
  return changeSteps(workflow, (step, id) => change(step, id))
}

function changeBody<T extends BlockBody>(
  body: T,
  key: string,
  wanted: string,
  change: (body: BlockBody) => BlockBody,
): T {
  if (key === wanted) return { ...body, ...change({ start: body.start, steps: body.steps }) }
  const steps = mapValues(body.steps, (step, id) =>
    withInner(step, id, (inner, innerKey) => changeBody(inner, innerKey, wanted, change)),
  )
  return steps === body.steps ? body : { ...body, steps }
}

function changeSteps<T extends BlockBody>(body: T, change: (step: Step, id: StepId) => Step): T {
  const steps = mapValues(body.steps, (step, id) =>
    change(
      withInner(step, id, (inner) => changeSteps(inner, change)),
      id,
    ),
  )
  return steps === body.steps ? body : { ...body, steps }
}

function withInner(
  step: Step,
  id: StepId,
  change: <T extends BlockBody>(body: T, key: string) => T,
): Step {
  if (step.kind === 'parallel') {
    const branches = mapValues(step.branches, (branch, name) => change(branch, `${id}/${name}`))
    return branches === step.branches ? step : { ...step, branches }
  }
  if (step.kind !== 'phase') return step
  const main = change(step, id)
  if (!main.sides) return main
  const sides = mapValues(main.sides, (side, name) => change(side, `${id}/${name}`))
  return sides === main.sides ? main : { ...main, sides }
}
