import type { Engine, OpenTask } from '@yichuang/engine'

const DAY = 86_400_000

/** A civil day some days on. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10)
}

/** Days from one civil day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** A civil day and a time as a moment of the workspace. */
export function momentAt(day: string, time: string, engine: Engine): string {
  return `${day}T${time}:00${engine.world.utcOffset}`
}

/** The civil day of a moment that was written at the workspace's offset. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}

/** The time of day of such a moment, `09:00`. */
export function timeOf(at: string): string {
  return at.slice(11, 16)
}

/** How many days a limit has left, today included: in working days, or in days. Null while it stands still. */
export function daysLeft(
  engine: Engine,
  limit: NonNullable<OpenTask['limit']>,
  at: string,
): number | null {
  if (limit.due === null || limit.unit === 'hour') return null
  // The day on which a limit starts is not counted.
  const yesterday = addDays(dayOf(at), -1)
  const start = dayOf(limit.start)
  const [after = start] = [start, yesterday].sort().reverse()
  if (limit.unit === 'working-day') {
    return engine.world.calendar.workingDaysBetween(after, limit.due.day)
  }
  return Math.max(0, daysBetween(after, limit.due.day))
}
