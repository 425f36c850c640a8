import type { StepId } from '../model/step.ts'
import type { Block } from './block.ts'
import type { Route } from './moves.ts'
import type { Program } from './program.ts'
import type { RegistryBuilder } from './registry.ts'

/** One transition of the configuration: guard and moves by name. */
export interface Row {
  readonly guard?: string
  readonly target?: string
  readonly actions?: string
}

/** The part of XState's configuration that a workflow needs: no invoke, after, raise, onDone, history, exit. */
export interface StateConfig {
  readonly id?: string
  readonly type?: 'parallel' | 'final'
  readonly initial?: string
  readonly states?: Readonly<Record<string, StateConfig>>
  readonly entry?: string
  readonly on?: Readonly<Record<string, readonly Row[]>>
  readonly always?: readonly Row[]
  readonly tags?: readonly string[]
}

/** What is needed while the configuration is built. */
export interface Compilation {
  readonly program: Program
  readonly route: Route
  readonly registry: RegistryBuilder
  /** Builds an inner block; `first` are rows tried before the ordinary start. */
  readonly inner: (block: Block, first: readonly Row[]) => StateConfig
}

export const START = '@start'
export const DONE = '@done'
export const IDLE = '@idle'
export const GATE = '@gate'
export const MAIN = '@main'
export const CLOSED = '@closed'

/** Id of a block's `@start`, the target of returns and of ways straight back. */
export function startId(block: Block): string {
  return `${START}:${block.id}`
}

/** Where an arrow leads, as a target beside the step's own state. */
export function targetOf(
  block: Block,
  arrow: { readonly to?: string; readonly result?: string },
): string {
  if (arrow.to !== undefined) return arrow.to
  if (block.kind === 'root') return CLOSED
  return block.kind === 'side' ? IDLE : DONE
}

/**
 * A step that is over moves to this state beside it, which holds the rows of its exits. So a step at
 * rest costs one guard, and a step that leads to itself is entered anew.
 */
export function leftState(step: StepId): string {
  return `@left:${step}`
}

/** The block that a phase, a parallel, a branch or a side is. */
export function blockOf(c: Compilation, id: string): Block {
  return c.program.tree.blocks.get(id) ?? c.program.tree.root
}
