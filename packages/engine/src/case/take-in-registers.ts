import { civilDayOf } from '../calendar/instant.ts'
import { withoutPeople } from '../machine/patch-step.ts'
import { canonical } from '../model/canonical.ts'
import type { Editions } from '../model/registers.ts'
import { ok, type Result } from '../model/result.ts'
import { reseat } from '../routing/reseat.ts'
import { routeWho } from '../routing/resolve.ts'
import { isBarred } from './authority.ts'
import type { Case } from './case.ts'
import { dueDate } from './clocks.ts'
import { assignedGroup } from './consequences.ts'
import type { RecordFact } from './fact.ts'
import { move } from './move.ts'
import { askedOf } from './passing.ts'
import { type Draft, following, type Heading, recordFacts, recordMoved } from './record.ts'
import type { Refusal } from './refusal.ts'
import { type Runnable, routingContext, type World } from './world.ts'

/**
 * Takes newer registers into a running case. A newer directory moves its open tasks to the sections
 * and people in force now; a newer calendar moves its due dates; each as an event. The release of
 * the case does not change. People also come and go by date within one edition, so a new civil day
 * is looked at like a new edition.
 */
export function takeInRegisters(
  world: World,
  run: Runnable,
  draft: Draft,
  heading: Heading,
): Result<Draft, Refusal> {
  const { editions } = draft.case
  const now = world.registers.editions
  const isNewDay =
    civilDayOf(heading.recordedAt, world.utcOffset) !==
    civilDayOf(draft.case.recordedAt, world.utcOffset)
  const isOther = differs(editions, now, 'directory') || differs(editions, now, 'people')
  const moved = isNewDay || isOther ? reassignAll(world, run, draft, heading) : ok(draft)
  if (!moved.ok || !differs(editions, now, 'calendar')) return moved
  return ok(recount(world, moved.value, heading))
}

/** Moves every open task to the sections and people in force on the day of the command. */
export function reassignAll(
  world: World,
  run: Runnable,
  draft: Draft,
  heading: Heading,
): Result<Draft, Refusal> {
  let sofar: Result<Draft, Refusal> = ok(draft)
  for (const step of Object.keys(draft.case.tasks).sort()) {
    sofar = reassign(world, run, sofar.value, step, heading)
    if (!sofar.ok) return sofar
  }
  return sofar
}

function differs(before: Editions | null, now: Editions, register: keyof Editions): boolean {
  return before !== null && before[register].hash !== now[register].hash
}

function reassign(
  world: World,
  run: Runnable,
  draft: Draft,
  step: string,
  heading: Heading,
): Result<Draft, Refusal> {
  const task = run.program.tree.places.get(step)?.step
  const open = draft.case.position.open[step]
  const known = draft.case.tasks[step]
  if (task?.kind !== 'task' || open === undefined || known === undefined) return ok(draft)
  const asked = askedOf(run, draft.case, step, task)
  const groups = withoutPeople(
    routeWho(asked.by, routingContext(world, run, draft.case.position, heading.recordedAt)),
    draft.case.position.patches[step],
  )
  const day = civilDayOf(heading.recordedAt, world.utcOffset)
  const seats = reseat(asked, open.seats, groups, {
    isHere: (person) => person.startsWith('@') || world.index.isInOffice(run.town, person, day),
    mayJoin: (person) => !isBarred(run, draft.case, step, person),
  })
  const assigned: RecordFact = {
    fact: 'assigned',
    step,
    task: known.task,
    ...(known.stage === undefined ? {} : { stage: known.stage }),
    groups: groups.map(assignedGroup),
  }
  if (same(seats, open.seats) && same(assigned.groups, known.groups)) return ok(draft)
  const moved = move(run, draft.case.position, {
    type: `${step}.@seats`,
    at: heading.recordedAt,
    seats,
    touched: open.touched,
  })
  const title: Heading = { ...following(heading), kind: 'reassigned', subject: known.task }
  const { case: before, events: earlier } = draft
  return recordMoved(world, run, { before, earlier, moved, heading: title, extra: [assigned] })
}

/** Equality of plain data, whatever the order of its keys. */
function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return canonical(a) === canonical(b)
}

function recount(world: World, draft: Draft, heading: Heading): Draft {
  let sofar = draft
  for (const { subject, due } of movedDueDates(world, draft.case)) {
    const title: Heading = { ...following(heading), kind: 'due-date-recounted', subject }
    sofar = recordFacts(world, sofar, title, [{ fact: 'due-moved', subject, due }])
  }
  return sofar
}

function movedDueDates(
  world: World,
  kase: Case,
): readonly { readonly subject: string; readonly due: ReturnType<typeof dueDate> }[] {
  const tasks = Object.values(kase.tasks).flatMap(({ task, limit }) =>
    limit === undefined ? [] : [{ subject: task, limit, stops: limit.stops ?? [] }],
  )
  const clocks = Object.entries(kase.clocks).flatMap(([subject, clock]) =>
    clock.endedAt === undefined ? [{ subject, limit: clock, stops: clock.stops }] : [],
  )
  const running = [...tasks, ...clocks].sort((a, b) => (a.subject < b.subject ? -1 : 1))
  return running.flatMap(({ subject, limit, stops }) => {
    const due = dueDate(world, limit, stops)
    return same([due], [limit.due]) ? [] : [{ subject, due }]
  })
}
