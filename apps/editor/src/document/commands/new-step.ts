import type { Step, StepId, StepKind, Task, Texts, Who } from '@yichuang/engine'
import type { Lead } from '../exit.ts'

/** What a new step is made from. The words come from the string tables. */
export interface Blank {
  readonly kind: StepKind
  readonly title: Texts
  readonly words: {
    readonly task: Texts
    readonly agree: Texts
    readonly object: Texts
    readonly answered: Texts
  }
  readonly by: Who
  /** The workflow that a new `call` calls. */
  readonly calls?: string
}

/** A step with the least that its kind must say, leading to `lead`. `idFor` gives ids for steps inside it. */
export function newStep(
  blank: Blank,
  lead: Lead,
  idFor: (kind: StepKind, ...taken: readonly StepId[]) => StepId,
): Step {
  const { title, words } = blank
  switch (blank.kind) {
    case 'task':
      return newTask(blank, title, lead)
    case 'wait':
      return {
        kind: 'wait',
        title,
        for: { party: 'applicant' },
        answers: { answered: { title: words.answered, ...lead } },
      }
    case 'service':
      return { kind: 'service', title, operation: 'operation', exits: { done: lead, failed: {} } }
    case 'call':
      return { kind: 'call', title, workflow: blank.calls ?? '', exits: { otherwise: lead } }
    case 'decision':
      return { kind: 'decision', title, rows: [], otherwise: lead }
    case 'phase': {
      const inner = idFor('task')
      const steps = { [inner]: newTask(blank, words.task, { result: 'done' }) }
      return { kind: 'phase', title, start: inner, steps, exits: { done: lead } }
    }
    case 'parallel': {
      const first = idFor('task')
      const second = idFor('task', first)
      return {
        kind: 'parallel',
        title,
        branches: { one: branchOf(blank, first), two: branchOf(blank, second) },
        exits: [
          { count: 'agree', atLeast: 'all', ...lead },
          { otherwise: true, ...lead },
        ],
      }
    }
  }
}

function newTask(blank: Blank, title: Texts, lead: Lead): Task {
  return {
    kind: 'task',
    title,
    by: blank.by,
    actions: { agree: { title: blank.words.agree, ...lead } },
  }
}

function branchOf(blank: Blank, id: StepId) {
  const task = newTask(blank, blank.words.task, { result: 'agree' })
  const object = { title: blank.words.object, result: 'object', opinion: 'required' as const }
  return { start: id, steps: { [id]: { ...task, actions: { ...task.actions, object } } } }
}
