import { exitsOf } from '../machine/exits.ts'
import { obstacleTo } from '../machine/obstacle.ts'
import type { Action, Answer } from '../model/arrow.ts'
import type { CaseData } from '../model/field.ts'
import { fail, type Result } from '../model/result.ts'
import type { Awaited, Leaf } from '../model/step.ts'
import { routeWho } from '../routing/resolve.ts'
import { actorId } from './actor.ts'
import { conflictOf, eligible } from './authority.ts'
import type { Act } from './deciding.ts'
import { type Draft, recordMove } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Subject } from './subject.ts'
import { routingContext } from './world.ts'

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
    kind: 'acted' as const,
    commandId: command.commandId,
    recordedAt: at,
    subject: task,
    command: act.recorded,
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
  const action = exitsOf(leaf)[act.command.action]
  if (action === undefined) return null
  const asked = askedFor(act, leaf, action)
  if (leaf.kind === 'task') {
    const free = eligible(act.run, act.draft.case, step)
    const seats = act.draft.case.position.open[step]?.seats ?? []
    const sits = seats.some(
      (seat) => seat.line.some((group) => group.includes(by)) || seat.by === by,
    )
    return sits ? null : { kind: 'not-for-you', task, by, asked: free }
  }
  return asked.includes(by) ? null : { kind: 'not-for-you', task, by, asked }
}

function askedFor(act: Act, leaf: Leaf, action: Action | Answer): readonly string[] {
  const { world, run, draft, at } = act
  if (leaf.kind === 'service') return [`@service:${leaf.operation}`]
  if (leaf.kind === 'call')
    return [act.command.by && 'case' in act.command.by ? actorId(act.command.by) : '@case:*']
  if (leaf.kind === 'task') return []
  if ('by' in action && action.by !== undefined) {
    const groups = routeWho(action.by, routingContext(world, run, draft.case.position, at))
    return groups.flatMap((group) => group.people)
  }
  return [awaited(leaf.for)]
}

function awaited(waitsFor: Awaited): string {
  if ('party' in waitsFor) return `@${waitsFor.party}`
  if ('body' in waitsFor) return `@body:${waitsFor.body}`
  if ('message' in waitsFor) return `@message:${waitsFor.message}`
  return '@message:date'
}

function opinionMissing(leaf: Leaf, step: string, { command }: Act): Refusal | null {
  const action: Action | undefined = exitsOf(leaf)[command.action]
  const isBlank = (command.opinion ?? '').trim() === ''
  return action?.opinion === 'required' && isBlank
    ? { kind: 'opinion-needed', step, action: command.action }
    : null
}

function notEditable(leaf: Leaf, step: string, data: CaseData | undefined): Refusal | null {
  const editable = 'data' in leaf ? (leaf.data?.edit ?? []) : []
  const field = Object.keys(data ?? {}).find((id) => !editable.includes(id))
  return field === undefined ? null : { kind: 'field-not-editable', step, field, editable }
}
