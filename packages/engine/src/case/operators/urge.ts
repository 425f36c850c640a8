import { fail, ok, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { namedBy } from './permit.ts'

/**
 * 催办. The applicant, whoever has worked on the case, or whom the workflow names reminds those who are
 * asked now. Moves nothing, touches no clock, and does not stand in the way of taking an act back.
 */
export const urge: Operator = {
  takes: ['opinion', 'reason'],
  isWidened: true,
  decide: decideUrge,
}

function decideUrge(act: Act): Result<Draft, Refusal> {
  const { world, draft, command, subject } = act
  const by = actorId(command.by)
  const may = [
    '@applicant',
    '@agent',
    ...Object.values(draft.case.people).flat(),
    ...namedBy(act, 'urge'),
  ]
  if (!may.includes(by))
    return fail({ kind: 'not-for-you', task: subject.task, by, asked: [...new Set(may)] })
  const heading = headingOf(act, 'urged', subject.task)
  return ok(recordFacts(world, draft, heading, [{ fact: 'urged', task: subject.task, by }]))
}
