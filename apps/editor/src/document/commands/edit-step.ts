import {
  fail,
  type Limit,
  ok,
  type Result,
  type Signing,
  type Step,
  type StepId,
  type Task,
  type Texts,
  type Who,
  type Workflow,
} from '@yichuang/engine'
import { stepOf, withStep } from '../block.ts'
import type { EditRefusal } from '../refusal.ts'
import { without } from '../without.ts'

type Edited = Result<Workflow, EditRefusal>

/** Gives a step another title in one language. An empty English title is taken out. */
export function rename(workflow: Workflow, id: StepId, lang: 'zh' | 'en', text: string): Edited {
  return edit(workflow, id, (step) => ({ ...step, title: worded(step.title, lang, text, id) }))
}

/** Says who acts at a task. */
export function setWho(workflow: Workflow, id: StepId, by: Who | readonly Who[]): Edited {
  return editTask(workflow, id, (task) => ({ ...task, by }))
}

/** Says how several signers settle a task; undefined: one of them does. */
export function setSigning(workflow: Workflow, id: StepId, signing: Signing | undefined): Edited {
  return editTask(workflow, id, (task) => {
    const single = without(without(task, 'persons'), 'signing')
    return signing ? { ...single, signing } : single
  })
}

/** Says how many different people must take the same action; undefined: no such rule. */
export function setPersons(workflow: Workflow, id: StepId, persons: number | undefined): Edited {
  return editTask(workflow, id, (task) => {
    const single = without(without(task, 'persons'), 'signing')
    return persons === undefined ? single : { ...single, persons }
  })
}

/** Sets or takes away the limit of a step. */
export function setLimit(workflow: Workflow, id: StepId, limit: Limit | undefined): Edited {
  return editLeaf(workflow, id, (step) =>
    limit === undefined ? without(step, 'limit') : { ...step, limit },
  )
}

/** Names the clause that asks for a step; an empty text takes it away. */
export function setBasis(workflow: Workflow, id: StepId, basis: string): Edited {
  return edit(
    workflow,
    id,
    (step): Step => (basis === '' ? without(step, 'basis') : { ...step, basis }),
  )
}

/** Lists the documents made in the course of a task or a wait. */
export function setDocuments(workflow: Workflow, id: StepId, documents: readonly string[]): Edited {
  return edit(workflow, id, (step) => {
    if (step.kind !== 'task' && step.kind !== 'wait') return undefined
    return documents.length === 0 ? without(step, 'documents') : { ...step, documents }
  })
}

/** Lists the materials looked at in a task. */
export function setMaterials(workflow: Workflow, id: StepId, materials: readonly string[]): Edited {
  return editTask(workflow, id, (task) =>
    materials.length === 0 ? without(task, 'materials') : { ...task, materials },
  )
}

/** A title with one language replaced. Chinese never becomes empty: `fallback` stands for it. */
export function worded(
  title: Texts | undefined,
  lang: 'zh' | 'en',
  text: string,
  fallback: string,
): Texts {
  const before = title ?? { zh: fallback }
  if (lang === 'zh') return { ...before, zh: text === '' ? fallback : text }
  return text === '' ? without(before, 'en') : { ...before, en: text }
}

/** Changes one step; `change` gives undefined when the step is of a kind that it cannot change. */
export function edit(
  workflow: Workflow,
  id: StepId,
  change: (step: Step) => Step | undefined,
): Edited {
  const step = stepOf(workflow, id)
  if (!step) return fail({ kind: 'no-such-step', step: id })
  const next = change(step)
  if (!next) return fail({ kind: 'wrong-kind', step: id })
  return ok(withStep(workflow, id, () => next))
}

function editTask(workflow: Workflow, id: StepId, change: (task: Task) => Task): Edited {
  return edit(workflow, id, (step) => (step.kind === 'task' ? change(step) : undefined))
}

function editLeaf(
  workflow: Workflow,
  id: StepId,
  change: (step: Exclude<Step, { kind: 'phase' | 'parallel' | 'decision' }>) => Step,
): Edited {
  return edit(workflow, id, (step) => {
    const rests = step.kind !== 'phase' && step.kind !== 'parallel' && step.kind !== 'decision'
    return rests ? change(step) : undefined
  })
}
