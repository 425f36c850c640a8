import { applyTo } from './apply-fact.ts'
import type { PositionFact } from './fact.ts'
import type { Position } from './position.ts'
import { PositionDraft } from './position-draft.ts'

/** Context of the machine: the position, and the facts of the last move. */
export type CaseContext = {
  readonly position: Position
  readonly facts: readonly PositionFact[]
  readonly now: string
}

/**
 * One macrostep of XState is many small moves. They share one draft, so that a move copies each part
 * of the position once; the position of the step before is never touched. A draft is known by the
 * position that it makes, and the next macrostep begins a new one.
 */
interface Move {
  readonly draft: PositionDraft
  readonly facts: PositionFact[]
}

/** The macrostep under way: there is never more than one, a step runs to its end. */
let underWay: Move | null = null

/** Starts a move: a new turn, no facts yet. */
export function begin(context: CaseContext, at: string | undefined): CaseContext {
  const { draft, facts } = moveFrom(context.position, [])
  draft.position.turn += 1
  return { position: draft.position, facts, now: at ?? context.now }
}

/** Adds facts to the move and applies them. */
export function note(context: CaseContext, ...facts: readonly PositionFact[]): CaseContext {
  if (facts.length === 0) return context
  const known = underWay?.draft.position === context.position ? underWay : null
  const move = known ?? moveFrom(context.position, [...context.facts])
  for (const fact of facts) {
    applyTo(move.draft, fact)
    move.facts.push(fact)
  }
  if (known !== null) return context
  return { position: move.draft.position, facts: move.facts, now: context.now }
}

function moveFrom(position: Position, facts: PositionFact[]): Move {
  underWay = { draft: new PositionDraft(position), facts }
  return underWay
}
