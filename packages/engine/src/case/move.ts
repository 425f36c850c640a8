import type { MoveEvent } from '../machine/event.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { Position } from '../machine/position.ts'
import type { CaseSnapshot } from '../machine/step-machine.ts'
import type { Runnable } from './world.ts'

/** Where a move of the machine led. */
export interface Moved {
  readonly position: Position
  readonly facts: readonly PositionFact[]
}

/** Snapshots by position and machine, so that a case that goes on needs no restoring. */
const snapshots = new WeakMap<
  Position,
  { readonly run: Runnable; readonly snapshot: CaseSnapshot }
>()

/** The snapshot that a move left at this position, if it was made here. */
export function snapshotAt(position: Position): CaseSnapshot | undefined {
  return snapshots.get(position)?.snapshot
}

/** Sends one event into the machine of a case. */
export function move(run: Runnable, position: Position, event: MoveEvent): Moved {
  const known = snapshots.get(position)
  const before =
    known?.run === run ? known.snapshot : run.stepper.restore(position, event.at ?? run.now)
  return remember(run, run.stepper.step(before, event))
}

/** Starts the machine of a new case. */
export function startMove(
  run: Runnable,
  input: Parameters<Runnable['stepper']['start']>[0],
): Moved {
  return remember(run, run.stepper.start(input))
}

function remember(run: Runnable, snapshot: CaseSnapshot): Moved {
  const { position, facts } = snapshot.context
  snapshots.set(position, { run, snapshot })
  return { position, facts }
}
