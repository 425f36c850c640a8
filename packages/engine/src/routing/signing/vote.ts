import type { Share } from '../../model/step.ts'
import type { Seat } from '../seat.ts'
import { reaches } from '../share.ts'

/**
 * 票签: for once agreeing weight ≥ share × total weight and the quorum has spoken; against once the
 * share cannot be reached any more. The last voter's own choice never decides, and the order of
 * votes does not matter.
 */
export function settleVote(
  seats: readonly Seat[],
  share: Share = '1/2',
  quorum: Share = 0,
): 'for' | 'against' | null {
  let total = 0
  let agreeing = 0
  let refusing = 0
  let spoken = 0
  for (const seat of seats) {
    total += seat.weight
    if (seat.state === 'open') continue
    spoken += 1
    if (seat.state === 'for') agreeing += seat.weight
    else refusing += seat.weight
  }
  if (seats.length === 0) return null
  if (!reaches(total - refusing, total, share)) return 'against'
  if (!reaches(spoken, seats.length, quorum)) return null
  return reaches(agreeing, total, share) ? 'for' : null
}
