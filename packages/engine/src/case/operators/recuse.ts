import { fail, ok, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { eligible } from '../authority.ts'
import type { Act } from '../deciding.ts'
import { type Draft, following, recordFacts, reportNobody } from '../record.ts'
import type { Refusal } from '../refusal.ts'

/**
 * 回避. Somebody with an interest in the matter, or close to a party, steps aside for the whole case
 * (Penalty Law art. 43; SoD6): on the own motion, or because somebody else asked on the task names
 * the person in `to`. The work goes on meanwhile; those asked with the person go on alone. A reason
 * is compulsory. If nobody is left, that is reported.
 */
export function recuse(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, recorded, subject } = act
  const by = actorId(command.by)
  const person = command.to ?? by
  const reason = (command.reason ?? '').trim()
  if (reason === '')
    return fail({ kind: 'unknown-operator-argument', action: 'recuse', missing: 'reason' })
  if (subject.kind !== 'step')
    return fail({ kind: 'task-not-open', task: command.task, open: Object.keys(draft.case.tasks) })
  const asked = eligible(run, draft.case, subject.step)
  if (!asked.includes(by)) return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  if (draft.case.recused.includes(person))
    return fail({ kind: 'is-recused', step: subject.step, by: person, others: asked })
  const heading = {
    kind: 'recused' as const,
    commandId: command.commandId,
    recordedAt: at,
    subject: subject.task,
    command: recorded,
  }
  const recused = recordFacts(world, draft, heading, [{ fact: 'recused', person, reason }])
  const open = Object.keys(recused.case.tasks)
  return ok(
    open.reduce(
      (sofar, step) => reportNobody(world, run, sofar, step, following(heading)),
      recused,
    ),
  )
}
