import { fail, type Result } from '../../model/result.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { changeSigner, ownSeat } from './seat-change.ts'

/** 反认领. Who claimed a seat gives it back to all those first asked. */
export const giveBack: Operator = {
  decide: decideGiveBack,
}

function decideGiveBack(act: Act): Result<Draft, Refusal> {
  const own = ownSeat(act)
  if (!own.ok) return own
  const { signer, by, taskId } = own.value
  const { pool, ...rest } = signer
  if (pool === undefined) return fail({ kind: 'not-claimed', task: taskId, by })
  return changeSigner(act, own.value, [{ ...rest, people: pool }], 'given-back')
}
