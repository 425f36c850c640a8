import { planReturn } from '../../machine/return.ts'
import { fail, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/**
 * 跳转. By override, whom the workflow names moves the case from an open step to any step (`to`), done
 * before or not; always flagged in the ledger, with a reason. Inside the borders of a return: no phase
 * with a statutory clock is left, no outcome crossed, no side entered or left. A review on the way is
 * entered whole. Clocks run on.
 */
export const jump: Operator = {
  needs: ['to', 'reason'],
  isOverride: true,
  decide: decideJump,
}

function decideJump(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  if (subject.kind !== 'step') {
    const open = Object.values(draft.case.tasks).map((task) => task.task)
    return fail({ kind: 'task-not-open', task: command.task, open })
  }
  const request = {
    from: subject.step,
    to: command.to ?? '',
    then: 'again' as const,
    siblings: 'cancel' as const,
    isJump: true,
  }
  const plan = planReturn(run.program, draft.case.position, request, at)
  if (!plan.ok) return plan
  const event = { type: '@return', at, by: actorId(command.by), request }
  return recordMove(world, run, draft, event, headingOf(act, 'jumped', subject.task))
}
