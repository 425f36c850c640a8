import { dueOf, type RunningLimit } from '../calendar/due.ts'
import { parseInstant } from '../calendar/instant.ts'
import { type Block, blocksAround, type Tree } from '../machine/block.ts'
import type { CaseData } from '../model/field.ts'
import type { Clock, Limit, LimitUnit } from '../model/limit.ts'
import type { ClockStop } from './case.ts'
import { escalationsOf } from './escalations.ts'
import type { DueDate } from './fact.ts'
import { remindersOf } from './reminders.ts'
import type { World } from './world.ts'

/** A limit with its field references resolved on a case's data. */
export interface StatedLimit {
  readonly start: string
  readonly value: number
  readonly unit: LimitUnit
  readonly basis: string
  readonly remind?: readonly number[]
  readonly escalate?: readonly number[]
}

/** A limit resolved, with its due date; null where `stateLimit` gives none. */
export function startLimit(
  world: World,
  limit: Limit,
  data: CaseData,
  at: string,
): (StatedLimit & { readonly due: DueDate }) | null {
  const stated = resolve(world, limit, data, at)
  const due = stated === null ? null : dueDate(world, stated)
  return stated === null || due === null ? null : { ...stated, due }
}

/**
 * Resolves a limit: `value` may be a numeric field, `from` a date field (counted from that day; the
 * start day is excluded anyway). Null when a field that it needs holds no number yet, or when no day
 * follows from what they hold.
 */
export function stateLimit(
  world: World,
  limit: Limit | Clock,
  data: CaseData,
  at: string,
): StatedLimit | null {
  const stated = resolve(world, limit, data, at)
  return stated === null || dueOf(countable(world, stated)).kind !== 'due' ? null : stated
}

/** What the fields say, be it countable or not. */
function resolve(
  world: World,
  limit: Limit | Clock,
  data: CaseData,
  at: string,
): StatedLimit | null {
  const value = typeof limit.value === 'number' ? limit.value : data[limit.value]
  if (typeof value !== 'number' || value < 0) return null
  if (limit.unit !== 'hour' && !Number.isSafeInteger(value)) return null
  const from = limit.from === undefined ? undefined : data[limit.from]
  const start = typeof from === 'string' ? `${from}T00:00:00${world.utcOffset}` : at
  const remind = 'remind' in limit ? limit.remind : undefined
  const stated = { start, value, unit: limit.unit, basis: limit.basis }
  if (!parseInstant(start).ok) return null
  const escalate = limit.escalate?.map(({ after }) => after)
  return {
    ...stated,
    ...(remind === undefined ? {} : { remind }),
    ...(escalate === undefined ? {} : { escalate }),
  }
}

/** When a limit runs out; null while it stands still or cannot be counted. */
export function dueDate(
  world: World,
  limit: StatedLimit,
  stops: readonly ClockStop[] = [],
): DueDate | null {
  const due = dueOf(countable(world, limit, stops))
  if (due.kind !== 'due') return null
  const { day, at, provisional } = due
  const reminders = remindersOf(world, limit, due)
  const escalations = escalationsOf(world, limit, due)
  return {
    day,
    at,
    provisional,
    ...(reminders.length === 0 ? {} : { reminders }),
    ...(escalations.length === 0 ? {} : { escalations }),
  }
}

/** A limit as the calendar counts it. */
export function countable(
  world: World,
  limit: StatedLimit,
  stops: readonly ClockStop[] = [],
): RunningLimit {
  return {
    value: limit.value,
    unit: limit.unit,
    start: limit.start,
    excluded: stops.map(({ from, to }) => (to === undefined ? { from } : { from, to })),
    calendar: world.calendar,
    utcOffset: world.utcOffset,
  }
}

export function clockId(phase: string, clock: string): string {
  return `${phase}.${clock}`
}

/** The phase around a step, or around a phase, that has this clock. */
export function clockAround(tree: Tree, step: string, clock: string): string | null {
  const holder = blocksAround(tree, step).find(
    (block: Block) => block.phase?.clocks?.[clock] !== undefined,
  )
  return holder === undefined ? null : clockId(holder.id, clock)
}
