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
  /** Lateness goes up to this level, from 1. */
  readonly level?: number
}

/** Limits and clocks not found overdue, reminders and escalations, in the order in which they fall due. */
export function pendingOf(kase: Case): readonly Pending[] {
  return allPending(kase).sort(inOrder)
}

/** What falls due first. */
export function firstPending(kase: Case): Pending | undefined {
  let first: Pending | undefined
  for (const pending of allPending(kase))
    if (first === undefined || inOrder(pending, first) < 0) first = pending
  return first
}

function allPending(kase: Case): Pending[] {
  const pending: Pending[] = []
  const add = (subject: string, limit: RunningLimit | undefined): void => {
    if (!limit?.due) return
    for (const { level, at } of limit.due.escalations ?? []) {
      if (!limit.escalated?.includes(level)) pending.push({ subject, at, limit, level })
    }
    if (limit.overdue !== undefined) return
    pending.push({ subject, at: limit.due.at, limit })
    for (const { before, at } of limit.due.reminders ?? []) {
      if (!limit.reminded?.includes(before)) pending.push({ subject, at, limit, remind: before })
    }
  }
  for (const task of Object.values(kase.tasks)) add(task.task, task.limit)
  for (const [id, clock] of Object.entries(kase.clocks))
    if (clock.endedAt === undefined) add(id, clock)
  return pending
}

/** Of one subject and moment, what was stated first stays first. */
function inOrder(a: Pending, b: Pending): number {
  return (
    compareInstants(a.at, b.at) ||
    compareTexts(a.subject, b.subject) ||
    (a.level ?? 0) - (b.level ?? 0)
  )
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** When the host should call `tick` next; null when nothing is waiting for time. */
export function nextDue(kase: Case): string | null {
  return kase.closedAt === null ? (firstPending(kase)?.at ?? null) : null
}
