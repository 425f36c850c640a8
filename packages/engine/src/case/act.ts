import { exitsOf } from '../machine/exits.ts'
import type { OperatorName } from '../model/operator-names.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { actOnPhase } from './act-on-phase.ts'
import { actOnStep } from './act-on-step.ts'
import type { Case } from './case.ts'
import { catchUp } from './catch-up.ts'
import type { ActCommand } from './command.ts'
import type { Act } from './deciding.ts'
import { effectsOf } from './effect.ts'
import { fitData } from './fit-data.ts'
import { enteredAt, momentOf } from './moment.ts'
import { missingArgument, type Operator } from './operators/operator.ts'
import { operatorNamed } from './operators/operators.ts'
import { notPermitted } from './operators/permit.ts'
import { standsStill } from './operators/standing-still.ts'
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
  const entered = enteredAt(world, kase, command, moment.value)
  if (!entered.ok) return entered
  const { commandId, salts = {} } = command
  const heading = { kind: 'acted' as const, commandId, ...entered.value, salts }
  const ready = catchUp(world, run, { case: kase, events: [] }, heading, 'before it')
  if (!ready.ok) return ready
  const decided = decideAct(world, run, ready.value, command, entered.value)
  if (!decided.ok) return decided
  const { case: next, events } = decided.value
  return ok({ case: next, events, effects: effectsOf(run, kase, next, events) })
}

function decideAct(
  world: World,
  run: Runnable,
  draft: Draft,
  command: ActCommand,
  entered: Act['entered'],
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
  const at = entered.effectiveAt ?? entered.recordedAt
  const act: Act = { world, run, draft, command, recorded, subject, at, entered }
  const suspended = standsStill(act)
  if (suspended !== null) return fail(suspended)
  const named = isDrawn(act) ? null : operatorNamed(command.action)
  if (named !== null) return useOperator(act, named.name, named.operator)
  return subject.kind === 'phase' ? actOnPhase(act, subject) : actOnStep(act, subject)
}

/** A wait may have an answer of that name (`ask`): what is drawn goes first. */
function isDrawn({ subject, command }: Act): boolean {
  return subject.kind === 'step' && Object.hasOwn(exitsOf(subject.leaf), command.action)
}

function useOperator(act: Act, name: OperatorName, operator: Operator): Result<Draft, Refusal> {
  const refusal =
    dataOnOperator(act, operator) ??
    missingArgument(name, operator, act.command) ??
    notPermitted(act, name, operator)
  return refusal === null ? operator.decide(act) : fail(refusal)
}

function openTaskIds(kase: Case): readonly string[] {
  return Object.values(kase.tasks).map((task) => task.task)
}

/** A staff id never begins with an at-sign: nobody passes for a party, a body or a service. */
function pretended({ by, task }: ActCommand): Refusal | null {
  if (!('person' in by) || !by.person.startsWith('@')) return null
  return { kind: 'not-for-you', task, by: by.person, asked: [] }
}

/** An operator fills in nothing, unless it is there for that. */
function dataOnOperator({ command, subject }: Act, { takes = [] }: Operator): Refusal | null {
  const field = takes.includes('data') ? undefined : Object.keys(command.data ?? {})[0]
  const step = subject.kind === 'step' ? subject.step : subject.block.id
  return field === undefined ? null : { kind: 'field-not-editable', step, field, editable: [] }
}
