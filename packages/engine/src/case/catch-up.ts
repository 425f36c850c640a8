import { civilDayOf, compareInstants } from '../calendar/instant.ts'
import { isLeaf } from '../machine/block.ts'
import type { MoveEvent } from '../machine/event.ts'
import { exitsOf, leads } from '../machine/exits.ts'
import type { Clock, Limit } from '../model/limit.ts'
import { ok, type Result } from '../model/result.ts'
import { routeWho } from '../routing/resolve.ts'
import { stepOfTask } from './apply-record-fact.ts'
import type { Case } from './case.ts'
import { firstPending, type Pending, pendingOf } from './next-due.ts'
import { type Draft, following, type Heading, recordFacts, recordMove } from './record.ts'
import type { Refusal } from './refusal.ts'
import { reassignAll, takeInRegisters } from './take-in-registers.ts'
import { type Runnable, routingContext, type World } from './world.ts'

/**
 * Brings a case up to a moment: newer registers are taken in, then everything that fell due happens
 * in the order in which it fell due, each exactly once, at its own legal time. Whoever acts at the
 * very moment is in time: an act looks at what fell due before it.
 */
export function catchUp(
  world: World,
  run: Runnable,
  draft: Draft,
  heading: Heading,
  including: 'this moment' | 'before it',
): Result<Draft, Refusal> {
  const room = including === 'this moment' ? 0 : -1
  // An act entered later than done looks at what fell due before it was done.
  const now = heading.effectiveAt ?? heading.recordedAt
  let sofar = takeInRegisters(world, run, draft, heading)
  if (!sofar.ok) return sofar
  for (;;) {
    const pending = sofar.value.case.closedAt === null ? firstPending(sofar.value.case) : undefined
    if (pending === undefined || compareInstants(pending.at, now) > room) break
    sofar = fallDue(world, run, sofar.value, pending, heading)
    if (!sofar.ok) return sofar
  }
  // What a lapse opened in the past was routed on that day: staff may have changed since.
  const { case: kase, events } = sofar.value
  const day = civilDayOf(heading.recordedAt, world.utcOffset)
  const isStale = events.some(({ effectiveAt }) => civilDayOf(effectiveAt, world.utcOffset) < day)
  return isStale && kase.closedAt === null ? reassignAll(world, run, sofar.value, heading) : sofar
}

function fallDue(
  world: World,
  run: Runnable,
  draft: Draft,
  pending: Pending,
  heading: Heading,
): Result<Draft, Refusal> {
  const due: Heading = {
    ...following(heading),
    effectiveAt: pending.at,
    subject: pending.subject,
    ...(heading.salts === undefined ? {} : { salts: heading.salts }),
  }
  if (pending.remind !== undefined) return ok(remind(world, draft, pending, pending.remind, due))
  if (pending.level !== undefined) return ok(escalate(world, run, draft, pending, due))
  const event = expiryOf(run, draft, pending)
  if (event === null) return ok(noteLateness(world, draft, pending, due))
  const expired = recordMove(world, run, draft, event, { ...due, kind: 'expired' })
  // A lapse that settles nothing is lateness: it must not fall due for ever.
  const isLate = expired.ok && pendingOf(expired.value.case).some((each) => isSame(each, pending))
  return isLate ? ok(noteLateness(world, expired.value, pending, due)) : expired
}

function remind(
  world: World,
  draft: Draft,
  { subject }: Pending,
  before: number,
  due: Heading,
): Draft {
  return recordFacts(world, draft, { ...due, kind: 'reminded' }, [
    { fact: 'reminded', subject, before },
  ])
}

/** Told, level by level, each once, however late the host wakes. */
function escalate(
  world: World,
  run: Runnable,
  draft: Draft,
  { subject, level = 1, at }: Pending,
  due: Heading,
): Draft {
  const to = drawnLimit(run, draft.case, subject)?.escalate?.[level - 1]?.to
  const people =
    to === undefined
      ? []
      : routeWho(to, routingContext(world, run, draft.case.position, at)).flatMap(
          (group) => group.people,
        )
  return recordFacts(world, draft, { ...due, kind: 'escalated' }, [
    { fact: 'escalated', subject, level, people },
  ])
}

/** The limit of a task, or the clock of a phase, as drawn. */
function drawnLimit(run: Runnable, kase: Case, subject: string): Limit | Clock | undefined {
  const { tree } = run.program
  if (kase.clocks[subject] !== undefined) {
    const dot = subject.lastIndexOf('.')
    return tree.blocks.get(subject.slice(0, dot))?.phase?.clocks?.[subject.slice(dot + 1)]
  }
  const step = tree.places.get(stepOfTask(subject))?.step
  return step !== undefined && isLeaf(step) ? step.limit : undefined
}

function isSame(a: Pending, b: Pending): boolean {
  return a.subject === b.subject && a.at === b.at && a.remind === b.remind && a.level === b.level
}

function noteLateness(world: World, draft: Draft, { subject }: Pending, due: Heading): Draft {
  return recordFacts(world, draft, { ...due, kind: 'overdue' }, [{ fact: 'overdue', subject }])
}

/** The machine's event for a lapse that takes an exit; null where lateness is only noted. */
function expiryOf(run: Runnable, draft: Draft, pending: Pending): MoveEvent | null {
  const { tree } = run.program
  if (draft.case.clocks[pending.subject] !== undefined) {
    const dot = pending.subject.lastIndexOf('.')
    const phase = pending.subject.slice(0, dot)
    const take =
      tree.blocks.get(phase)?.phase?.clocks?.[pending.subject.slice(dot + 1)]?.expiry?.take
    return take === undefined ? null : { type: `${phase}.${take}.@expired`, at: pending.at }
  }
  const step = stepOfTask(pending.subject)
  const leaf = tree.places.get(step)?.step
  if (leaf === undefined || !isLeaf(leaf)) return null
  const { expiry } = leaf.limit ?? {}
  if (expiry === undefined || !leads(exitsOf(leaf)[expiry.take])) return null
  return { type: `${step}.@expired`, at: pending.at }
}
