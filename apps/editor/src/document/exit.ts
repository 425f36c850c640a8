import type { Arrow, Step } from '@yichuang/engine'
import { mapValues } from './without.ts'

/**
 * An exit of a step: its arrow and the key that names it, the same as in a drawing. Actions, answers
 * and exits go by their own id, rows by their number from 0.
 */
export interface Exit {
  readonly key: string
  readonly arrow: Arrow
}

/** The exits of a step, in the order of the file. */
export function exitsOf(step: Step): readonly Exit[] {
  switch (step.kind) {
    case 'task':
      return named(step.actions)
    case 'wait':
      return named(step.answers)
    case 'service':
    case 'call':
    case 'phase':
      return named(step.exits)
    case 'parallel':
      return rows(step.exits)
    case 'decision':
      return [
        ...rows(step.rows ?? []),
        ...named(step.exits ?? {}),
        { key: 'otherwise', arrow: step.otherwise },
      ]
  }
}

/** A change of an arrow that leaves everything but its lead as it is. */
export type ArrowChange = <T extends Arrow>(arrow: T) => T

/** The step with the arrow of one exit changed. */
export function withExit(step: Step, key: string, change: ArrowChange): Step {
  return withExits(step, (arrow, at) => (at === key ? change(arrow) : arrow))
}

/** The step with every arrow changed. */
export function withExits(step: Step, change: <T extends Arrow>(arrow: T, key: string) => T): Step {
  switch (step.kind) {
    case 'task':
      return { ...step, actions: mapValues(step.actions, change) }
    case 'wait':
      return { ...step, answers: mapValues(step.answers, change) }
    case 'service':
    case 'call':
    case 'phase':
      return { ...step, exits: mapValues(step.exits, change) }
    case 'parallel':
      return { ...step, exits: step.exits.map((row, n) => change(row, String(n))) }
    case 'decision':
      return {
        ...step,
        ...(step.rows && { rows: step.rows.map((row, n) => change(row, String(n))) }),
        ...(step.exits && { exits: mapValues(step.exits, (it, id) => change(it, id)) }),
        otherwise: change(step.otherwise, 'otherwise'),
      }
  }
}

/** Where an arrow leads, apart from everything else that it says; empty: nowhere yet. */
export type Lead = Pick<Arrow, 'to' | 'result' | 'outcome'>

export function leadOf(arrow: Arrow): Lead {
  return {
    ...(arrow.to !== undefined && { to: arrow.to }),
    ...(arrow.result !== undefined && { result: arrow.result }),
    ...(arrow.outcome !== undefined && { outcome: arrow.outcome }),
  }
}

/** The same arrow with another lead. */
export function leading<T extends Arrow>(arrow: T, lead: Lead): T {
  const { to: _to, result: _result, outcome: _outcome, ...rest } = arrow
  // Every member of the union of arrows has the same three optional fields, so that what is left
  // with a new lead is an arrow of the same kind; the compiler cannot follow that through `Omit`.
  return { ...rest, ...lead } as unknown as T
}

function named(arrows: Readonly<Record<string, Arrow>>): readonly Exit[] {
  return Object.entries(arrows).map(([key, arrow]) => ({ key, arrow }))
}

function rows(arrows: readonly Arrow[]): readonly Exit[] {
  return arrows.map((arrow, n) => ({ key: String(n), arrow }))
}
