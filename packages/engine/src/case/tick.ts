import { fail, ok } from '../model/result.ts'
import type { Case } from './case.ts'
import { catchUp } from './catch-up.ts'
import type { Salts } from './command.ts'
import { effectsOf } from './effect.ts'
import { momentOf } from './moment.ts'
import type { Decided } from './outcome.ts'
import type { World } from './world.ts'

/**
 * Brings a case up to a moment: limits that ran out, deemed effects, newer registers. Idempotent: a
 * second tick at the same moment gives no event. `salts` are for sensitive fields that a lapse writes.
 */
export function tickCase(world: World, kase: Case, at: string, salts: Salts = {}): Decided {
  if (kase.release !== world.release.hash)
    return fail({ kind: 'other-release', release: kase.release, given: world.release.hash })
  const moment = momentOf(world, kase, at)
  if (!moment.ok) return moment
  if (kase.closedAt !== null) return ok({ case: kase, events: [], effects: [] })
  const run = world.runnable(kase.workflow, kase.town)
  const heading = {
    kind: 'overdue' as const,
    commandId: `tick@${moment.value}`,
    recordedAt: moment.value,
    salts,
  }
  const done = catchUp(world, run, { case: kase, events: [] }, heading, 'this moment')
  if (!done.ok) return done
  const { case: next, events } = done.value
  return ok({ case: next, events, effects: effectsOf(run, kase, next, events) })
}
