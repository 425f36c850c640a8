import { compareInstants } from '../calendar/instant.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { Reminder } from './fact.ts'
import { momentFrom } from './moment-from.ts'
import type { World } from './world.ts'

/**
 * When those asked are to be reminded of a limit, counted back from its due date in its own unit. A
 * day's reminder comes as that day begins.
 */
export function remindersOf(
  world: World,
  limit: { readonly unit: LimitUnit; readonly start: string; readonly remind?: readonly number[] },
  due: { readonly day: string; readonly at: string },
): readonly Reminder[] {
  return (limit.remind ?? [])
    .map((before) => ({ before, at: momentFrom(world, limit.unit, due, -before, '00:00') }))
    .filter(({ at }) => compareInstants(at, limit.start) > 0)
}
