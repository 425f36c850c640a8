import { planReturn } from '../../machine/return.ts'
import { returnPolicyAt } from '../../machine/return-policy.ts'
import { fail, type Result } from '../../model/result.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { ownSeat } from './seat-change.ts'

/**
 * 退回. Who is asked sends the case back to a task that this case has completed, or to a branch asked
 * before; a reason is compulsory. `then`: through the steps again, or straight back here. `siblings`:
 * what becomes of the other branches of a parallel on the way. Borders: no statutory clock is left,
 * no outcome crossed, no side entered or left. Clocks run on.
 */
export const goBack: Operator = {
  needs: ['to'],
  takes: ['opinion', 'reason', 'then', 'siblings', 'branches'],
  decide: decideReturn,
}

function decideReturn(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at } = act
  const own = ownSeat(act)
  if (!own.ok) return own
  if ((command.opinion ?? command.reason ?? '').trim() === '') {
    return fail({ kind: 'opinion-needed', step: own.value.step, action: 'return' })
  }
  const policy = returnPolicyAt(run.program, own.value.step)
  const request = {
    from: own.value.step,
    to: command.to ?? '',
    then: command.then ?? policy.then[0] ?? 'again',
    siblings: command.siblings ?? policy.siblings,
    ...(command.branches === undefined ? {} : { branches: command.branches }),
  }
  const plan = planReturn(run.program, draft.case.position, request, at)
  if (!plan.ok) return plan
  const heading = headingOf(act, 'returned', own.value.taskId)
  return recordMove(world, run, draft, { type: '@return', at, by: own.value.by, request }, heading)
}
