import { fail, type Result } from '../../model/result.ts'
import type { Signer } from '../../routing/seat.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { cannotBeAsked, changeSigner, claimedBy, ownSeat } from './seat-change.ts'

/**
 * 委派. Who is asked lets a colleague (`to`) do the work and say a word; then it comes back, and the
 * owner must still decide. The colleague may pass it on in the same way, at any depth: every word goes
 * back one level. The word is advice: it counts in no tally and moves nothing. Work asked of several
 * becomes the delegator's own. Clocks, limit and siblings run on.
 */
export const delegate: Operator = {
  needs: ['to'],
  takes: ['reason'],
  decide: decideDelegate,
}

function decideDelegate(act: Act): Result<Draft, Refusal> {
  const { to = '' } = act.command
  const own = ownSeat(act)
  if (!own.ok) return own
  const refusal = cannotBeAsked(act, own.value, to)
  if (refusal !== null) return fail(refusal)
  const { by, signer } = own.value
  const mine = claimedBy(signer, by)
  const adviser: Signer = { people: [to], added: { by, as: 'adviser' } }
  return changeSigner(act, own.value, [{ ...mine, before: [adviser] }], 'delegated')
}
