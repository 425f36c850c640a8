import type { Arrow } from '../model/arrow.ts'
import type { CountRow, Decision, OtherwiseRow, Parallel, Step } from '../model/step.ts'

/** Name of the exit that a decision or a parallel takes when no row is true. */
export const OTHERWISE = 'otherwise'

/** Rows are named by their place, from 1, so that ledgers, paths and drawings can speak of them. */
export function rowName(index: number): string {
  return `row-${index + 1}`
}

/** Whether an arrow leaves its step; an action that does not is recorded and the step stays open. */
export function leads(arrow: Arrow | undefined): boolean {
  return arrow?.to !== undefined || arrow?.result !== undefined
}

/** The exits of a step by name: actions, answers, exits, rows. */
export function exitsOf(step: Step): Readonly<Record<string, Arrow>> {
  switch (step.kind) {
    case 'task':
      return step.actions
    case 'wait':
      return step.answers
    case 'service':
    case 'call':
    case 'phase':
      return step.exits
    case 'decision':
    case 'parallel':
      return namedRows(step)
  }
}

/** Rows are named once a step, not at every look. */
const named = new WeakMap<Step, Readonly<Record<string, Arrow>>>()

function namedRows(step: Decision | Parallel): Readonly<Record<string, Arrow>> {
  const known = named.get(step)
  if (known !== undefined) return known
  const exits = step.kind === 'decision' ? decisionExits(step) : parallelExits(step)
  named.set(step, exits)
  return exits
}

function decisionExits(step: Decision): Record<string, Arrow> {
  const rows = step.rows?.map((row, index) => [rowName(index), row] as const) ?? []
  return { ...Object.fromEntries(rows), ...step.exits, [OTHERWISE]: step.otherwise }
}

function parallelExits(step: Parallel): Record<string, Arrow> {
  return Object.fromEntries(step.exits.map((row, index) => [rowNameOf(row, index), row]))
}

export function rowNameOf(row: CountRow | OtherwiseRow, index: number): string {
  return 'otherwise' in row ? OTHERWISE : rowName(index)
}
