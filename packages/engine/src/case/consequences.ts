import { isLeaf, stageOf } from '../machine/block.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { Position } from '../machine/position.ts'
import { type RoutedGroup, routeWho } from '../routing/resolve.ts'
import type { Case } from './case.ts'
import { ClockBook } from './clock-book.ts'
import { startLimit } from './clocks.ts'
import { documentsOf } from './documents-of.ts'
import type { AssignedGroup, RecordFact } from './fact.ts'
import { type Runnable, routingContext, type World } from './world.ts'

/** A move of the machine and the moment at which it counts. */
export interface Happening {
  readonly facts: readonly PositionFact[]
  readonly position: Position
  readonly at: string
}

/**
 * What follows from a move beside the position: clocks that start, stop, go on and end; who is asked
 * now and until when; documents issued. Everything that needs a register is found here and recorded
 * as a result.
 */
export function consequencesOf(
  world: World,
  run: Runnable,
  kase: Pick<Case, 'tasks' | 'clocks'>,
  happening: Happening,
): readonly RecordFact[] {
  const facts = clockFacts(world, run, kase, happening)
  for (const step of openedSteps(happening)) facts.push(...taskFacts(world, run, step, happening))
  for (const fact of happening.facts) facts.push(...documentsOf(run.program.tree, fact))
  return facts
}

/** Steps that were opened by the move and are open after it. */
export function openedSteps({
  facts,
  position,
}: Pick<Happening, 'facts' | 'position'>): readonly string[] {
  const opened: string[] = []
  for (const fact of facts) {
    if (fact.fact !== 'opened' || position.open[fact.step] === undefined) continue
    if (!opened.includes(fact.step)) opened.push(fact.step)
  }
  return opened
}

function clockFacts(
  world: World,
  run: Runnable,
  kase: Pick<Case, 'tasks' | 'clocks'>,
  { facts, position, at }: Happening,
): RecordFact[] {
  const book = new ClockBook(world, run, kase, position, at)
  for (const fact of facts) {
    if (fact.fact === 'left') book.leavePhase(fact.block)
    if (fact.fact === 'done' || fact.fact === 'cancelled') book.closeStep(fact.step)
    if (fact.fact === 'entered') book.enterPhase(fact.block)
  }
  for (const step of openedSteps({ facts, position })) book.openStep(step)
  return book.facts
}

function taskFacts(
  world: World,
  run: Runnable,
  step: string,
  { position, at }: Happening,
): readonly RecordFact[] {
  const place = run.program.tree.places.get(step)
  if (place === undefined || !isLeaf(place.step)) return []
  const task = `${step}#${position.open[step]?.round ?? 1}`
  const stage = stageOf(run.program.tree, step)
  const groups =
    place.step.kind === 'task'
      ? routeWho(place.step.by, routingContext(world, run, position, at))
      : []
  const assigned: RecordFact = {
    fact: 'assigned',
    step,
    task,
    ...(stage === undefined ? {} : { stage }),
    groups: groups.map(assignedGroup),
  }
  const limit = place.step.limit && startLimit(world, place.step.limit, position.data, at)
  return limit ? [assigned, { fact: 'limit-started', task, ...limit }] : [assigned]
}

/** What the ledger keeps of a routed group: where it led, not the whole explanation. */
export function assignedGroup(group: RoutedGroup): AssignedGroup {
  return {
    ...(group.duty === undefined ? {} : { duty: group.duty }),
    ...(group.post === undefined ? {} : { post: group.post }),
    ...(group.section === undefined ? {} : { section: group.section }),
    ...(group.centre === undefined ? {} : { centre: group.centre }),
    ...(group.substitutes === undefined ? {} : { substitutes: group.substitutes }),
    ...(group.gap === undefined ? {} : { gap: group.gap }),
  }
}
