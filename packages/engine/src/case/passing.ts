import type { MoveEvent } from '../machine/event.ts'
import { exitsOf, leads } from '../machine/exits.ts'
import type { Task } from '../model/step.ts'
import { type Who, whoList } from '../model/who.ts'
import type { Policies } from '../model/workflow.ts'
import { openSeats } from '../routing/open-seats.ts'
import { routeWho } from '../routing/resolve.ts'
import { askedOn } from './authority.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { assignedGroup } from './consequences.ts'
import type { AssignedGroup, RecordFact } from './fact.ts'
import { isApplicant } from './open-seal.ts'
import { type Runnable, routingContext, type World } from './world.ts'

/**
 * What a workflow says of a step whose signers are nobody, the applicant, or people who have agreed
 * before (空审批人, 审批人=申请人, 自动去重): asked anyway, another post asked instead, or the step passed by
 * the exit that it names for that. Looked at as a step opens. Passing is off for a step that a return
 * reached, and one step is passed at most once a command.
 */
export function passingOf(
  world: World,
  run: Runnable,
  kase: Case,
  events: readonly CaseEvent[],
  step: string,
  at: string,
): Passing | null {
  const task = run.program.tree.places.get(step)?.step
  const open = kase.position.open[step]
  if (task?.kind !== 'task' || open === undefined || open.touched) return null
  if (open.seats.some(({ state, voices }) => state !== 'open' || voices !== undefined)) return null
  const policy = policyFor(run, kase, step, task)
  if (policy === 'escalate') return escalated(world, run, kase, step, task, at)
  if (policy !== 'skip' || !mayPass(kase, events, step, task)) return null
  return { kind: 'skipped', event: { type: `${step}.@skipped`, at }, besides: [] }
}

/** What becomes of a step by a rule about its signers: a move of the machine, and what it records. */
export interface Passing {
  readonly kind: 'skipped' | 'reassigned'
  readonly event: MoveEvent
  readonly besides: readonly RecordFact[]
}

function policyFor(
  run: Runnable,
  kase: Case,
  step: string,
  task: Task,
): Policies['sameAsApplicant'] | 'hold' | undefined {
  const { policies = {} } = run.workflow
  const asked = askedOn(run, kase, step)
  if (asked.length === 0) return policies.emptySigner
  const applicant = applicantOf(kase)
  if (applicant !== null && asked.every((person) => person === applicant))
    return policies.sameAsApplicant
  const agreed = peopleWhoAgreed(run, kase, step, task)
  return asked.every((person) => agreed.has(person)) ? policies.repeatedSigner : undefined
}

function applicantOf(kase: Case): string | null {
  const entry = kase.applicant === null ? undefined : kase.vault[kase.applicant]?.value
  return entry !== undefined && isApplicant(entry) ? (entry.staffId ?? null) : null
}

/** Those who have completed another task of the same duty in this case: one section may owe two opinions. */
function peopleWhoAgreed(run: Runnable, kase: Case, step: string, task: Task): ReadonlySet<string> {
  const duties = dutiesOf(task.by)
  const earlier = kase.position.trail.filter((id) => {
    const other = run.program.tree.places.get(id)?.step
    return (
      id !== step &&
      other?.kind === 'task' &&
      dutiesOf(other.by).some((duty) => duties.includes(duty))
    )
  })
  return new Set(earlier.flatMap((id) => kase.position.done[id]?.people ?? []))
}

function dutiesOf(by: Who | readonly Who[]): readonly string[] {
  return whoList(by).flatMap((who) => ('duty' in who ? who.duty : []))
}

function mayPass(kase: Case, events: readonly CaseEvent[], step: string, task: Task): boolean {
  if (task.skip === undefined || !leads(exitsOf(task)[task.skip])) return false
  if ((kase.position.open[step]?.round ?? 1) > 1 && kase.position.returns[step] !== undefined)
    return false
  return !events.some(({ facts }) =>
    facts.some(
      (fact) =>
        (fact.fact === 'returned' && fact.to === step) ||
        (fact.fact === 'done' && fact.step === step && fact.how === 'skipped'),
    ),
  )
}

/**
 * Another post signs instead, with one signature, or as many as persons are needed; if not enough people
 * hold it, the step stays as it is.
 */
function escalated(
  world: World,
  run: Runnable,
  kase: Case,
  step: string,
  task: Task,
  at: string,
): Passing | null {
  const post = run.workflow.policies?.escalateTo
  const known = kase.tasks[step]
  if (post === undefined || known === undefined || isInstead(run, known.groups, task)) return null
  const groups = routeWho({ post }, routingContext(world, run, kase.position, at))
  const people = new Set(groups.flatMap((group) => group.people))
  if (people.size < (task.persons ?? 1)) return null
  const group = task.signing?.lead ?? 0
  const seats = openSeats(asSingle(task), groups).map((seat) => ({ ...seat, group }))
  return {
    kind: 'reassigned',
    event: { type: `${step}.@seats`, at, seats, touched: false },
    besides: [
      {
        fact: 'assigned',
        step,
        task: known.task,
        ...(known.stage === undefined ? {} : { stage: known.stage }),
        groups: groups.map(assignedGroup),
      },
    ],
  }
}

/** Whom an open task asks, and how: as drawn, or the post that signs instead. */
export function askedOf(run: Runnable, kase: Case, step: string, task: Task): Task {
  const post = run.workflow.policies?.escalateTo
  const groups = kase.tasks[step]?.groups ?? []
  if (post === undefined || !isInstead(run, groups, task)) return task
  return { ...asSingle(task), by: { post } }
}

function asSingle(task: Task): Task {
  return { ...task, signing: { rule: 'single' } }
}

/** Whether these groups are the post that signs instead, and not what is drawn. */
function isInstead(run: Runnable, groups: readonly AssignedGroup[], { by }: Task): boolean {
  const post = run.workflow.policies?.escalateTo
  const [group, another] = groups
  const [drawn, other] = whoList(by)
  const isThePost = (who: object | undefined): boolean =>
    who !== undefined && !('duty' in who) && 'post' in who && who.post === post
  return another === undefined && isThePost(group) && !(other === undefined && isThePost(drawn))
}
