import { addDays, addMonths } from '../calendar/civil-day.ts'
import { addHours, compareInstants, instantAt } from '../calendar/instant.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { Reminder } from './fact.ts'
import type { World } from './world.ts'

/** When those asked are to be reminded of a limit, counted back from its due date in its own unit. */
export function remindersOf(
  world: World,
  limit: { readonly unit: LimitUnit; readonly start: string; readonly remind?: readonly number[] },
  due: { readonly day: string; readonly at: string },
): readonly Reminder[] {
  return (limit.remind ?? [])
    .map((before) => ({ before, at: momentBefore(world, limit.unit, due, before) }))
    .filter(({ at }) => compareInstants(at, limit.start) > 0)
}

/** A day's reminder comes as that day begins. */
function momentBefore(
  { calendar, utcOffset }: World,
  unit: LimitUnit,
  due: { readonly day: string; readonly at: string },
  before: number,
): string {
  switch (unit) {
    case 'hour':
      return addHours(due.at, -before, utcOffset)
    case 'working-day':
      return instantAt(calendar.addWorkingDays(due.day, -before), '00:00', utcOffset)
    case 'day':
      return instantAt(addDays(due.day, -before), '00:00', utcOffset)
    case 'month':
      return instantAt(addMonths(due.day, -before), '00:00', utcOffset)
  }
}
