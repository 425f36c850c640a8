import type { StateValue } from '../machine/case-machine.ts'
import type { CaseInput, MoveEvent } from '../machine/event.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { Position } from '../machine/position.ts'
import type { TracedCase } from '../trace/tracer.ts'
import type { Runnable } from './world.ts'

/** Where a move of the machine led. */
export interface Moved {
  readonly position: Position
  readonly facts: readonly PositionFact[]
}

/** Cases under way by position and machine, so that a case that goes on needs no restoring. */
const underWay = new WeakMap<Position, { readonly run: Runnable; readonly traced: TracedCase }>()

/** The state value that XState gave with this position, if a move made here led to it. */
export function stateValueAt(run: Runnable, position: Position): StateValue | undefined {
  const known = underWay.get(position)
  return known?.run === run ? run.tracer.valueOf(known.traced) : undefined
}

/** Sends one event into the machine of a case. */
export function move(run: Runnable, position: Position, event: MoveEvent): Moved {
  const known = underWay.get(position)
  const before =
    known?.run === run ? known.traced : run.tracer.restore(position, event.at ?? run.now)
  return remember(run, run.tracer.step(before, event))
}

/** Starts the machine of a new case. */
export function startMove(run: Runnable, input: CaseInput): Moved {
  return remember(run, run.tracer.start(input))
}

function remember(run: Runnable, traced: TracedCase): Moved {
  const { position, facts } = traced.context
  underWay.set(position, { run, traced })
  return { position, facts }
}
