import { applyFacts, nextTurn } from './apply-fact.ts'
import type { PositionFact } from './fact.ts'
import type { Position } from './position.ts'

/** Context of the machine: the position, and the facts of the last move. */
export type CaseContext = {
  readonly position: Position
  readonly facts: readonly PositionFact[]
  readonly now: string
}

/** Starts a move: a new turn, no facts yet. */
export function begin(context: CaseContext, at: string | undefined): CaseContext {
  return { position: nextTurn(context.position), facts: [], now: at ?? context.now }
}

/** Adds facts to the move and applies them. */
export function note(context: CaseContext, ...facts: readonly PositionFact[]): CaseContext {
  if (facts.length === 0) return context
  const position = applyFacts(context.position, facts)
  return { position, facts: [...context.facts, ...facts], now: context.now }
}
