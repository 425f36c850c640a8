import type { Arrow } from '../model/arrow.ts'
import type { Expiry } from '../model/limit.ts'
import type { Leaf, StepId, Task } from '../model/step.ts'
import { openSeats } from '../routing/open-seats.ts'
import type { RoutedGroup } from '../routing/resolve.ts'
import { peopleWhoSpoke, type Seat } from '../routing/seat.ts'
import { seatFor, settle, speak } from '../routing/tally.ts'
import { closeChild, takeArrow, writeData, writeSets } from './arrow-effects.ts'
import { type Block, childHolding } from './block.ts'
import { begin, type CaseContext, note } from './context.ts'
import type { MoveEvent } from './event.ts'
import { exitsOf } from './exits.ts'
import type { PositionFact } from './fact.ts'
import type { TakenHow } from './position.ts'
import type { Program } from './program.ts'

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
  if (record)
    return note(context, { fact: 'opened', step: id, round: record.round, seats: record.seats })
  const round = (position.rounds[id] ?? 0) + 1
  if (
    !isResumed &&
    leaf.when !== undefined &&
    leaf.skip !== undefined &&
    !program.truth(leaf.when, position.data, context.now)
  ) {
    return note(
      context,
      { fact: 'opened', step: id, round, seats: [] },
      { fact: 'settled', step: id, exit: leaf.skip, how: 'skipped' },
    )
  }
  const seats = leaf.kind === 'task' ? openSeats(leaf, route(id, leaf, context)) : []
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
  let context = writeData(begin(before, event.at), event.data)
  if ('max' in arrow) context = note(context, { fact: 'used', step: id, action })
  if (arrow.to === undefined && arrow.result === undefined) {
    return writeSets(program, note(context, { fact: 'noted', step: id, action }), arrow.sets)
  }
  if (leaf.kind !== 'task')
    return note(context, { fact: 'settled', step: id, exit: action, ...how(event) })
  return speakUp(id, leaf, action, context, event)
}

function speakUp(
  id: StepId,
  task: Task,
  action: string,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const side = task.actions[action]?.counts
  const seats = before.position.open[id]?.seats ?? []
  const seat = event.by === undefined ? seats.find(isOpen) : seatFor(task, seats, event.by)
  if (!seat) return note(before, { fact: 'settled', step: id, exit: action, ...how(event) })
  const turn = seats.filter((other) => other.turn !== undefined).length + 1
  const spoken = speak(seat, action, side ?? 'for', event.by ?? '@anybody', turn)
  const context = note(before, { fact: 'spoke', step: id, seat: spoken })
  if (side === undefined)
    return note(context, { fact: 'settled', step: id, exit: action, ...how(event) })
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
  return note(context, {
    fact: 'settled',
    step: id,
    exit: settlement.exit,
    ...(taken === undefined ? {} : { how: taken }),
  })
}

function isOpen(seat: Seat): boolean {
  return seat.state === 'open'
}

function how(event: MoveEvent): { readonly how?: TakenHow } {
  return event.how === undefined ? {} : { how: event.how }
}

/** Lapse of time takes the exit that the limit names; on a tally it speaks for every seat that owes. */
export function expireLeaf(
  id: StepId,
  leaf: Leaf,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const expiry = leaf.limit?.expiry
  if (expiry === undefined) return before
  const taken: TakenHow = expiry.as ?? 'expired'
  let context = begin(before, event.at)
  const side = leaf.kind === 'task' ? leaf.actions[expiry.take]?.counts : undefined
  if (leaf.kind !== 'task' || side === undefined)
    return note(context, { fact: 'settled', step: id, exit: expiry.take, how: taken })
  let turn = context.position.open[id]?.seats.filter((seat) => seat.turn !== undefined).length ?? 0
  for (const seat of context.position.open[id]?.seats ?? []) {
    if (!isOpen(seat)) continue
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
  const done = note(context, doneFact(id, leaf, exit, open.seats, open.how))
  return takeArrow(
    program,
    block,
    arrow,
    'main',
    done,
    expirySets(leaf.limit?.expiry, exit, open.how),
  )
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
  const done = note(context, doneFact(id, leaf, exit, open.seats, open.how))
  const written = writeSets(program, done, exitsOf(leaf)[exit]?.sets)
  const child = childHolding(program.tree, target, id)
  const inside = child === null ? written : closeChild(program, target, child, written)
  return note(inside, { fact: 'went-back', block: target.id, by: id, resume: back.resume })
}

function doneFact(
  id: StepId,
  leaf: Leaf,
  exit: string,
  seats: readonly Seat[],
  taken: TakenHow | undefined,
): PositionFact {
  return {
    fact: 'done',
    step: id,
    exit,
    people: peopleWhoSpoke(seats),
    ...(taken === undefined ? {} : { how: taken }),
    ...(leaf.kind === 'task' && taken !== 'skipped' ? { trail: true as const } : {}),
  }
}

function expirySets(
  expiry: Expiry | undefined,
  exit: string,
  taken: TakenHow | undefined,
): Arrow['sets'] {
  return taken !== undefined && taken !== 'skipped' && expiry?.take === exit
    ? expiry.sets
    : undefined
}
