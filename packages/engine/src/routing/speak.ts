import { drawnSigner, replaceSigner, signerFor } from './line.ts'
import type { Seat, Signer, Voice } from './seat.ts'

/** A word on a seat: the action taken, its side, who took it, and its turn among the seats of the step. */
export interface Word {
  readonly exit: string
  readonly side: 'for' | 'against'
  readonly by: string
  readonly turn: number
}

/**
 * The seat after one of its signers spoke: `against` at once, `for` when its whole line agrees. An
 * adviser's word is kept and the work goes back to whoever asked; it settles nothing (委派).
 */
export function speak(seat: Seat, word: Word): Seat {
  const signer = signerFor(seat, word.by) ?? seat.line[0]
  const as = signer?.added?.as
  if (signer === undefined) return settled(seat, word, word.side)
  if (as !== 'adviser' && word.side === 'against') return settled(seat, word, 'against')
  const { after = [] } = signer
  const line = replaceSigner(seat.line, signer, as === 'adviser' ? [] : after)
  if (line.length === 0) return settled(seat, word, 'for')
  const owner = as === undefined ? signer.owner : undefined
  return { ...spoken(seat, word, as), line, ...(owner === undefined ? {} : { owner }) }
}

/**
 * What is left of a seat after signers were taken off its line (减签): once the drawn signer has agreed
 * and nobody is left to be asked, the seat agrees by the word of the drawn signer.
 */
export function closeLine(seat: Seat, line: readonly Signer[], turn: number): Seat {
  if (line.length > 0) return { ...seat, line }
  const voices = seat.voices ?? []
  const last = voices.findLast(({ as }) => as === undefined) ?? voices.at(-1)
  if (last === undefined) return { ...seat, line }
  const rest = { ...seat, voices: voices.filter((voice) => voice !== last) }
  return settled(rest, { exit: last.exit, side: 'for', by: last.by, turn }, 'for')
}

function spoken(seat: Seat, { by, exit }: Word, as: Voice['as']): Seat {
  const voice: Voice = { by, exit, ...(as === undefined ? {} : { as }) }
  return { ...seat, voices: [...(seat.voices ?? []), voice] }
}

/** The exit of a seat that agrees is the drawn signer's, whoever spoke last. */
function settled(seat: Seat, word: Word, state: 'for' | 'against'): Seat {
  const { id, group, weight, isChair, voices = [] } = seat
  const owner = seat.owner ?? drawnSigner(seat)?.owner
  const drawn = voices.find(({ as }) => as === undefined)
  return {
    id,
    group,
    weight,
    ...(isChair === undefined ? {} : { isChair }),
    line: [],
    state,
    ...(voices.length === 0 ? {} : { voices }),
    exit: state === 'for' ? (drawn?.exit ?? word.exit) : word.exit,
    by: word.by,
    turn: word.turn,
    ...(owner === undefined ? {} : { owner }),
  }
}
