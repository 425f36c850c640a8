import { fail, type Result } from '../../model/result.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { changeSeat, ownSeat } from './seat-change.ts'

/** 反认领. Who claimed a seat gives it back to all those first asked. */
export function giveBack(act: Act): Result<Draft, Refusal> {
  const own = ownSeat(act)
  if (!own.ok) return own
  const { seat, by, taskId } = own.value
  const { pool, ...rest } = seat
  if (pool === undefined) return fail({ kind: 'not-claimed', task: taskId, by })
  return changeSeat(act, own.value, { ...rest, line: [pool, ...seat.line.slice(1)] }, 'given-back')
}
