import { fail, ok, type Result } from '../model/result.ts'
import { actOnPhase } from './act-on-phase.ts'
import { actOnStep } from './act-on-step.ts'
import type { Case } from './case.ts'
import { catchUp } from './catch-up.ts'
import type { ActCommand, RecordedCommand } from './command.ts'
import type { Act } from './deciding.ts'
import { effectsOf } from './effect.ts'
import { fitData } from './fit-data.ts'
import { momentOf } from './moment.ts'
import { OPERATORS } from './operators/operators.ts'
import type { Decided } from './outcome.ts'
import type { Draft } from './record.ts'
import type { Refusal } from './refusal.ts'
import { subjectOf } from './subject.ts'
import { recordData } from './vault.ts'
import type { Runnable, World } from './world.ts'

/** Takes a drawn action or an operator. What fell due before comes first, as its own events. */
export function actOnCase(world: World, kase: Case, command: ActCommand): Decided {
  if (kase.release !== world.release.hash)
    return fail({ kind: 'other-release', release: kase.release, given: world.release.hash })
  const run = world.runnable(kase.workflow, kase.town)
  const moment = momentOf(world, kase, command.at)
  if (!moment.ok) return moment
  const at = moment.value
  const heading = { kind: 'acted' as const, commandId: command.commandId, recordedAt: at }
  const ready = catchUp(world, run, { case: kase, events: [] }, heading, 'before it')
  if (!ready.ok) return ready
  const decided = decideAct(world, run, ready.value, command, at)
  if (!decided.ok) return decided
  const { case: next, events } = decided.value
  return ok({ case: next, events, effects: effectsOf(run, next, events) })
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
  const recorded = recordCommand(run, command)
  const act: Act = { world, run, draft, command, recorded, subject, at }
  const operator = Object.hasOwn(OPERATORS, command.action) ? OPERATORS[command.action] : undefined
  if (operator !== undefined) return operator(act)
  return subject.kind === 'phase' ? actOnPhase(act, subject) : actOnStep(act, subject)
}

function openTaskIds(kase: Case): readonly string[] {
  return Object.values(kase.tasks).map((task) => task.task)
}

/** The command as the ledger keeps it: in a fixed order of keys, without salts. */
function recordCommand(run: Runnable, command: ActCommand): RecordedCommand {
  const { commandId: _, at: __, salts, data, ...rest } = command
  const recorded =
    data === undefined ? {} : { data: recordData(run.workflow.fields, data, salts ?? {}) }
  return { do: 'act', ...rest, ...recorded }
}
