import { atOffset, compareInstants, parseInstant } from '../calendar/instant.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Case } from './case.ts'
import type { ActCommand } from './command.ts'
import type { Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** The time of a command at the workspace's offset. Time never goes back in a ledger. */
export function momentOf(world: World, kase: Case | null, at: string): Result<string, Refusal> {
  const parsed = parseInstant(at)
  if (!parsed.ok) return fail({ kind: 'bad-instant', fault: parsed.error })
  if (kase !== null && compareInstants(parsed.value, kase.recordedAt) < 0) {
    return fail({ kind: 'time-went-back', at, last: kase.recordedAt })
  }
  return ok(atOffset(parsed.value, world.utcOffset))
}

/**
 * When an act was entered, and when it was really done, if earlier (补录). Needs a reason; nothing that the
 * ledger holds may be older in law, since time never goes back for what was decided meanwhile.
 */
export function enteredAt(
  world: World,
  kase: Case,
  { effectiveAt, reason, action }: Pick<ActCommand, 'effectiveAt' | 'reason' | 'action'>,
  recordedAt: string,
): Result<{ readonly recordedAt: string; readonly effectiveAt?: string }, Refusal> {
  if (effectiveAt === undefined) return ok({ recordedAt })
  const parsed = parseInstant(effectiveAt)
  if (!parsed.ok) return fail({ kind: 'bad-instant', fault: parsed.error })
  if ((reason ?? '').trim() === '')
    return fail({ kind: 'unknown-operator-argument', action, missing: 'reason' })
  const earliest = kase.lastAt
  if (compareInstants(parsed.value, earliest) < 0 || compareInstants(parsed.value, recordedAt) > 0)
    return fail({ kind: 'not-then', at: effectiveAt, earliest, latest: recordedAt })
  return ok({ recordedAt, effectiveAt: atOffset(parsed.value, world.utcOffset) })
}
