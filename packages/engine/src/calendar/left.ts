import type { LimitUnit } from '../model/limit.ts'
import { addDays } from './civil-day.ts'
import { dayCountOf, netDays } from './day-count.ts'
import { type Due, daysOfLimit, dueOf, type RunningLimit } from './due.ts'
import { civilDayOf, compareInstants, type Instant, millisecondsOf } from './instant.ts'
import { knownAt, officeDayOf, stoppedDays, stoppedTimes } from './standstill.ts'

/** A clock's face, in its unit; months are shown in days. `used + left` is always `total`. */
export interface TimeLeft {
  readonly state: 'running' | 'stopped' | 'overdue'
  readonly unit: Exclude<LimitUnit, 'month'>
  readonly total: number
  readonly used: number
  /** Today is left until closing. Never grows, whatever stops and resumes. */
  readonly left: number
  /** How long ago the limit ran out; 0 on the rest of the due day itself. */
  readonly overdue: number
}

/** A limit that `dueOf` calls uncountable was started all the same: a bug of the caller. */
export class UncountableLimit extends RangeError {
  override readonly name = 'UncountableLimit'
  readonly value: number

  constructor({ value, unit }: RunningLimit) {
    super(`no day follows from ${value} of unit ${unit}`)
    this.value = value
  }
}

/**
 * What the clock of a limit shows at a moment; standstills that begin later are not known yet.
 *
 * @throws UncountableLimit
 */
export function timeLeft(limit: RunningLimit, at: Instant): TimeLeft {
  const known = limitKnownAt(limit, at)
  const due = dueOf(known)
  if (due.kind === 'uncountable') throw new UncountableLimit(limit)
  const isOverdue = due.kind === 'due' && compareInstants(at, due.at) > 0
  const { total, net } = limit.unit === 'hour' ? hours(known, at) : days(known, at)
  const used = isOverdue ? total : Math.min(net, total)
  return {
    state: due.kind === 'stopped' ? 'stopped' : isOverdue ? 'overdue' : 'running',
    unit: limit.unit === 'month' ? 'day' : limit.unit,
    total,
    used,
    left: total - used,
    overdue: isOverdue ? timeSince(due, known, at) : 0,
  }
}

/** The limit as it stood at a moment that may lie in the past. */
export function limitKnownAt(limit: RunningLimit, at: Instant): RunningLimit {
  return { ...limit, excluded: knownAt(limit.excluded, at) }
}

interface Length {
  readonly total: number
  readonly net: number
}

function days(limit: RunningLimit, at: Instant): Length {
  const { unit, calendar, utcOffset } = limit
  const after = civilDayOf(limit.start, utcOffset)
  const until = addDays(officeDayOf(at, limit), -1)
  const stops = stoppedDays(limit.excluded, limit)
  return {
    total: daysOfLimit(limit, after),
    net: netDays(dayCountOf(unit, calendar), { after, until }, stops),
  }
}

function hours({ value, start, excluded }: RunningLimit, at: Instant): Length {
  const until = millisecondsOf(at)
  let net = 0
  let cursor = millisecondsOf(start)
  for (const stop of stoppedTimes(excluded)) {
    net += Math.max(0, Math.min(stop.from, until) - cursor)
    cursor = Math.max(cursor, stop.to ?? until)
  }
  net += Math.max(0, until - cursor)
  return { total: value, net: net / 3_600_000 }
}

function timeSince(
  due: Extract<Due, { kind: 'due' }>,
  { unit, calendar, utcOffset }: RunningLimit,
  at: Instant,
): number {
  if (unit === 'hour') return compareInstants(at, due.at) / 3_600_000
  return dayCountOf(unit, calendar).between(due.day, civilDayOf(at, utcOffset))
}
