import { createActor, type SnapshotFrom, type StateValue } from 'xstate'
import { type Block, branchId, sideId } from './block.ts'
import type { CaseMachine, CompiledMachine } from './case-machine.ts'
import type { CaseContext } from './context.ts'
import type { CaseInput, MoveEvent } from './event.ts'
import type { Position } from './position.ts'
import { CLOSED, DONE, IDLE, MAIN } from './state-config.ts'

export type CaseSnapshot = SnapshotFrom<CaseMachine>
type Scope = Parameters<CaseMachine['transition']>[2]

/**
 * Steps a machine without an actor: `machine.transition` with one inert scope, which is several times
 * cheaper than the exported `transition()` and runs no context factory.
 */
export interface Stepper {
  start(input: CaseInput): CaseSnapshot
  step(snapshot: CaseSnapshot, event: MoveEvent): CaseSnapshot
  /** The snapshot of a position that was folded from a ledger. */
  restore(position: Position, now: string): CaseSnapshot
  /** The snapshot of a state value that this machine has given before. */
  resume(value: StateValue, context: CaseContext): CaseSnapshot
}

export function stepperOf(compiled: CompiledMachine): Stepper {
  const { machine } = compiled
  const scope = inertScope(machine)
  return {
    start: (input) => machine.getInitialSnapshot(scope, input),
    step: (snapshot, event) => machine.transition(snapshot, event, scope),
    restore: (position, now) =>
      machine.resolveState({
        value: stateValueOf(compiled, position),
        context: { position, facts: [], now },
      }),
    resume: (value, context) => machine.resolveState({ value, context }),
  }
}

function inertScope(machine: CaseMachine): Scope {
  const self = createActor(machine)
  const nothing = (): void => {}
  return {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  }
}

/** The state value that a position stands for: its open steps and blocks fix it. */
export function stateValueOf(compiled: CompiledMachine, position: Position): StateValue {
  return position.closed ? CLOSED : blockValue(compiled, compiled.program.tree.root, position)
}

function blockValue(compiled: CompiledMachine, block: Block, position: Position): StateValue {
  const { tree } = compiled.program
  for (const [id, step] of Object.entries(block.steps)) {
    if (position.open[id] !== undefined) return id
    if (position.blocks[id] === undefined) continue
    const inner = tree.blocks.get(id)
    if (inner === undefined) continue
    if (step.kind === 'parallel') return { [id]: branchValues(compiled, inner, position) }
    return { [id]: phaseValue(compiled, inner, position) }
  }
  return block.kind === 'side' ? IDLE : DONE
}

function branchValues(compiled: CompiledMachine, block: Block, position: Position): StateValue {
  const names = Object.keys(block.parallel?.branches ?? {})
  return Object.fromEntries(
    names.map((name) => [name, innerValue(compiled, branchId(block.id, name), position)]),
  )
}

function phaseValue(compiled: CompiledMachine, block: Block, position: Position): StateValue {
  const names = Object.keys(block.phase?.sides ?? {})
  const main = blockValue(compiled, block, position)
  if (names.length === 0) return main
  return {
    [MAIN]: main,
    ...Object.fromEntries(
      names.map((name) => [name, innerValue(compiled, sideId(block.id, name), position)]),
    ),
  }
}

function innerValue(compiled: CompiledMachine, id: string, position: Position): StateValue {
  const block = compiled.program.tree.blocks.get(id)
  return block === undefined ? DONE : blockValue(compiled, block, position)
}
