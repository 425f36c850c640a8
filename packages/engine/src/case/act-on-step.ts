import { exitsOf } from '../machine/exits.ts'
import { obstacleTo } from '../machine/obstacle.ts'
import type { Action } from '../model/arrow.ts'
import type { CaseData } from '../model/field.ts'
import { fail, type Result } from '../model/result.ts'
import type { Leaf } from '../model/step.ts'
import { sitsOn } from '../routing/line.ts'
import { actorId } from './actor.ts'
import { answerersOf } from './answerers.ts'
import { conflictOf, eligible } from './authority.ts'
import { type Act, headingOf } from './deciding.ts'
import { type Draft, recordMove } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Subject } from './subject.ts'

/** Takes an action of an open step. */
export function actOnStep(
  act: Act,
  subject: Extract<Subject, { kind: 'step' }>,
): Result<Draft, Refusal> {
  const { world, run, draft, command, at } = act
  const { step, leaf, task } = subject
  const by = actorId(command.by)
  const event = {
    type: `${step}.${command.action}`,
    at,
    by,
    ...(command.data === undefined ? {} : { data: command.data }),
  }
  const refusal =
    notAsked(act, subject, by) ??
    obstacleTo(run.program, draft.case.position, step, command.action, event) ??
    conflictOf(run, draft.case, step, by) ??
    opinionMissing(leaf, step, act) ??
    notEditable(leaf, step, command.data)
  if (refusal !== null) return fail(refusal)
  const heading = {
    ...headingOf(act, 'acted', task),
    ...(command.data === undefined ? {} : { data: command.data }),
    salts: command.salts ?? {},
  }
  return recordMove(world, run, draft, event, heading)
}

/** People of a task sit in seats, which the machine looks at; the other kinds name who may answer. */
function notAsked(
  act: Act,
  subject: Extract<Subject, { kind: 'step' }>,
  by: string,
): Refusal | null {
  const { leaf, task, step } = subject
  const { world, run, draft, command, at } = act
  if (!Object.hasOwn(exitsOf(leaf), command.action)) return null
  if (leaf.kind === 'task') {
    const seats = draft.case.position.open[step]?.seats ?? []
    if (sitsOn(seats, by)) return null
    return { kind: 'not-for-you', task, by, asked: eligible(run, draft.case, step) }
  }
  // Which child case reports is for the host to see to.
  if (leaf.kind === 'call' && by.startsWith('@case:')) return null
  const asked = answerersOf(world, run, draft.case, leaf, command.action, at)
  return asked.includes(by) ? null : { kind: 'not-for-you', task, by, asked }
}

function opinionMissing(leaf: Leaf, step: string, { command }: Act): Refusal | null {
  const action: Action | undefined = exitsOf(leaf)[command.action]
  const isBlank = (command.opinion ?? '').trim() === ''
  return action?.opinion === 'required' && isBlank
    ? { kind: 'opinion-needed', step, action: command.action }
    : null
}

/** A field that is not to be filled in on this step. */
export function notEditable(leaf: Leaf, step: string, data: CaseData | undefined): Refusal | null {
  const editable = 'data' in leaf ? (leaf.data?.edit ?? []) : []
  const field = Object.keys(data ?? {}).find((id) => !editable.includes(id))
  return field === undefined ? null : { kind: 'field-not-editable', step, field, editable }
}
