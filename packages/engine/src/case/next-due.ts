import { compareInstants } from '../calendar/instant.ts'
import type { Case, RunningLimit } from './case.ts'

/** A limit or clock of a case that has a due date ahead of it. */
export interface Pending {
  /** Task id `step#round`, or clock id `phase.clock`. */
  readonly subject: string
  readonly at: string
  readonly limit: RunningLimit
  /** A reminder, so long before; absent: the limit itself. */
  readonly remind?: number
}

/** Limits and clocks not found overdue, and their reminders, in the order in which they fall due. */
export function pendingOf(kase: Case): readonly Pending[] {
  const pending: Pending[] = []
  const add = (subject: string, limit: RunningLimit | undefined): void => {
    if (!limit?.due || limit.overdue !== undefined) return
    pending.push({ subject, at: limit.due.at, limit })
    for (const { before, at } of limit.due.reminders ?? []) {
      if (!limit.reminded?.includes(before)) pending.push({ subject, at, limit, remind: before })
    }
  }
  for (const task of Object.values(kase.tasks)) add(task.task, task.limit)
  for (const [id, clock] of Object.entries(kase.clocks))
    if (clock.endedAt === undefined) add(id, clock)
  return pending.sort((a, b) => compareInstants(a.at, b.at) || (a.subject < b.subject ? -1 : 1))
}

/** When the host should call `tick` next; null when nothing is waiting for time. */
export function nextDue(kase: Case): string | null {
  if (kase.closedAt !== null) return null
  return pendingOf(kase)[0]?.at ?? null
}
