import { type Signal, signal } from '../document/signal.ts'

/** What a walk makes of a card. */
export interface StepMark {
  readonly state: 'active' | 'done' | 'skipped' | 'cancelled' | 'later'
  readonly badge: string | null
}

/** What a walk makes of the drawing. */
export interface WalkMarks {
  readonly steps: ReadonlyMap<string, StepMark>
  /** Exits that the case went by: `step/exit`. */
  readonly travelled: ReadonlySet<string>
  /** The way of the token in the last move. */
  readonly latest: readonly string[]
  /** Changes with every move, so that the token runs again. */
  readonly move: string
}

/** The marks of the case that is walked; null while nobody walks one. */
export const walkMarks: Signal<WalkMarks | null> = signal<WalkMarks | null>(null)
