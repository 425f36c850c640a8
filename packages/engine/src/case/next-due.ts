import { compareInstants } from '../calendar/instant.ts'
import type { Case, RunningLimit } from './case.ts'

/** A limit or clock of a case that has a due date ahead of it. */
export interface Pending {
  /** Task id `step#round`, or clock id `phase.clock`. */
  readonly subject: string
  readonly at: string
  readonly limit: RunningLimit
}

/** Limits and clocks that have not been found overdue, in the order in which they run out. */
export function pendingOf(kase: Case): readonly Pending[] {
  const pending: Pending[] = []
  const add = (subject: string, limit: RunningLimit | undefined): void => {
    if (limit?.due && limit.overdue === undefined)
      pending.push({ subject, at: limit.due.at, limit })
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
