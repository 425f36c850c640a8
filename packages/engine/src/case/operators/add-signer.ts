import { fail, type Result } from '../../model/result.ts'
import type { Signer } from '../../routing/seat.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { cannotBeAsked, changeSigner, claimedBy, type OwnSeat, ownSeat } from './seat-change.ts'

/**
 * 加签. Who is asked has others (`people`) sign in the own seat: before (前加签: they speak first, in any
 * order, and the work comes back), beside (并加签: all must agree) or after (后加签: they are asked once
 * the own word is given). One who refuses refuses for the seat. The rule of the step, its total and its
 * threshold never change, since they count seats. Those added may add others in turn; an adviser may
 * not, having no word that counts. Clocks, limit and siblings run on.
 */
export const addSigner: Operator = {
  needs: ['people', 'where'],
  takes: ['reason'],
  decide: decideAddSigner,
}

function decideAddSigner(act: Act): Result<Draft, Refusal> {
  const { where, people = [] } = act.command
  const own = ownSeat(act)
  if (!own.ok) return own
  const { by, step } = own.value
  if (own.value.signer.added?.as === 'adviser')
    return fail({ kind: 'operator-not-allowed', action: 'add-signer', step, asked: [] })
  const distinct = [...new Set(people)]
  for (const person of distinct) {
    const refusal = cannotBeAsked(act, own.value, person)
    if (refusal !== null) return fail(refusal)
  }
  const added = distinct.map(
    (person): Signer => ({ people: [person], added: { by, as: 'signer' } }),
  )
  return changeSigner(act, own.value, withAdded(own.value, added, where), 'signer-added')
}

function withAdded(
  { signer, by }: OwnSeat,
  added: readonly Signer[],
  where: 'before' | 'beside' | 'after' | undefined,
): readonly Signer[] {
  const mine = claimedBy(signer, by)
  if (where === 'beside') return [mine, ...added]
  if (where === 'after') return [{ ...mine, after: [...(mine.after ?? []), ...added] }]
  return [{ ...mine, before: added }]
}
