import {
  type Answer,
  fail,
  type Result,
  type StepId,
  type Texts,
  type Workflow,
} from '@yichuang/engine'
import { stepOf } from '../block.ts'
import { exitsOf, type Lead, leading, withExit } from '../exit.ts'
import type { EditRefusal } from '../refusal.ts'
import { without, withoutKey } from '../without.ts'
import { newKey } from './connect.ts'
import { edit, worded } from './edit-step.ts'

type Edited = Result<Workflow, EditRefusal>

/** Gives a task another action, or a wait another answer, that leads nowhere yet. */
export function addAction(workflow: Workflow, id: StepId, title: Texts): Edited {
  return edit(workflow, id, (step) => {
    if (step.kind === 'task') {
      const key = newKey(step.actions, 'action')
      return { ...step, actions: { ...step.actions, [key]: { title } } }
    }
    if (step.kind !== 'wait') return undefined
    const key = newKey(step.answers, 'answer')
    return { ...step, answers: { ...step.answers, [key]: { title } } }
  })
}

/** Takes an action or an answer away. The last one stays: a step that nobody can leave is no step. */
export function removeAction(workflow: Workflow, id: StepId, action: string): Edited {
  const step = stepOf(workflow, id)
  if (step && exitsOf(step).length < 2) return fail({ kind: 'only-action', step: id, action })
  return edit(workflow, id, (it) => {
    if (it.kind === 'task') return { ...it, actions: withoutKey(it.actions, action) }
    if (it.kind === 'wait') return { ...it, answers: withoutKey(it.answers, action) }
    return undefined
  })
}

/** Renames an action in one language. */
export function renameAction(
  workflow: Workflow,
  at: { readonly step: StepId; readonly exit: string },
  lang: 'zh' | 'en',
  text: string,
): Edited {
  return edit(workflow, at.step, (step) =>
    withExit(step, at.exit, (arrow) => ({
      ...arrow,
      title: worded(arrow.title, lang, text, at.exit),
    })),
  )
}

/** Lets an action lead somewhere else, or nowhere yet. */
export function setLead(
  workflow: Workflow,
  at: { readonly step: StepId; readonly exit: string },
  lead: Lead,
): Edited {
  return edit(workflow, at.step, (step) => withExit(step, at.exit, (arrow) => leading(arrow, lead)))
}

/** Says whether an action asks for an opinion. */
export function setOpinion(
  workflow: Workflow,
  id: StepId,
  action: string,
  opinion: 'none' | 'optional' | 'required',
): Edited {
  const change = (it: Answer): Answer =>
    opinion === 'none' ? without(it, 'opinion') : { ...it, opinion }
  return edit(workflow, id, (step) => {
    if (step.kind === 'task') {
      const found = step.actions[action]
      return found && { ...step, actions: { ...step.actions, [action]: change(found) } }
    }
    if (step.kind !== 'wait') return undefined
    const found = step.answers[action]
    return found && { ...step, answers: { ...step.answers, [action]: change(found) } }
  })
}
