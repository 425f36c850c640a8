import type { CompiledMachine, StateValue } from '../machine/case-machine.ts'
import { machineOf } from '../machine/case-machine.ts'
import type { CaseContext } from '../machine/context.ts'
import type { CaseInput, MoveEvent } from '../machine/event.ts'
import type { Position } from '../machine/position.ts'
import type { Guard, Move, Registry } from '../machine/registry.ts'
import { CLOSED, type StateConfig } from '../machine/state-config.ts'
import { stateValueOf, stepperOf } from '../machine/step-machine.ts'
import { learn, type Node, NotRepeatable, type Traced, walk, withoutRepeats } from './program.ts'

/** A case in the traced program: an interned state and the machine's context. */
export interface TracedCase {
  readonly state: number
  readonly context: CaseContext
}

/** What a tracer has learnt from XState. */
export interface Learnt {
  readonly states: number
  readonly nodes: number
  /** Steps that XState itself was asked for. */
  readonly asked: number
  /** The bound is reached: unseen steps go to XState and are not learnt. */
  readonly isFull: boolean
}

/**
 * The traced decision program of a machine: recorded from XState itself, walked without it. For
 * simulation, bulk replay and path work; equal to XState by construction and by test.
 */
export interface Tracer {
  start(input: CaseInput): TracedCase
  step(traced: TracedCase, event: MoveEvent): TracedCase
  /** A case whose position was folded from a ledger. */
  restore(position: Position, now: string): TracedCase
  valueOf(traced: TracedCase): StateValue
  isClosed(traced: TracedCase): boolean
  learnt(): Learnt
}

/** Nodes that a program may grow to, unless the caller says otherwise: some tens of megabytes. */
export const MAX_NODES = 400_000

export function traceMachine(compiled: CompiledMachine, maxNodes: number = MAX_NODES): Tracer {
  const recorder = new Recorder()
  const machine = machineOf(compiled.config, recorder.wrap(compiled.registry), compiled.now)
  const stepper = stepperOf({ ...compiled, machine })
  const known = eventTypes(compiled.config)
  const values: StateValue[] = []
  const ids = new Map<string, number>()
  const programs: Map<string, Node>[] = []
  const reached = new Map<string, number>()
  let nodes = 0
  let asked = 0

  const intern = (value: StateValue): number => {
    const key = JSON.stringify(value)
    const seen = ids.get(key)
    if (seen !== undefined) return seen
    ids.set(key, values.length)
    values.push(value)
    programs.push(new Map())
    return values.length - 1
  }

  /** The state in which XState has this position: what is open in it fixes the state. */
  const reach = (position: Position, value: StateValue): number => {
    const state = intern(value)
    const key = openIn(position)
    const known = reached.get(key)
    if (known === undefined) reached.set(key, state)
    else if (known !== state) throw new NotRepeatable()
    return state
  }

  const ask = (traced: TracedCase, event: MoveEvent, program: Map<string, Node>): TracedCase => {
    asked += 1
    const before = stepper.resume(values[traced.state] ?? '', traced.context)
    const { result, trace } = recorder.record(() => stepper.step(before, event))
    const state = reach(result.context.position, result.value)
    if (nodes < maxNodes) {
      const grown = learn(program.get(event.type) ?? null, withoutRepeats(trace), state)
      program.set(event.type, grown.root)
      nodes += grown.added
    }
    return { state, context: result.context }
  }

  return {
    start(input) {
      const { result } = recorder.record(() => stepper.start(input))
      const { context, value } = result
      return { state: reach(context.position, value), context }
    },
    step(traced, event) {
      const program = programs[traced.state]
      if (program === undefined || !known.has(event.type) || traced.context.position.closed)
        return traced
      const root = program.get(event.type)
      return (
        (root === undefined ? null : walk(root, traced.context, event)) ??
        ask(traced, event, program)
      )
    },
    restore(position, now) {
      const state =
        reached.get(openIn(position)) ?? reach(position, stateValueOf(compiled, position))
      return { state, context: { position, facts: [], now } }
    },
    valueOf: (traced) => values[traced.state] ?? '',
    isClosed: (traced) => traced.context.position.closed,
    learnt: () => ({ states: values.length, nodes, asked, isFull: nodes >= maxNodes }),
  }
}

/** What is open in a position: one text for one state. */
function openIn({ open, blocks, closed }: Position): string {
  return closed ? CLOSED : `${namesIn(open)}|${namesIn(blocks)}`
}

function namesIn(record: Readonly<Record<string, unknown>>): string {
  return Object.keys(record).sort().join(' ')
}

/** Wraps guards and moves so that a step of XState leaves a trace. */
class Recorder {
  private trace: Traced[] = []

  wrap(registry: Registry): Registry {
    const guards = Object.entries(registry.guards).map(([name, guard]) => [name, this.guard(guard)])
    const moves = Object.entries(registry.moves).map(([name, move]) => [name, this.move(move)])
    return { guards: Object.fromEntries(guards), moves: Object.fromEntries(moves) }
  }

  private guard(guard: Guard): Guard {
    return (context, event) => {
      const answer = guard(context, event)
      this.trace.push({ ask: guard, answer })
      return answer
    }
  }

  private move(move: Move): Move {
    return (context, event) => {
      this.trace.push({ make: move })
      return move(context, event)
    }
  }

  record<T>(step: () => T): { readonly result: T; readonly trace: readonly Traced[] } {
    this.trace = []
    const result = step()
    return { result, trace: this.trace }
  }
}

/** Every event type that some state listens to; others change nothing. */
function eventTypes(config: StateConfig): ReadonlySet<string> {
  const types = new Set<string>()
  const queue: StateConfig[] = [config]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const type of Object.keys(state.on ?? {})) types.add(type)
    queue.push(...Object.values(state.states ?? {}))
  }
  return types
}
