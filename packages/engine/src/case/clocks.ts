import { dueOf, type RunningLimit } from '../calendar/due.ts'
import { type Block, blocksAround, type Tree } from '../machine/block.ts'
import type { CaseData } from '../model/field.ts'
import type { Clock, Limit, LimitUnit } from '../model/limit.ts'
import type { ClockStop } from './case.ts'
import type { DueDate } from './fact.ts'
import type { World } from './world.ts'

/** A limit with its field references resolved on a case's data. */
export interface StatedLimit {
  readonly start: string
  readonly value: number
  readonly unit: LimitUnit
  readonly basis: string
}

/**
 * Resolves a limit: `value` may be a numeric field, `from` a date field (counted from that day; the
 * start day is excluded anyway). Null when a field that it needs holds no number yet.
 */
export function stateLimit(
  limit: Limit | Clock,
  data: CaseData,
  at: string,
  utcOffset: string,
): StatedLimit | null {
  const value = typeof limit.value === 'number' ? limit.value : data[limit.value]
  if (typeof value !== 'number' || value < 0) return null
  if (limit.unit !== 'hour' && !Number.isSafeInteger(value)) return null
  const from = limit.from === undefined ? undefined : data[limit.from]
  const start = typeof from === 'string' ? `${from}T00:00:00${utcOffset}` : at
  return { start, value, unit: limit.unit, basis: limit.basis }
}

/** When a limit runs out; null while it stands still or cannot be counted. */
export function dueDate(
  world: World,
  limit: StatedLimit,
  stops: readonly ClockStop[] = [],
): DueDate | null {
  const due = dueOf(countable(world, limit, stops))
  return due.kind === 'due' ? { day: due.day, at: due.at, provisional: due.provisional } : null
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
