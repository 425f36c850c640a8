import { civilDayOf } from '../../calendar/instant.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { askedOn } from '../authority.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/**
 * 抄送. Who is asked lets others of the town's staff (`people`) read the case; each is told once in a
 * case, however often it is copied. They owe no answer. Moves nothing, touches no clock.
 */
export const copy: Operator = {
  needs: ['people'],
  takes: ['opinion', 'reason'],
  decide: decideCopy,
}

function decideCopy(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  const { people: wanted = [] } = command
  const by = actorId(command.by)
  const asked = subject.kind === 'step' ? askedOn(run, draft.case, subject.step) : []
  if (!asked.includes(by)) return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  const day = civilDayOf(at, world.utcOffset)
  const people = [...new Set(wanted)]
  const stranger = people.find((person) => !world.index.isInOffice(run.town, person, day))
  if (stranger !== undefined)
    return fail({
      kind: 'cannot-take-over',
      task: subject.task,
      person: stranger,
      because: 'not-staff',
    })
  const fresh = people.filter((person) => !draft.case.copied.includes(person))
  const heading = headingOf(act, 'copied', subject.task)
  return ok(
    recordFacts(world, draft, heading, [{ fact: 'copied', task: subject.task, people: fresh }]),
  )
}
