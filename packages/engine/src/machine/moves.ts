import type { Arrow } from '../model/arrow.ts'
import type { Leaf, StepId, Task } from '../model/step.ts'
import { openSeats } from '../routing/open-seats.ts'
import { reseat } from '../routing/reseat.ts'
import type { RoutedGroup } from '../routing/resolve.ts'
import { sayOn } from '../routing/say-on.ts'
import { peopleWhoSpoke, type Seat } from '../routing/seat.ts'
import { seatFor, settle } from '../routing/tally.ts'
import { takeArrow, writeData, writeSets } from './arrow-effects.ts'
import type { Block } from './block.ts'
import { begin, type CaseContext, note } from './context.ts'
import type { MoveEvent } from './event.ts'
import { exitsOf, leads } from './exits.ts'
import type { PositionFact } from './fact.ts'
import { isPassed, patchedSeats, withoutPeople } from './patch-step.ts'
import type { OpenStep, TakenHow } from './position.ts'
import type { Program } from './program.ts'
import { goStraightBack } from './way-back.ts'

/** Finds the people of a task as it opens. The only thing that the machine asks of the registers. */
export type Route = (step: StepId, task: Task, context: CaseContext) => readonly RoutedGroup[]

/** Opens a leaf: afresh with its seats, or as it was left. */
export function openLeaf(
  program: Program,
  route: Route,
  id: StepId,
  leaf: Leaf,
  context: CaseContext,
): CaseContext {
  const { position } = context
  const resumed = position.resume?.steps
  const isResumed = resumed !== undefined && Object.hasOwn(resumed, id)
  const record = resumed?.[id]
  const change = position.patches[id]
  const groupsOf = (task: Task): readonly RoutedGroup[] =>
    withoutPeople(route(id, task, context), change)
  if (record) {
    const { round, seats } = record
    // Staff may have changed while the step was closed.
    const seated = leaf.kind === 'task' ? reseat(leaf, seats, groupsOf(leaf)) : seats
    return note(context, { fact: 'opened', step: id, round, seats: seated })
  }
  const round = (position.rounds[id] ?? 0) + 1
  if (
    !isResumed &&
    leaf.skip !== undefined &&
    leads(exitsOf(leaf)[leaf.skip]) &&
    (isPassed(leaf, change) ||
      (leaf.when !== undefined && !program.truth(leaf.when, position.data, context.now)))
  ) {
    return note(
      context,
      { fact: 'opened', step: id, round, seats: [] },
      { fact: 'settled', step: id, exit: leaf.skip, how: 'skipped' },
    )
  }
  const seats = leaf.kind === 'task' ? patchedSeats(openSeats(leaf, groupsOf(leaf)), change) : []
  return note(context, { fact: 'opened', step: id, round, seats })
}

/** Somebody takes an action of an open leaf. The guard has said that it may be taken. */
export function actOnLeaf(
  program: Program,
  id: StepId,
  leaf: Leaf,
  action: string,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const arrow = exitsOf(leaf)[action] ?? {}
  const context = writeData(begin(before, event.at), event.data)
  if (!leads(arrow)) {
    const noted = note(context, { fact: 'noted', step: id, action }, ...usedFacts(id, leaf, action))
    return writeSets(program, noted, arrow.sets)
  }
  if (leaf.kind !== 'task') return note(context, settled(id, action, event.how))
  return speakUp(id, leaf, action, context, event)
}

function speakUp(
  id: StepId,
  task: Task,
  action: string,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const seats = before.position.open[id]?.seats ?? []
  const seat = event.by === undefined ? seats.find(isOpen) : seatFor(task, seats, event.by)
  if (!seat) return note(before, settled(id, action, event.how))
  const turn = seats.filter((other) => other.turn !== undefined).length + 1
  const by = event.by ?? '@anybody'
  const { seat: spoken, movesAtOnce } = sayOn(task, seat, { action, by, turn })
  const context = note(before, { fact: 'spoke', step: id, seat: spoken })
  if (movesAtOnce) return note(context, settled(id, action, event.how))
  return settleOnSeats(id, task, context, event.how)
}

function settleOnSeats(
  id: StepId,
  task: Task,
  context: CaseContext,
  taken?: TakenHow,
): CaseContext {
  const settlement = settle(task, context.position.open[id]?.seats ?? [])
  if (settlement === null) return context
  return note(context, settled(id, settlement.exit, taken))
}

function isOpen(seat: Seat): boolean {
  return seat.state === 'open'
}

function settled(step: StepId, exit: string, how: TakenHow | undefined): PositionFact {
  return how === undefined ? { fact: 'settled', step, exit } : { fact: 'settled', step, exit, how }
}

/** Lapse of time takes the exit that the limit names; on a tally it speaks for every seat that owes. */
export function expireLeaf(
  id: StepId,
  leaf: Leaf,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const expiry = leaf.limit?.expiry
  if (expiry === undefined || !leads(exitsOf(leaf)[expiry.take])) return before
  const taken: TakenHow = expiry.as ?? 'expired'
  let context = begin(before, event.at)
  const side = leaf.kind === 'task' ? leaf.actions[expiry.take]?.counts : undefined
  if (leaf.kind !== 'task' || side === undefined)
    return note(context, settled(id, expiry.take, taken))
  const lead = leaf.signing?.lead
  let turn = context.position.open[id]?.seats.filter((seat) => seat.turn !== undefined).length ?? 0
  for (const seat of context.position.open[id]?.seats ?? []) {
    // Silence of those asked along is consent; the lead's own word is owed, and late.
    if (!isOpen(seat) || seat.group === lead) continue
    turn += 1
    context = note(context, {
      fact: 'spoke',
      step: id,
      seat: { ...seat, state: side, exit: expiry.take, turn },
    })
  }
  return settleOnSeats(id, leaf, context, taken)
}

/** Seats replaced by an operator or a newer directory; the step settles anew if that decides it. */
export function seatLeaf(
  id: StepId,
  leaf: Leaf,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const context = note(begin(before, event.at), {
    fact: 'seated',
    step: id,
    seats: event.seats ?? [],
    touched: event.touched ?? before.position.open[id]?.touched ?? false,
  })
  return leaf.kind === 'task' ? settleOnSeats(id, leaf, context) : context
}

/** What is filled in so far is kept; the step stays open. */
export function saveLeaf(id: StepId, before: CaseContext, event: MoveEvent): CaseContext {
  const context = writeData(begin(before, event.at), event.data)
  return note(context, { fact: 'noted', step: id, action: 'save-draft' })
}

/** A rule of the workflow passes the step by the exit that it names for that. */
export function skipLeaf(
  id: StepId,
  exit: string,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  return note(begin(before, event.at), settled(id, exit, 'skipped'))
}

/** A leaf is left by the exit that settled it. */
export function leaveLeaf(
  program: Program,
  id: StepId,
  leaf: Leaf,
  block: Block,
  context: CaseContext,
): CaseContext {
  const open = context.position.open[id]
  const exit = open?.exit
  const arrow = exit === undefined ? undefined : exitsOf(leaf)[exit]
  if (open === undefined || exit === undefined || arrow === undefined) return context
  const done = note(context, ...doneFacts(id, leaf, exit, open))
  return takeArrow(program, block, arrow, done, setsOf(leaf, exit, open.how))
}

/** A leaf is left straight back to where the case came from: its arrow's effects, not its target. */
export function leaveLeafBack(
  program: Program,
  id: StepId,
  leaf: Leaf,
  target: Block,
  context: CaseContext,
): CaseContext {
  const open = context.position.open[id]
  const exit = open?.exit
  const back = context.position.carried[id]
  if (open === undefined || exit === undefined || back === undefined) return context
  const done = note(context, ...doneFacts(id, leaf, exit, open))
  const written = writeSets(program, done, setsOf(leaf, exit, open.how))
  return goStraightBack(program, target, id, back, written)
}

function doneFacts(
  id: StepId,
  leaf: Leaf,
  exit: string,
  { seats, how: taken }: OpenStep,
): readonly PositionFact[] {
  const done: PositionFact = {
    fact: 'done',
    step: id,
    exit,
    people: peopleWhoSpoke(seats),
    ...(taken === undefined ? {} : { how: taken }),
    ...(leaf.kind === 'task' && taken !== 'skipped' ? { trail: true as const } : {}),
  }
  return [done, ...usedFacts(id, leaf, exit)]
}

/** A use counts when the step takes the action, not when one of several signers says the word. */
function usedFacts(step: StepId, leaf: Leaf, action: string): readonly PositionFact[] {
  const arrow = exitsOf(leaf)[action] ?? {}
  return 'max' in arrow ? [{ fact: 'used', step, action }] : []
}

/** What is written as a leaf is left: a lapse of time may state its own. */
export function setsOf(leaf: Leaf, exit: string, taken: TakenHow | undefined): Arrow['sets'] {
  const expiry = leaf.limit?.expiry
  const lapsed = taken !== undefined && taken !== 'skipped' && expiry?.take === exit
  return (lapsed ? expiry?.sets : undefined) ?? exitsOf(leaf)[exit]?.sets
}
