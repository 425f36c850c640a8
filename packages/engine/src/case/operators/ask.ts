import { civilDayOf } from '../../calendar/instant.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'
import { ownSeat } from './seat-change.ts'

/**
 * 沟通. Who is asked puts a question (`opinion`) to others of the town's staff or to the applicant
 * (`people`); they `reply`. The step stays where it is and with whom it is; no clock stops: only the law
 * stops a clock (Licensing Law art. 45).
 */
export const ask: Operator = {
  needs: ['people'],
  takes: ['opinion'],
  decide: decideAsk,
}

function decideAsk(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at } = act
  const own = ownSeat(act)
  if (!own.ok) return own
  const { by, step, taskId } = own.value
  if ((command.opinion ?? '').trim() === '')
    return fail({ kind: 'opinion-needed', step, action: 'ask' })
  const day = civilDayOf(at, world.utcOffset)
  const people = [...new Set(command.people ?? [])]
  const stranger = people.find(
    (person) =>
      person !== '@applicant' &&
      person !== '@agent' &&
      !world.index.isInOffice(run.town, person, day),
  )
  if (stranger !== undefined)
    return fail({ kind: 'cannot-take-over', task: taskId, person: stranger, because: 'not-staff' })
  const heading = headingOf(act, 'asked', taskId)
  return ok(recordFacts(world, draft, heading, [{ fact: 'asked', task: taskId, by, people }]))
}
