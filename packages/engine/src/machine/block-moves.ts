import type { Decision, Side } from '../model/step.ts'
import {
  closeChild,
  closeInside,
  fitting,
  takeArrow,
  writeData,
  writeSets,
} from './arrow-effects.ts'
import { type Block, blocksAround } from './block.ts'
import { begin, type CaseContext, note } from './context.ts'
import type { MoveEvent } from './event.ts'
import { exitsOf, OTHERWISE, rowName } from './exits.ts'
import { concernOf, rowTaken } from './parallel.ts'
import type { Position } from './position.ts'
import type { Program } from './program.ts'
import { planReturn } from './return.ts'
import { goStraightBack } from './way-back.ts'

/** Enters a phase. The first one of stage after-care is the finish 办结. */
export function enterPhase(block: Block, before: CaseContext): CaseContext {
  const context = note(before, { fact: 'entered', block: block.id })
  const finishes = block.phase?.stage === 'after-care' && !context.position.finished
  return finishes ? note(context, { fact: 'finished' }) : context
}

/** Enters a parallel: which branches are concerned, which earlier answers stand. */
export function enterParallel(program: Program, block: Block, before: CaseContext): CaseContext {
  const concern = concernOf(program, before.position, block, before.now)
  const { branches, kept, cut } = concern
  return note(note(before, { fact: 'entered', block: block.id }), {
    fact: 'concerned',
    block: block.id,
    branches,
    kept,
    ...(cut.length === 0 ? {} : { cut }),
  })
}

/** Evaluates a decision's table, writes its outputs, and names the exit. */
export function decideByTable(
  program: Program,
  id: string,
  step: Decision,
  before: CaseContext,
): CaseContext {
  const table = step.table === undefined ? undefined : program.tables.get(step.table)
  if (table === undefined) return note(before, { fact: 'decided', step: id, exit: OTHERWISE })
  const { outputs, hits } = table.evaluate(before.position.data, { now: before.now })
  const { exit, ...written } = outputs ?? {}
  const { fields } = program.tree.workflow
  const values = Object.entries(written).flatMap(([field, value]) =>
    Object.hasOwn(fields, field) ? [[field, fitting(program, field, value)]] : [],
  )
  const context = writeData(before, Object.fromEntries(values))
  const named = typeof exit === 'string' && Object.hasOwn(step.exits ?? {}, exit) ? exit : OTHERWISE
  return note(context, { fact: 'decided', step: id, exit: named, hits })
}

/** Evaluates a decision's rows in order. Null is not true. */
export function decideByRows(
  program: Program,
  id: string,
  step: Decision,
  before: CaseContext,
): CaseContext {
  const rows = step.rows ?? []
  const index = rows.findIndex((row) => program.truth(row.when, before.position.data, before.now))
  return note(before, { fact: 'decided', step: id, exit: index < 0 ? OTHERWISE : rowName(index) })
}

/** Leaves a decision by the exit that it named. */
export function leaveDecision(
  program: Program,
  id: string,
  step: Decision,
  block: Block,
  context: CaseContext,
): CaseContext {
  const arrow = exitsOf(step)[context.position.done[id]?.exit ?? OTHERWISE] ?? step.otherwise
  return takeArrow(program, block, arrow, context)
}

/** Whether the phase has its result and nothing beside the main line is still open. */
export function isPhaseOver(program: Program, position: Position, block: Block): boolean {
  const open = position.blocks[block.id]
  if (open?.result === undefined) return false
  return open.via !== 'main' || sidesRest(program, position, block)
}

function sidesRest({ tree }: Program, { open }: Position, phase: Block): boolean {
  return !Object.keys(open).some((step) =>
    blocksAround(tree, step).some(({ kind, parent }) => kind === 'side' && parent === phase),
  )
}

/** Leaves a phase by the result that it has; what is still open in it is cancelled. */
export function leavePhase(
  program: Program,
  block: Block,
  result: string,
  context: CaseContext,
): CaseContext {
  const arrow = block.phase?.exits[result]
  if (arrow === undefined || block.parent === null) return context
  const closed = closeInside(program, block, context)
  const left = note(closed, { fact: 'left', block: block.id, exit: result })
  return takeArrow(program, block.parent, arrow, left)
}

/** Leaves a parallel by its first true row; branches still open are cancelled. */
export function leaveParallel(program: Program, block: Block, context: CaseContext): CaseContext {
  const row = rowOf(block, context.position)
  if (row === null || block.parallel === undefined || block.parent === null) return context
  const arrow = exitsOf(block.parallel)[row] ?? {}
  const closed = closeInside(program, block, context)
  const left = note(closed, { fact: 'left', block: block.id, exit: row })
  return takeArrow(program, block.parent, arrow, left)
}

/** A parallel that carries the way back is left for where the case came from. */
export function leaveParallelBack(
  program: Program,
  block: Block,
  target: Block,
  context: CaseContext,
): CaseContext {
  const row = rowOf(block, context.position)
  const back = context.position.carried[block.id]
  if (row === null || back === undefined || block.parallel === undefined) return context
  const inside = closeInside(program, block, context)
  const left = note(inside, { fact: 'left', block: block.id, exit: row })
  const written = writeSets(program, left, exitsOf(block.parallel)[row]?.sets)
  return goStraightBack(program, target, block.id, back, written)
}

export function rowOf(block: Block, position: Position): string | null {
  return block.parallel === undefined ? null : rowTaken(block.parallel, position.blocks[block.id])
}

/** An action of a phase, or the lapse of one of its clocks: everything in the phase closes. */
export function actOnPhase(
  block: Block,
  action: string,
  via: 'action' | 'clock',
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const result = block.phase?.actions?.[action]?.result
  const context = writeData(begin(before, event.at), event.data)
  return result === undefined
    ? context
    : note(context, { fact: 'result', block: block.id, result, via, action })
}

/** Somebody opens a side. */
export function openSide(side: Block, before: CaseContext, event: MoveEvent): CaseContext {
  return note(writeData(begin(before, event.at), event.data), {
    fact: 'side-opened',
    side: side.id,
  })
}

/**
 * A side whose `when` is true opens with its phase. When the phase is entered again, a side that came
 * to rest is not opened a second time; one that was cut off with its phase is.
 */
export function opensItself(
  program: Program,
  position: Position,
  block: Block,
  side: Side,
  now: string,
): boolean {
  if (!('when' in side.opens)) return false
  const opened = position.rounds[block.id] ?? 0
  const hasRested = opened > 0 && position.done[block.id]?.round === opened
  return !hasRested && program.truth(side.opens.when, position.data, now)
}

/** A side that somebody may open now: it rests and has uses left. */
export function mayOpenSide(position: Position, block: Block, side: Side): boolean {
  if (!('by' in side.opens)) return false
  return side.opens.max === undefined || (position.rounds[block.id] ?? 0) < side.opens.max
}

/** One child of the block is closed and the block is entered again at an earlier step. */
export function comeBack(
  program: Program,
  block: Block,
  before: CaseContext,
  event: MoveEvent,
): CaseContext {
  const { request } = event
  const plan =
    request === undefined
      ? undefined
      : planReturn(program, before.position, request, event.at ?? before.now)
  if (request === undefined || plan === undefined || !plan.ok) return before
  const closed = closeChild(program, block, plan.value.closes, begin(before, event.at))
  const { cut, resume, memory, carry } = plan.value
  return note(closed, {
    fact: 'returned',
    block: block.id,
    from: request.from,
    to: request.to,
    cut,
    resume,
    memory,
    ...(request.takeBack === true ? { takenBack: true as const } : {}),
    ...(request.isJump === true ? { jumped: true as const } : {}),
    ...(carry === undefined ? {} : { carry }),
  })
}
