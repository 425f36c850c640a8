import { formatInstant, millisecondsOf, parseInstant } from '../calendar/instant.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Case } from './case.ts'
import type { Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** The time of a command at the workspace's offset. Time never goes back in a ledger. */
export function momentOf(world: World, kase: Case | null, at: string): Result<string, Refusal> {
  const parsed = parseInstant(at)
  if (!parsed.ok) return fail({ kind: 'bad-instant', fault: parsed.error })
  const moment = millisecondsOf(parsed.value)
  if (kase !== null && moment < millisecondsOf(kase.recordedAt)) {
    return fail({ kind: 'time-went-back', at, last: kase.recordedAt })
  }
  return ok(formatInstant(moment, world.utcOffset))
}
