import { LAST_DAY } from '../calendar/civil-day.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { EscalationMoment } from './fact.ts'
import { momentFrom } from './moment-from.ts'
import type { World } from './world.ts'

/** How many of a unit fill a year at most: so far ahead lies what is still within the calendar. */
const IN_A_YEAR: Readonly<Record<LimitUnit, number>> = {
  'working-day': 200,
  day: 365,
  hour: 24 * 365,
  month: 12,
}

/**
 * The moments at which lateness goes up a level, counted from the due date in the limit's own unit, each
 * at the closing of its day. Levels beyond the end of the calendar are never reached.
 */
export function escalationsOf(
  world: World,
  limit: { readonly unit: LimitUnit; readonly escalate?: readonly number[] },
  due: { readonly day: string; readonly at: string },
): readonly EscalationMoment[] {
  const { closing } = world.calendar
  return (limit.escalate ?? []).flatMap((after, index) =>
    isCounted(limit.unit, due.day, after)
      ? [{ level: index + 1, at: momentFrom(world, limit.unit, due, after, closing) }]
      : [],
  )
}

function isCounted(unit: LimitUnit, day: string, after: number): boolean {
  return yearOf(day) + after / IN_A_YEAR[unit] + 1 < yearOf(LAST_DAY)
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
