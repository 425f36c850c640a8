import { fail, ok, type Result } from '../model/result.ts'
import { actOnPhase } from './act-on-phase.ts'
import { actOnStep } from './act-on-step.ts'
import type { Case } from './case.ts'
import { catchUp } from './catch-up.ts'
import type { ActCommand } from './command.ts'
import type { Act } from './deciding.ts'
import { effectsOf } from './effect.ts'
import { fitData } from './fit-data.ts'
import { momentOf } from './moment.ts'
import { OPERATORS } from './operators/operators.ts'
import type { Decided } from './outcome.ts'
import type { Draft } from './record.ts'
import { recordCommand } from './recorded-command.ts'
import type { Refusal } from './refusal.ts'
import { subjectOf } from './subject.ts'
import type { Runnable, World } from './world.ts'

/** Takes a drawn action or an operator. What fell due before comes first, as its own events. */
export function actOnCase(world: World, kase: Case, command: ActCommand): Decided {
  if (kase.release !== world.release.hash)
    return fail({ kind: 'other-release', release: kase.release, given: world.release.hash })
  const run = world.runnable(kase.workflow, kase.town)
  const moment = momentOf(world, kase, command.at)
  if (!moment.ok) return moment
  const at = moment.value
  const { commandId, salts = {} } = command
  const heading = { kind: 'acted' as const, commandId, recordedAt: at, salts }
  const ready = catchUp(world, run, { case: kase, events: [] }, heading, 'before it')
  if (!ready.ok) return ready
  const decided = decideAct(world, run, ready.value, command, at)
  if (!decided.ok) return decided
  const { case: next, events } = decided.value
  return ok({ case: next, events, effects: effectsOf(run, kase, next, events) })
}

function decideAct(
  world: World,
  run: Runnable,
  draft: Draft,
  command: ActCommand,
  at: string,
): Result<Draft, Refusal> {
  const { closedAt, position } = draft.case
  if (closedAt !== null) return fail({ kind: 'case-closed', closedAt, outcome: position.outcome })
  const subject = subjectOf(run, draft.case, command)
  if (subject === null)
    return fail({ kind: 'task-not-open', task: command.task, open: openTaskIds(draft.case) })
  const data = fitData(run.workflow.fields, command.data)
  if (!data.ok) return data
  const impostor = pretended(command)
  if (impostor !== null) return fail(impostor)
  const recorded = recordCommand(run, command)
  const act: Act = { world, run, draft, command, recorded, subject, at }
  const operator = Object.hasOwn(OPERATORS, command.action) ? OPERATORS[command.action] : undefined
  if (operator !== undefined) return dataOnOperator(act) ?? operator(act)
  return subject.kind === 'phase' ? actOnPhase(act, subject) : actOnStep(act, subject)
}

function openTaskIds(kase: Case): readonly string[] {
  return Object.values(kase.tasks).map((task) => task.task)
}

/** A staff id never begins with an at-sign: nobody passes for a party, a body or a service. */
function pretended({ by, task }: ActCommand): Refusal | null {
  if (!('person' in by) || !by.person.startsWith('@')) return null
  return { kind: 'not-for-you', task, by: by.person, asked: [] }
}

/** An operator fills in nothing. */
function dataOnOperator({ command, subject }: Act): Result<Draft, Refusal> | null {
  const field = Object.keys(command.data ?? {})[0]
  const step = subject.kind === 'step' ? subject.step : subject.block.id
  return field === undefined
    ? null
    : fail({ kind: 'field-not-editable', step, field, editable: [] })
}
