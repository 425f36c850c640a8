import { fail, type Result } from '../../model/result.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { changeSeat, ownSeat } from './seat-change.ts'

/**
 * 认领. One of those asked takes the work; the others of the seat no longer see it. Only they, and
 * only while nobody has claimed the seat. Moves no clock, no sibling, no tally.
 */
export function claim(act: Act): Result<Draft, Refusal> {
  const own = ownSeat(act)
  if (!own.ok) return own
  const { seat, by, taskId } = own.value
  if (seat.pool !== undefined)
    return fail({ kind: 'claimed-by-other', task: taskId, by: seat.line[0]?.[0] ?? '' })
  const [first = [], ...later] = seat.line
  return changeSeat(act, own.value, { ...seat, line: [[by], ...later], pool: first }, 'claimed')
}
