import { fail, type Result } from '../../model/result.ts'
import { notEditable } from '../act-on-step.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordMove } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { ownSeat } from './seat-change.ts'

/**
 * 暂存. Who is asked keeps what is filled in so far; the step stays open and nothing is decided. What is
 * compulsory may still be missing; what does not fit its field is refused. Clocks and limit run on.
 */
export const saveDraft: Operator = {
  takes: ['data', 'opinion'],
  decide: decideSaveDraft,
}

function decideSaveDraft(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  const own = ownSeat(act)
  if (!own.ok) return own
  if (command.data === undefined || subject.kind !== 'step')
    return fail({ kind: 'unknown-operator-argument', action: 'save-draft', missing: 'data' })
  const refusal = notEditable(subject.leaf, subject.step, command.data)
  if (refusal !== null) return fail(refusal)
  const { by, step, taskId } = own.value
  const event = { type: `${step}.@saved`, at, by, data: command.data }
  return recordMove(world, run, draft, event, {
    ...headingOf(act, 'saved', taskId),
    data: command.data,
    salts: command.salts ?? {},
  })
}
