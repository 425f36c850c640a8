import { addDays, addMonths } from '../calendar/civil-day.ts'
import { addHours, instantAt } from '../calendar/instant.ts'
import type { LimitUnit } from '../model/limit.ts'
import type { World } from './world.ts'

/**
 * The moment so far after a due date, or before it (negative), counted in the limit's own unit; for days
 * and months at this time of the day.
 */
export function momentFrom(
  { calendar, utcOffset }: World,
  unit: LimitUnit,
  due: { readonly day: string; readonly at: string },
  distance: number,
  time: string,
): string {
  switch (unit) {
    case 'hour':
      return addHours(due.at, distance, utcOffset)
    case 'working-day':
      return instantAt(calendar.addWorkingDays(due.day, distance), time, utcOffset)
    case 'day':
      return instantAt(addDays(due.day, distance), time, utcOffset)
    case 'month':
      return instantAt(addMonths(due.day, distance), time, utcOffset)
  }
}
