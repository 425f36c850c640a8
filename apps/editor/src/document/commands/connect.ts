import {
  fail,
  ok,
  type Result,
  type Step,
  type StepId,
  type Texts,
  type Workflow,
} from '@yichuang/engine'
import { blockOf, withStep } from '../block.ts'
import { exitsOf, leading, withExit } from '../exit.ts'
import type { EditRefusal } from '../refusal.ts'

/** Whether an exit of `from` may lead to `target`: only to another step of the same block. */
function mayLead(workflow: Workflow, from: StepId, target: StepId): Result<null, EditRefusal> {
  const block = blockOf(workflow, from)
  if (!block) return fail({ kind: 'no-such-step', step: from })
  if (from === target) return fail({ kind: 'same-step', step: from })
  if (!(target in block.steps)) return fail({ kind: 'other-block', step: from, target })
  return ok(null)
}

/** Lets an exit lead to another step of its block. What else the arrow says stays. */
export function connect(
  workflow: Workflow,
  from: { readonly step: StepId; readonly exit: string },
  target: StepId,
): Result<Workflow, EditRefusal> {
  const may = mayLead(workflow, from.step, target)
  if (!may.ok) return may
  const step = blockOf(workflow, from.step)?.steps[from.step]
  if (!step || !exitsOf(step).some(({ key }) => key === from.exit)) {
    return fail({ kind: 'no-such-exit', ...from })
  }
  return ok(
    withStep(workflow, from.step, (it) =>
      withExit(it, from.exit, (arrow) => leading(arrow, { to: target })),
    ),
  )
}

/**
 * Draws a new arrow between two steps: an exit that leads nowhere yet is used first, else the step
 * gets a new one. Kinds whose exits are counted or named by others get none.
 */
export function connectNew(
  workflow: Workflow,
  from: StepId,
  target: StepId,
  title: Texts,
): Result<Workflow, EditRefusal> {
  const may = mayLead(workflow, from, target)
  if (!may.ok) return may
  const step = blockOf(workflow, from)?.steps[from]
  const unfinished = step && exitsOf(step).find(({ arrow }) => !arrow.to && !arrow.result)
  if (unfinished) return connect(workflow, { step: from, exit: unfinished.key }, target)
  const grown = step && withNewExit(step, title, target)
  if (!grown) return fail({ kind: 'no-new-exit', step: from })
  return ok(withStep(workflow, from, () => grown))
}

function withNewExit(step: Step, title: Texts, to: StepId): Step | undefined {
  switch (step.kind) {
    case 'task':
      return {
        ...step,
        actions: { ...step.actions, [newKey(step.actions, 'action')]: { title, to } },
      }
    case 'wait':
      return {
        ...step,
        answers: { ...step.answers, [newKey(step.answers, 'answer')]: { title, to } },
      }
    case 'decision':
      return step.table === undefined
        ? { ...step, rows: [...(step.rows ?? []), { when: 'false', title, to }] }
        : undefined
    case 'service':
    case 'call':
    case 'phase':
    case 'parallel':
      return undefined
  }
}

/** A key that the record does not use: `action-1`, `action-2`, … */
export function newKey(record: Readonly<Record<string, unknown>>, stem: string): string {
  let n = 1
  while (`${stem}-${n}` in record) n += 1
  return `${stem}-${n}`
}
