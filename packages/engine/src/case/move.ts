import type { StateValue } from '../machine/case-machine.ts'
import type { CaseInput, MoveEvent } from '../machine/event.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { Position } from '../machine/position.ts'
import type { Runnable } from './world.ts'

/** Where a move of the machine led. */
export interface Moved {
  readonly position: Position
  readonly facts: readonly PositionFact[]
}

/** The state value of a position, as XState gave it when the machine came there. */
export function stateValueAt({ tracer, now }: Runnable, position: Position): StateValue {
  return tracer.valueOf(tracer.restore(position, now))
}

/** Sends one event into the machine of a case. Nothing is kept of a case: its position says it all. */
export function move({ tracer, now }: Runnable, position: Position, event: MoveEvent): Moved {
  return tracer.step(tracer.restore(position, event.at ?? now), event).context
}

/** Starts the machine of a new case. */
export function startMove({ tracer }: Runnable, input: CaseInput): Moved {
  return tracer.start(input).context
}
