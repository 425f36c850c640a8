import { civilDayOf } from '../../calendar/instant.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { vacate } from '../../routing/vacate.ts'
import { actorId } from '../actor.ts'
import { askedOn, eligible } from '../authority.ts'
import { type Act, headingOf } from '../deciding.ts'
import {
  type Draft,
  following,
  type Heading,
  recordFacts,
  recordMove,
  reportNobody,
  seatSigners,
} from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/**
 * 回避. Somebody with an interest in the matter, or close to a party, steps aside for the whole case
 * (Penalty Law art. 43; SoD6): on the own motion, or because somebody else asked on the task names
 * the person in `to`. The work goes on meanwhile; those asked with the person go on alone, and what
 * the person had claimed or taken over falls back. A reason is compulsory. If nobody is left, that is
 * reported.
 */
export const recuse: Operator = {
  needs: ['reason'],
  takes: ['to'],
  decide: decideRecuse,
}

function decideRecuse(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  const by = actorId(command.by)
  const person = command.to ?? by
  const reason = (command.reason ?? '').trim()
  if (subject.kind !== 'step')
    return fail({
      kind: 'task-not-open',
      task: command.task,
      open: Object.values(draft.case.tasks).map(({ task }) => task),
    })
  const asked = (person === by ? askedOn : eligible)(run, draft.case, subject.step)
  if (!asked.includes(by)) return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  if (draft.case.recused.includes(person))
    return fail({ kind: 'is-recused', step: subject.step, by: person, others: asked })
  const day = civilDayOf(at, world.utcOffset)
  if (!world.index.isInOffice(run.town, person, day))
    return fail({ kind: 'cannot-take-over', task: subject.task, person, because: 'not-staff' })
  const heading = headingOf(act, 'recused', subject.task)
  const recused = recordFacts(world, draft, heading, [{ fact: 'recused', person, reason }])
  const vacated = vacateSeats(act, recused, person, heading)
  if (!vacated.ok) return vacated
  const open = Object.keys(vacated.value.case.tasks)
  const alone = seatSigners(world, run, vacated.value, open, heading)
  return alone.ok ? ok(reportNobody(world, run, draft.case, alone.value, heading)) : alone
}

function vacateSeats(
  { world, run, at }: Act,
  draft: Draft,
  person: string,
  heading: Heading,
): Result<Draft, Refusal> {
  let sofar: Result<Draft, Refusal> = ok(draft)
  for (const [step, { task }] of Object.entries(draft.case.tasks).sort(byStep)) {
    const open = sofar.value.case.position.open[step]
    if (open === undefined) continue
    const seats = open.seats.map((seat) => vacate(seat, person))
    if (seats.every((seat, index) => seat === open.seats[index])) continue
    const event = { type: `${step}.@seats`, at, seats, touched: open.touched }
    const title: Heading = { ...following(heading), kind: 'reassigned', subject: task }
    sofar = recordMove(world, run, sofar.value, event, title)
    if (!sofar.ok) return sofar
  }
  return sofar
}

function byStep([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
