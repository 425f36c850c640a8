import type { Signing } from '../../model/step.ts'
import type { Seat } from '../seat.ts'
import { fractionOf, reaches } from '../share.ts'

/**
 * 票签: for once agreeing weight ≥ share × total weight, or so many seats agree (`count`, at most all of
 * them, so that no town is too small for it), and the quorum has spoken; against once that cannot be reached any more. Where the agreeing weight is exactly the
 * share and everybody has spoken, the chair's voice decides, if there is a chair. The last voter's own
 * choice never decides, and the order of votes does not matter.
 */
export function settleVote(
  seats: readonly Seat[],
  { share = '1/2', quorum = 0, count }: Omit<Signing, 'rule'> = {},
): 'for' | 'against' | null {
  if (seats.length === 0) return null
  const total = weightOf(seats)
  const agreeing = seats.filter(({ state }) => state === 'for')
  const refusing = seats.filter(({ state }) => state === 'against')
  const spoken = agreeing.length + refusing.length
  if (count !== undefined) {
    const needed = Math.min(count, seats.length)
    if (seats.length - refusing.length < needed) return 'against'
    return agreeing.length >= needed && reaches(spoken, seats.length, quorum) ? 'for' : null
  }
  const weight = weightOf(agreeing)
  if (!reaches(total - weightOf(refusing), total, share)) return 'against'
  if (!reaches(spoken, seats.length, quorum) || !reaches(weight, total, share)) return null
  const chair = seats.find((seat) => seat.isChair === true)
  if (chair === undefined || !isExactly(weight, total, share)) return 'for'
  if (spoken < seats.length) return null
  return chair.state === 'against' ? 'against' : 'for'
}

function weightOf(seats: readonly Seat[]): number {
  return seats.reduce((sum, { weight }) => sum + weight, 0)
}

function isExactly(part: number, whole: number, share: NonNullable<Signing['share']>): boolean {
  const { over, under } = fractionOf(share)
  return part * under === over * whole
}
