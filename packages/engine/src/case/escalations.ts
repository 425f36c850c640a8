import { addDays, addMonths } from '../calendar/civil-day.ts'
import { addHours, instantAt } from '../calendar/instant.ts'
import type { Escalation, LimitUnit } from '../model/limit.ts'
import type { World } from './world.ts'

/**
 * The moments at which lateness goes up a level, counted from the due date in the limit's own unit, to
 * the hour at which the limit ran out.
 */
export function escalationsOf(
  world: World,
  limit: { readonly unit: LimitUnit; readonly escalate?: readonly number[] },
  due: { readonly day: string; readonly at: string },
): readonly string[] {
  return (limit.escalate ?? []).map((after) => momentAfter(world, limit.unit, due, after))
}

function momentAfter(
  { calendar, utcOffset }: World,
  unit: LimitUnit,
  due: { readonly day: string; readonly at: string },
  after: number,
): string {
  const hour = due.at.slice(11, 16)
  switch (unit) {
    case 'hour':
      return addHours(due.at, after, utcOffset)
    case 'working-day':
      return instantAt(calendar.addWorkingDays(due.day, after), hour, utcOffset)
    case 'day':
      return instantAt(addDays(due.day, after), hour, utcOffset)
    case 'month':
      return instantAt(addMonths(due.day, after), hour, utcOffset)
  }
}

/** What a limit or clock as drawn says of its levels: how long after. */
export function levelsOf(
  escalate: readonly Escalation[] | undefined,
): readonly number[] | undefined {
  return escalate?.map(({ after }) => after)
}
