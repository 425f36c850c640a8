import { type Block, isLeaf } from '../machine/block.ts'
import type { Leaf } from '../model/step.ts'
import { stepOfTask } from './apply-record-fact.ts'
import type { Case } from './case.ts'
import type { ActCommand } from './command.ts'
import type { Runnable } from './world.ts'

/** What a command is about: an open step, or an open phase. */
export type Subject =
  | { readonly kind: 'step'; readonly step: string; readonly leaf: Leaf; readonly task: string }
  | { readonly kind: 'phase'; readonly block: Block; readonly task: string }

/** Finds `step#round` or `phase#visit`; without `#`, the instance that is open. */
export function subjectOf(run: Runnable, kase: Case, command: ActCommand): Subject | null {
  const id = stepOfTask(command.task)
  const place = run.program.tree.places.get(id)
  if (place === undefined) return null
  if (isLeaf(place.step)) {
    const task = kase.tasks[id]?.task
    return task !== undefined && matches(command.task, task)
      ? { kind: 'step', step: id, leaf: place.step, task }
      : null
  }
  const block = run.program.tree.blocks.get(id)
  const open = kase.position.blocks[id]
  if (block?.phase === undefined || open === undefined) return null
  const task = `${id}#${open.visit}`
  return matches(command.task, task) ? { kind: 'phase', block, task } : null
}

function matches(asked: string, open: string): boolean {
  return asked === open || asked === stepOfTask(open)
}
