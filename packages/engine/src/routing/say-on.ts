import type { Task } from '../model/step.ts'
import { signerFor } from './line.ts'
import { signingRule } from './open-seats.ts'
import type { Seat } from './seat.ts'
import { speak } from './speak.ts'

/** What came of a word on a seat, and whether it moves the step whatever the tally says. */
export interface Said {
  readonly seat: Seat
  readonly movesAtOnce: boolean
}

/**
 * Somebody takes an action on a seat. An action that counts is read by the tally. One that does not is
 * one person's act and moves the step at once, except where others of the seat still owe their word:
 * an adviser never moves the step; an added signer's word before the drawn signer's is kept for it; the
 * drawn signer's act waits for those beside and after it; and whoever of those then takes another
 * action than the drawn signer objects, and moves the step by it.
 */
export function sayOn(
  task: Task,
  seat: Seat,
  { action, by, turn }: { readonly action: string; readonly by: string; readonly turn: number },
): Said {
  const counts = task.actions[action]?.counts
  if (counts !== undefined) {
    return { seat: speak(seat, { exit: action, side: counts, by, turn }), movesAtOnce: false }
  }
  const as = signerFor(seat, by)?.added?.as
  const drawn = seat.voices?.find((voice) => voice.as === undefined)
  const objects = as === 'signer' && drawn !== undefined && drawn.exit !== action
  const side = objects ? 'against' : 'for'
  const spoken = speak(seat, { exit: action, side, by, turn })
  const isKept = as !== undefined || signingRule(task) === 'single'
  return { seat: spoken, movesAtOnce: spoken.state !== 'open' || !isKept }
}
