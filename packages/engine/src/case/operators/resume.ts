import { fail, ok, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { conflictOnPhase } from '../authority.ts'
import type { ClockStop, RunningLimit } from '../case.ts'
import { dueDate } from '../clocks.ts'
import { type Act, headingOf } from '../deciding.ts'
import type { RecordFact } from '../fact.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { suspendedBy } from '../suspension.ts'
import type { Operator } from './operator.ts'
import { namedBy } from './permit.ts'

/**
 * 恢复. By whom the workflow names for it, or for suspending: what stood still goes on, and its clocks and
 * limits fall due later by as long as they stood (net = gross − suspended). Other stops of the same clock
 * hold on.
 */
export const resume: Operator = {
  takes: ['reason'],
  isWidened: true,
  decide: decideResume,
}

function decideResume(act: Act): Result<Draft, Refusal> {
  const { world, draft, command, subject } = act
  const { suspensions } = draft.case
  if (suspensions[subject.task] === undefined)
    return fail({
      kind: 'not-suspended',
      subject: subject.task,
      suspended: Object.keys(suspensions),
    })
  const asked = [...new Set([...namedBy(act, 'resume'), ...namedBy(act, 'suspend')])]
  const by = actorId(command.by)
  if (!asked.includes(by)) return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  const id = subject.kind === 'step' ? subject.step : subject.block.id
  const conflict = conflictOnPhase(draft.case, id, by, asked)
  if (conflict !== null) return fail(conflict)
  const heading = headingOf(act, 'resumed', subject.task)
  const resumed: RecordFact = { fact: 'resumed', subject: subject.task }
  return ok(recordFacts(world, draft, heading, [resumed, ...goingOn(act, subject.task)]))
}

function goingOn({ world, draft, at }: Act, subject: string): readonly RecordFact[] {
  const key = suspendedBy(subject)
  const { clocks, tasks } = draft.case
  const limits: (readonly [string, RunningLimit])[] = [
    ...Object.entries(clocks),
    ...Object.values(tasks).flatMap(({ task, limit }) =>
      limit === undefined ? [] : [[task, limit] as const],
    ),
  ]
  return limits
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([clock, limit]): readonly RecordFact[] => {
      const { stops = [] } = limit
      const isOpen = ({ by, to }: ClockStop): boolean => by === key && to === undefined
      if (!stops.some(isOpen)) return []
      const ended = stops.map((stop) => (isOpen(stop) ? { ...stop, to: at } : stop))
      return [{ fact: 'clock-resumed', clock, by: key, at, due: dueDate(world, limit, ended) }]
    })
}
