import type { Evidence } from '../model/evidence.ts'
import { dueOf, type RunningLimit } from './due.ts'
import { civilDayOf, type Instant } from './instant.ts'
import { limitKnownAt, timeLeft } from './left.ts'

/** The lights of electronic supervision (红黄绿灯), as far as time alone sets them. */
export type Light = 'green' | 'yellow' | 'red' | 'blue'

interface GreenLight {
  readonly evidence: Evidence
  /** More than this share of the limit is left. */
  readonly shareLeft: number
  /** More working days than this lie after today up to and including the due day. */
  readonly workingDaysAhead: number
}

/**
 * Green needs both. That a signal comes one working day before the due date is found in published
 * supervision rules; the share is proposed.
 */
const GREEN_LIGHT: GreenLight = { evidence: 'P', shareLeft: 0.3, workingDaysAhead: 1 }

/**
 * Red: the limit has run out. Blue: its clock stands still. Green: ample time; yellow: the rest.
 * Hour limits are judged by their share alone, most being shorter than a working day.
 *
 * @throws UncountableLimit
 */
export function lightOf(limit: RunningLimit, at: Instant): Light {
  const { state, total, left } = timeLeft(limit, at)
  if (state === 'overdue') return 'red'
  if (state === 'stopped') return 'blue'
  const isAmple = left > total * GREEN_LIGHT.shareLeft && isFarFromDue(limit, at)
  return isAmple ? 'green' : 'yellow'
}

function isFarFromDue(limit: RunningLimit, at: Instant): boolean {
  const due = dueOf(limitKnownAt(limit, at))
  if (limit.unit === 'hour' || due.kind !== 'due') return true
  const today = civilDayOf(at, limit.utcOffset)
  return limit.calendar.workingDaysBetween(today, due.day) > GREEN_LIGHT.workingDaysAhead
}
