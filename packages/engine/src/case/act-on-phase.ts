import { isInside, sideId } from '../machine/block.ts'
import { mayOpenSide } from '../machine/block-moves.ts'
import type { PhaseAction } from '../model/arrow.ts'
import { fail, type Result } from '../model/result.ts'
import type { Who } from '../model/who.ts'
import { routeWho } from '../routing/resolve.ts'
import { actorId } from './actor.ts'
import { conflictOnPhase } from './authority.ts'
import type { ActCommand } from './command.ts'
import { type Act, headingOf } from './deciding.ts'
import { type Draft, recordMove } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Subject } from './subject.ts'
import { routingContext } from './world.ts'

type PhaseSubject = Extract<Subject, { kind: 'phase' }>

/** Takes an action of an open phase (withdraw, terminate), or opens one of its sides. */
export function actOnPhase(act: Act, subject: PhaseSubject): Result<Draft, Refusal> {
  const { world, run, command, at, draft } = act
  const refusal = refusalOf(act, subject) ?? notEditable(subject.block.id, command)
  if (refusal !== null) return fail(refusal)
  const event = {
    type: `${subject.block.id}.${command.action}`,
    at,
    by: actorId(command.by),
  }
  const heading = {
    ...headingOf(act, 'acted', subject.task),
    ...(command.data === undefined ? {} : { data: command.data }),
    salts: command.salts ?? {},
  }
  return recordMove(world, run, draft, event, heading)
}

function refusalOf(act: Act, { block, task }: PhaseSubject): Refusal | null {
  const { command, draft, run } = act
  const { phase } = block
  const name = command.action
  const action = own(phase?.actions, name)
  const side = own(phase?.sides, name)
  if (action !== undefined)
    return wrongActor(act, block.id, task, action.by) ?? unmet(act, block.id, action)
  if (side === undefined) {
    const allowed = [...Object.keys(phase?.actions ?? {}), ...Object.keys(phase?.sides ?? {})]
    return { kind: 'unknown-action', step: block.id, action: name, allowed }
  }
  const inner = run.program.tree.blocks.get(sideId(block.id, name))
  const isOpen =
    inner !== undefined &&
    Object.keys(draft.case.position.open).some((step) => isInside(run.program.tree, step, inner))
  if (
    inner === undefined ||
    isOpen ||
    !('by' in side.opens) ||
    !mayOpenSide(draft.case.position, inner, side)
  ) {
    const max = 'by' in side.opens ? side.opens.max : undefined
    return { kind: 'side-not-available', side: name, ...(max === undefined ? {} : { max }) }
  }
  return wrongActor(act, block.id, task, side.opens.by)
}

function wrongActor(
  { world, run, draft, command, at }: Act,
  phase: string,
  task: string,
  by: Who,
): Refusal | null {
  const asked = routeWho(by, routingContext(world, run, draft.case.position, at)).flatMap(
    (group) => group.people,
  )
  const actor = actorId(command.by)
  return asked.includes(actor)
    ? conflictOnPhase(draft.case, phase, actor, asked)
    : { kind: 'not-for-you', task, by: actor, asked }
}

/** Nothing is filled in where a phase is acted on. */
function notEditable(step: string, { data }: ActCommand): Refusal | null {
  const field = Object.keys(data ?? {})[0]
  return field === undefined ? null : { kind: 'field-not-editable', step, field, editable: [] }
}

function unmet(
  { run, draft, command, at }: Act,
  step: string,
  action: PhaseAction,
): Refusal | null {
  if (action.opinion === 'required' && (command.opinion ?? '').trim() === '') {
    return { kind: 'opinion-needed', step, action: command.action }
  }
  const { data } = draft.case.position
  const { when } = action
  if (when === undefined || run.program.truth(when, data, at)) return null
  const read = run.program.reads(when).map((field) => [field, data[field] ?? null] as const)
  return {
    kind: 'condition-not-met',
    step,
    action: command.action,
    when,
    data: Object.fromEntries(read),
  }
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
