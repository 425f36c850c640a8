import {
  type AnyActorRef,
  assign,
  createMachine,
  type EventObject,
  type MetaObject,
  type ParameterizedObject,
  type ProvidedActor,
  type StateMachine,
  type StateSchema,
  type StateValue,
} from 'xstate'
import type { CaseContext } from './context.ts'
import type { CaseInput, MoveEvent } from './event.ts'
import type { Route } from './moves.ts'
import { NOWHERE } from './position.ts'
import type { Program } from './program.ts'
import { type Registry, RegistryBuilder } from './registry.ts'
import { rootConfig } from './root-config.ts'
import type { StateConfig } from './state-config.ts'

export type { StateValue }

/** Output of a closed case's machine. */
export interface CaseOutput {
  readonly outcome: string | null
}

/** One workflow in one town, as an XState machine: `createActor`, `useActor` and inspectors take it as it is. */
export type CaseMachine = StateMachine<
  CaseContext,
  MoveEvent,
  Record<string, AnyActorRef | undefined>,
  ProvidedActor,
  ParameterizedObject,
  ParameterizedObject,
  string,
  StateValue,
  string,
  CaseInput | undefined,
  CaseOutput,
  EventObject,
  MetaObject,
  StateSchema
>

/** A machine with the effects that it knows by name. */
export interface CompiledMachine {
  readonly program: Program
  readonly config: StateConfig
  readonly registry: Registry
  readonly now: string
  readonly machine: CaseMachine
}

/**
 * Compiles a program to one XState machine. `route` finds people as steps open; `now` is the moment
 * of an actor that nobody gives the time.
 */
export function compileMachine(program: Program, route: Route, now: string): CompiledMachine {
  const registry = new RegistryBuilder()
  const config = rootConfig({ program, route, registry })
  return { program, config, registry, now, machine: machineOf(config, registry, now) }
}

/** The machine of a configuration, with its effects wrapped as XState wants them. */
export function machineOf(config: StateConfig, registry: Registry, now: string): CaseMachine {
  const guards = Object.entries(registry.guards).map(([name, guard]) => [
    name,
    ({ context, event }: { context: CaseContext; event: MoveEvent }): boolean =>
      guard(context, event),
  ])
  const actions = Object.entries(registry.moves).map(([name, move]) => [
    name,
    assign(({ context, event }: { context: CaseContext; event: MoveEvent }) =>
      move(context, event),
    ),
  ])
  // The one door from our configuration into XState's types, which cannot follow a computed one.
  const whole = {
    ...config,
    context: ({ input }: { readonly input: CaseInput | undefined }) => firstContext(input, now),
    output: outputOf,
  } as unknown as Parameters<typeof createMachine>[0]
  const effects = { guards: Object.fromEntries(guards), actions: Object.fromEntries(actions) }
  return createMachine(
    whole,
    effects as unknown as Parameters<typeof createMachine>[1],
  ) as unknown as CaseMachine
}

/** Total and cheap: XState calls it again for every inert actor, without input. */
function firstContext(input: CaseInput | undefined, now: string): CaseContext {
  const data = input?.data ?? {}
  const fields = Object.keys(data).sort()
  const changes = fields.length
  const revisions = Object.fromEntries(fields.map((field, index) => [field, index + 1]))
  return {
    position: { ...NOWHERE, turn: 1, data, revisions, changes },
    facts: fields.map((field) => ({ fact: 'set', field, value: data[field] ?? null })),
    now: input?.at ?? now,
  }
}

function outputOf({ context }: { readonly context: CaseContext }): CaseOutput {
  return { outcome: context.position.outcome }
}
