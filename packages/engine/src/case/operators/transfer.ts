import { fail, type Result } from '../../model/result.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { cannotBeAsked, changeSigner, ownSeat } from './seat-change.ts'

/**
 * 转办. The work passes to another member of the town's staff, who then owns it; the first owner is
 * kept over several hops. Needs `to` and `reason`. The receiver must be in office and free of
 * conflicts. The limit of the step runs on; siblings and tally stay.
 */
export const transfer: Operator = {
  needs: ['to', 'reason'],
  decide: decideTransfer,
}

function decideTransfer(act: Act): Result<Draft, Refusal> {
  const { to = '' } = act.command
  const own = ownSeat(act)
  if (!own.ok) return own
  const refusal = cannotBeAsked(act, own.value, to)
  if (refusal !== null) return fail(refusal)
  const { pool, ...signer } = own.value.signer
  const owner = signer.owner ?? pool ?? signer.people
  return changeSigner(act, own.value, [{ ...signer, people: [to], owner }], 'transferred')
}
