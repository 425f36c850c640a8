import type { Step, Task } from '../model/step.ts'
import type { ByDuty } from '../model/who.ts'
import type { Workflow } from '../model/workflow.ts'

/** Small workflows for tests. Whoever acts in them holds the first duty. */
export const clerk: ByDuty = { duty: 'D01' }

export function task(to: string, more: Partial<Task> = {}): Task {
  return { kind: 'task', by: clerk, ...more, actions: { go: arrow(to), ...more.actions } }
}

/** `=name` gives a result, anything else leads to a step. */
export function arrow(to: string): { readonly to: string } | { readonly result: string } {
  return to.startsWith('=') ? { result: to.slice(1) } : { to }
}

export function workflow(
  steps: Readonly<Record<string, Step>>,
  more: Partial<Workflow> = {},
): Workflow {
  return {
    format: 1,
    id: 'small',
    title: { zh: '小流程' },
    fields: { area: { type: 'number' }, on: { type: 'date' }, plots: { type: 'list', of: 'text' } },
    outcomes: { granted: { class: 'granted' } },
    start: Object.keys(steps)[0] ?? '',
    steps,
    ...more,
  }
}

export function phase(
  steps: Readonly<Record<string, Step>>,
  more: Partial<Extract<Step, { kind: 'phase' }>> = {},
): Step {
  const start = Object.keys(steps)[0] ?? ''
  return { kind: 'phase', start, steps, exits: { done: { result: 'closed' } }, ...more }
}

export function parallel(
  branches: Readonly<Record<string, Readonly<Record<string, Step>>>>,
  more: Partial<Extract<Step, { kind: 'parallel' }>> = {},
): Step {
  return {
    kind: 'parallel',
    branches: Object.fromEntries(
      Object.entries(branches).map(([id, steps]) => [
        id,
        { start: Object.keys(steps)[0] ?? '', steps },
      ]),
    ),
    exits: [{ otherwise: true, result: 'closed' }],
    ...more,
  }
}
