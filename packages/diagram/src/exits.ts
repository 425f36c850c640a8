import type { Arrow, Step, StepId, Texts } from '@yichuang/engine'

/** One way out of a step, as the diagram needs it. */
export interface Exit {
  readonly id: string
  readonly title?: Texts
  readonly to?: StepId
  readonly result?: string
  readonly outcome?: string
  /** It cuts off work that is still open in the step: an early row, an action on a phase. */
  readonly cancels: boolean
}

function exitOf(id: string, arrow: Arrow, cancels = false): Exit {
  return {
    id,
    cancels,
    ...(arrow.title && { title: arrow.title }),
    ...(arrow.to !== undefined && { to: arrow.to }),
    ...(arrow.result !== undefined && { result: arrow.result }),
    ...(arrow.outcome !== undefined && { outcome: arrow.outcome }),
  }
}

const named = (arrows: Readonly<Record<string, Arrow>>): readonly Exit[] =>
  Object.entries(arrows).map(([id, arrow]) => exitOf(id, arrow))

/** Results of a phase that the main line gives; the others come from actions, sides and clocks. */
export function mainResults(steps: Readonly<Record<StepId, Step>>): ReadonlySet<string> {
  return new Set(
    Object.values(steps).flatMap((step) =>
      exitsOf(step).flatMap((exit) => (exit.result === undefined ? [] : [exit.result])),
    ),
  )
}

/**
 * The drawn exits of a step in the order in which they are written. Actions that leave the step open
 * have no arrow and are left out.
 */
export function exitsOf(step: Step): readonly Exit[] {
  return allExits(step).filter((exit) => exit.to !== undefined || exit.result !== undefined)
}

function allExits(step: Step): readonly Exit[] {
  switch (step.kind) {
    case 'task':
      return named(step.actions)
    case 'wait':
      return named(step.answers)
    case 'service':
    case 'call':
      return named(step.exits)
    case 'decision':
      return [
        ...(step.rows ?? []).map((row, index) => exitOf(String(index), row)),
        ...named(step.exits ?? {}),
        exitOf('otherwise', step.otherwise),
      ]
    case 'parallel':
      return step.exits.map((row, index) =>
        exitOf(String(index), row, 'early' in row && row.early === true),
      )
    case 'phase': {
      const main = mainResults(step.steps)
      return Object.entries(step.exits).map(([id, arrow]) => exitOf(id, arrow, !main.has(id)))
    }
  }
}
