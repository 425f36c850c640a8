import { fail, ok, type Result, type Step, type StepId, type Workflow } from '@yichuang/engine'
import { blockOf, stepsOf, withBlock } from '../block.ts'
import { exitsOf, type Lead, leading, leadOf, withExit } from '../exit.ts'
import type { EditRefusal } from '../refusal.ts'
import { type Blank, newStep } from './new-step.ts'

/** The workflow with the new step, and the id that the step was given. */
export interface Added {
  readonly workflow: Workflow
  readonly step: StepId
}

/**
 * Puts a new step behind an exit of another: the exit leads to the new step, and the new step leads
 * to where the exit led. Without an exit, the first one that leads forward is used.
 */
export function addStep(
  workflow: Workflow,
  at: { readonly after: StepId; readonly exit?: string },
  blank: Blank,
): Result<Added, EditRefusal> {
  const block = blockOf(workflow, at.after)
  const before = block?.steps[at.after]
  if (!block || !before) return fail({ kind: 'no-such-step', step: at.after })
  const exit = at.exit === undefined ? forwardExit(before, at.after, block.steps) : at.exit
  const found = exitsOf(before).find(({ key }) => key === exit)
  if (!found) return fail({ kind: 'no-such-exit', step: at.after, exit: exit ?? '' })

  const id = newStepId(workflow, blank.kind)
  const step = newStep(blank, leadOf(found.arrow), (kind) => newStepId(workflow, kind, id))
  const next = withBlock(workflow, block.key, (body) => ({
    start: body.start,
    steps: {
      ...insertedBehind(body.steps, at.after, id, step),
      [at.after]: withExit(before, found.key, (arrow) => leading(arrow, { to: id })),
    },
  }))
  return ok({ workflow: next, step: id })
}

/** The exit that a reader would call the way on: unfinished first, then one that leads elsewhere. */
function forwardExit(
  step: Step,
  id: StepId,
  siblings: Readonly<Record<StepId, Step>>,
): string | undefined {
  const exits = exitsOf(step)
  const order = Object.keys(siblings)
  const isForward = (lead: Lead) =>
    lead.to === undefined || order.indexOf(lead.to) > order.indexOf(id)
  const unfinished = exits.find(({ arrow }) => arrow.to === undefined && arrow.result === undefined)
  return (unfinished ?? exits.find(({ arrow }) => isForward(arrow)) ?? exits[0])?.key
}

function insertedBehind(
  steps: Readonly<Record<StepId, Step>>,
  after: StepId,
  id: StepId,
  step: Step,
): Readonly<Record<StepId, Step>> {
  return Object.fromEntries(
    Object.entries(steps).flatMap(([at, it]) =>
      at === after
        ? [
            [at, it],
            [id, step],
          ]
        : [[at, it]],
    ),
  )
}

/** An id that no step of the workflow has: `task-1`, `task-2`, … `taken` is in use as well. */
function newStepId(workflow: Workflow, kind: string, ...taken: readonly StepId[]): StepId {
  const used = new Set([...stepsOf(workflow).map(([id]) => id), ...taken])
  let n = 1
  while (used.has(`${kind}-${n}`)) n += 1
  return `${kind}-${n}`
}
