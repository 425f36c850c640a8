import type { CaseContext } from '../machine/context.ts'
import type { Guard, Move } from '../machine/registry.ts'

/** What XState did in one step, in its own order: guards asked with their answers, moves made. */
export type Trace = readonly Traced[]
export type Traced = { readonly ask: Guard; readonly answer: boolean } | { readonly make: Move }

/**
 * A decision program: the steps seen so far of one state and event type, as a trie. Walking it with
 * the real guards and moves repeats what XState did; where it ends, XState has not been seen yet.
 */
export type Node = AskNode | MakeNode | EndNode

export interface AskNode {
  readonly kind: 'ask'
  readonly guard: Guard
  yes: Node | null
  no: Node | null
}

export interface MakeNode {
  readonly kind: 'make'
  readonly move: Move
  next: Node | null
}

/** The step is over in this state. */
export interface EndNode {
  readonly kind: 'end'
  readonly state: number
}

/** Two traces of one state and event differ where no guard answered differently: XState is not pure. */
export class NotRepeatable extends Error {
  override readonly name = 'NotRepeatable'
}

/**
 * A trace without questions whose answer is known: XState asks a guard anew for every region and every
 * microstep, but a guard is pure, and between two moves nothing changes that it could answer to.
 */
export function withoutRepeats(trace: Trace): Trace {
  const answers = new Map<Guard, boolean>()
  return trace.filter((step) => {
    if ('make' in step) {
      answers.clear()
      return true
    }
    const known = answers.get(step.ask)
    if (known === undefined) answers.set(step.ask, step.answer)
    else if (known !== step.answer) throw new NotRepeatable()
    return known === undefined
  })
}

/** Adds a trace to a program; returns its root and how many nodes were added. */
export function learn(
  root: Node | null,
  trace: Trace,
  state: number,
): { readonly root: Node; readonly added: number } {
  let added = 0
  const grow = (node: Node | null, index: number): Node => {
    const step = trace[index]
    if (step === undefined) {
      if (node !== null) return sameEnd(node, state)
      added += 1
      return { kind: 'end', state }
    }
    if ('ask' in step) {
      const asked = node ?? { kind: 'ask', guard: step.ask, yes: null, no: null }
      if (node === null) added += 1
      if (asked.kind !== 'ask' || asked.guard !== step.ask) throw new NotRepeatable()
      if (step.answer) asked.yes = grow(asked.yes, index + 1)
      else asked.no = grow(asked.no, index + 1)
      return asked
    }
    const made = node ?? { kind: 'make', move: step.make, next: null }
    if (node === null) added += 1
    if (made.kind !== 'make' || made.move !== step.make) throw new NotRepeatable()
    made.next = grow(made.next, index + 1)
    return made
  }
  return { root: grow(root, 0), added }
}

function sameEnd(node: Node, state: number): Node {
  if (node.kind !== 'end' || node.state !== state) throw new NotRepeatable()
  return node
}

/** Where a walk came out: the state it ended in, or null where the program ends. */
export interface WalkEnd {
  readonly state: number
  readonly context: CaseContext
}

/** Walks a program with the real guards and moves. */
export function walk(root: Node, before: CaseContext, event: Parameters<Guard>[1]): WalkEnd | null {
  let node: Node | null = root
  let context = before
  while (node !== null) {
    if (node.kind === 'ask') node = node.guard(context, event) ? node.yes : node.no
    else if (node.kind === 'make') {
      context = node.move(context, event)
      node = node.next
    } else return { state: node.state, context }
  }
  return null
}
