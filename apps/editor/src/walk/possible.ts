import type { CaseData, Refusal, TaskView } from '@yichuang/engine'
import { stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import { firstAllowed } from './replay.ts'
import { type Act, act, actorNamed, type Walk } from './walk.ts'

/** An action of an open task: what would come of it now, as this person, with this data. */
export interface Possible {
  readonly action: string
  readonly deed: Act
  readonly refusal: Refusal | null
}

export interface Entered {
  readonly by: string
  readonly data: CaseData
  readonly opinion: string
}

/** Every drawn action of an open task, in the order in which they are drawn. Nothing is done. */
export function possibleActions(walk: Walk, task: TaskView, entered: Entered): readonly Possible[] {
  return actionsOf(walk, task).map((action) => {
    const deed = deedOf(task, action, entered)
    const tried = act(walk, deed)
    return { action, deed, refusal: tried.ok ? null : tried.error }
  })
}

/**
 * The first action that whichever of those asked may take. Of a wait only the first answer counts:
 * the others are what comes between, and where the first one is for time to give, time gives it.
 */
export function doFirst(walk: Walk, task: TaskView, entered: Entered): Walk | Refusal | null {
  let last: Walk | Refusal | null = null
  const actions = actionsOf(walk, task)
  for (const action of task.kind === 'wait' ? actions.slice(0, 1) : actions) {
    last = firstAllowed(walk, deedOf(task, action, entered), task.people)
    if (!('kind' in last)) return last
  }
  return task.kind === 'wait' ? null : last
}

function actionsOf(walk: Walk, task: TaskView): readonly string[] {
  const run = walk.engine.runnable(walk.item, walk.town)
  const step = run.ok ? stepOf(run.value.workflow, task.step) : undefined
  const drawn = step ? exitsOf(step).map(({ key }) => key) : []
  return drawn.length > 0 ? drawn : [...task.actions, ...task.blocked]
}

function deedOf(task: TaskView, action: string, { by, data, opinion }: Entered): Act {
  return {
    task: task.step,
    action,
    by: actorNamed(by),
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(opinion.trim() === '' ? {} : { opinion }),
  }
}
