import { planReturn } from '../../machine/return.ts'
import { fail, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import type { Case } from '../case.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/**
 * 拿回. Who moved the case last takes the move back, while no step that it opened has been touched:
 * the same move as a return, from a step that it opened to the step that it left. `task` names any
 * of the steps that it opened. Clocks run on; documents issued stay issued.
 */
export const takeBack: Operator = {
  takes: ['reason'],
  decide: decideTakeBack,
}

function decideTakeBack(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at } = act
  const by = actorId(command.by)
  const { lastMove, position } = draft.case
  if (
    lastMove === null ||
    lastMove.by !== by ||
    position.done[lastMove.step]?.turn !== lastMove.turn
  ) {
    return fail({ kind: 'nothing-to-take-back', by, lastBy: lastMove?.by ?? null })
  }
  const opened = openedBy(draft.case, lastMove.turn)
  const touched = opened.find((step) => position.open[step]?.touched === true)
  if (touched !== undefined) return fail({ kind: 'already-touched', step: touched })
  const from = opened[0]
  if (from === undefined) return fail({ kind: 'nothing-to-take-back', by, lastBy: lastMove.by })
  if (draft.case.recused.includes(by)) {
    return fail({ kind: 'is-recused', step: lastMove.step, by, others: [] })
  }
  if (act.subject.kind !== 'step' || !opened.includes(act.subject.step)) {
    return fail({ kind: 'task-not-open', task: command.task, open: opened })
  }
  const request = {
    from,
    to: lastMove.step,
    then: 'again' as const,
    siblings: 'keep' as const,
    takeBack: true,
  }
  const plan = planReturn(run.program, position, request, at)
  if (!plan.ok) return plan
  const heading = headingOf(act, 'taken-back', act.subject.task)
  return recordMove(world, run, draft, { type: '@return', at, by, request }, heading)
}

function openedBy(kase: Case, turn: number): readonly string[] {
  return Object.entries(kase.position.open)
    .flatMap(([step, open]) => (open.since === turn ? [step] : []))
    .sort()
}
