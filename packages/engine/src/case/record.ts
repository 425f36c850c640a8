import type { MoveEvent } from '../machine/event.ts'
import type { CaseData } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { askedOn, isBarred } from './authority.ts'
import { withoutBarred } from './barred-seats.ts'
import type { Case, Vault } from './case.ts'
import type { CaseEvent, EventKind } from './case-event.ts'
import type { RecordedCommand, Salts } from './command.ts'
import { consequencesOf, openedSteps } from './consequences.ts'
import { evolve } from './evolve.ts'
import type { CaseFact, RecordFact } from './fact.ts'
import { type Moved, move } from './move.ts'
import { type Passing, passingOf } from './passing.ts'
import type { Refusal } from './refusal.ts'
import { sealFacts, vaultOf } from './vault.ts'
import type { Runnable, World } from './world.ts'

/** A case on its way through one command: the events so far. */
export interface Draft {
  readonly case: Case
  readonly events: readonly CaseEvent[]
}

/** What heads an event. */
export interface Heading {
  readonly kind: EventKind
  readonly commandId: string
  readonly recordedAt: string
  /** Legal time; default: `recordedAt`. */
  readonly effectiveAt?: string
  readonly subject?: string
  readonly command?: RecordedCommand
  /** Data of the command as it was given: what is sensitive goes into the vault. */
  readonly data?: CaseData
  readonly salts?: Salts
}

/** Moves the machine, finds what follows, and records it as one event, or says which salts are missing. */
export function recordMove(
  world: World,
  run: Runnable,
  draft: Draft,
  event: MoveEvent,
  heading: Heading,
): Result<Draft, Refusal> {
  const { case: before, events: earlier } = draft
  return recordMoved(world, run, {
    before,
    earlier,
    moved: move(run, before.position, event),
    heading,
  })
}

/** A move that the machine has made, and what is to be recorded with it. */
export interface Recording {
  readonly before: Case | null
  /** Events of the same command so far. */
  readonly earlier: readonly CaseEvent[]
  readonly moved: Moved
  readonly heading: Heading
  readonly vault?: Vault
  readonly extra?: readonly RecordFact[]
}

/** Records a move that the machine has made, and what follows for the signers of the steps that it opened. */
export function recordMoved(
  world: World,
  run: Runnable,
  recording: Recording,
): Result<Draft, Refusal> {
  const { before, moved, heading } = recording
  const draft = recordOne(world, run, recording)
  if (!draft.ok) return draft
  const seated = seatSigners(world, run, draft.value, openedSteps(moved), heading)
  return seated.ok ? ok(reportNobody(world, run, before, seated.value, heading)) : seated
}

/** One event, and the case after it; or which salts are missing. */
function recordOne(
  world: World,
  run: Runnable,
  { before, earlier, moved, heading, vault: besides = {}, extra = [] }: Recording,
): Result<Draft, Refusal> {
  const at = heading.effectiveAt ?? heading.recordedAt
  const { fields } = run.workflow
  const salts = heading.salts ?? {}
  const sealed = sealFacts(fields, moved.facts, salts)
  const given = vaultOf(fields, heading.data, salts)
  if (given.missing.length + sealed.missing.length > 0) {
    const fields = [...new Set([...given.missing, ...sealed.missing])]
    return fail({ kind: 'salt-needed', fields })
  }
  const blank = before ?? ({ tasks: {}, clocks: {} } as Pick<Case, 'tasks' | 'clocks'>)
  const follows = consequencesOf(world, run, blank, {
    facts: moved.facts,
    position: moved.position,
    at,
  })
  const event = eventOf(before, heading, [...sealed.facts, ...follows, ...extra], world)
  const added = { ...besides, ...given.vault, ...sealed.vault }
  const vault =
    Object.keys(added).length === 0 && before !== null
      ? before.vault
      : { ...before?.vault, ...added }
  const next = evolve(before, event, vault, moved.position)
  return ok({ case: next, events: [...earlier, event] })
}

/**
 * Of steps just opened, or whose signers changed: a rule of the workflow passes the step or has another
 * post sign; seats that nobody may fill are taken away, so that the others of a joint signing go on
 * alone. Steps that open as one is passed are looked at in turn.
 */
export function seatSigners(
  world: World,
  run: Runnable,
  draft: Draft,
  steps: readonly string[],
  heading: Heading,
): Result<Draft, Refusal> {
  const at = heading.effectiveAt ?? heading.recordedAt
  const waiting = [...steps].sort()
  let sofar = draft
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { case: kase, events } = sofar
    const subject = kase.tasks[step]?.task
    const change = changeOfSigners(world, run, sofar, step, at)
    if (change === null || subject === undefined) continue
    const title: Heading = {
      ...following(heading),
      kind: change.kind,
      subject,
      ...(heading.salts === undefined ? {} : { salts: heading.salts }),
    }
    const moved = move(run, kase.position, change.event)
    const done = recordOne(world, run, {
      before: kase,
      earlier: events,
      moved,
      heading: title,
      extra: change.besides,
    })
    if (!done.ok) return done
    sofar = done.value
    waiting.push(...openedSteps(moved).filter((opened) => !waiting.includes(opened)))
    waiting.sort()
  }
  return ok(sofar)
}

function changeOfSigners(
  world: World,
  run: Runnable,
  { case: kase, events }: Draft,
  step: string,
  at: string,
): Passing | null {
  const passing = passingOf(world, run, kase, events, step, at)
  if (passing !== null) return passing
  const seats = withoutBarred(run, kase, step)
  if (seats === null) return null
  const touched = kase.position.open[step]?.touched ?? false
  const event = { type: `${step}.@seats`, at, seats, touched }
  return { kind: 'reassigned', event, besides: [] }
}

/** Records facts that move nothing in the machine. */
export function recordFacts(
  world: World,
  draft: Draft,
  heading: Heading,
  facts: readonly CaseFact[],
): Draft {
  const event = eventOf(draft.case, heading, facts, world)
  return { case: evolve(draft.case, event), events: [...draft.events, event] }
}

/** Tasks that have come to have nobody who may act: each reported once, and they stay open. */
export function reportNobody(
  world: World,
  run: Runnable,
  before: Case | null,
  draft: Draft,
  heading: Heading,
): Draft {
  let sofar = draft
  for (const step of Object.keys(draft.case.tasks).sort()) {
    const fact = unmannedFact(run, draft.case, step)
    const known = before === null || fact === null ? null : unmannedFact(run, before, step)
    if (fact === null || known?.task === fact.task || isReported(draft, fact.task)) continue
    const title: Heading = { ...following(heading), kind: 'nobody-can-act', subject: fact.task }
    sofar = recordFacts(world, sofar, title, [fact])
  }
  return sofar
}

function isReported({ events }: Draft, task: string): boolean {
  return events.some(({ kind, subject }) => kind === 'nobody-can-act' && subject === task)
}

/** Why nobody may act on an open task now, or null when somebody may. */
export function unmannedFact(
  run: Runnable,
  kase: Case,
  step: string,
): Extract<RecordFact, { fact: 'unmanned' }> | null {
  const open = kase.position.open[step]
  const task = kase.tasks[step]
  if (open === undefined || task === undefined) return null
  if (run.program.tree.places.get(step)?.step.kind !== 'task') return null
  const asked = askedOn(run, kase, step)
  if (asked.some((person) => !isBarred(run, kase, step, person))) return null
  const gaps = task.groups.flatMap((group) => (group.gap === undefined ? [] : [group.gap]))
  const because = asked.length > 0 ? 'separation' : gaps.length > 0 ? 'duty-gap' : 'no-staff'
  return { fact: 'unmanned', task: task.task, because, gaps }
}

/** Heading of a further event of the same command. */
export function following(heading: Heading): Heading {
  const { commandId, recordedAt, effectiveAt } = heading
  return {
    kind: heading.kind,
    commandId,
    recordedAt,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  }
}

function eventOf(
  before: Case | null,
  heading: Heading,
  facts: readonly CaseFact[],
  world: World,
): CaseEvent {
  return {
    seq: (before?.seq ?? 0) + 1,
    commandId: heading.commandId,
    recordedAt: heading.recordedAt,
    effectiveAt: heading.effectiveAt ?? heading.recordedAt,
    kind: heading.kind,
    ...(heading.subject === undefined ? {} : { subject: heading.subject }),
    ...(heading.command === undefined ? {} : { command: heading.command }),
    facts,
    editions: world.registers.editions,
  }
}
