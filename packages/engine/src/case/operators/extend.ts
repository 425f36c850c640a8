import { fail, ok, type Result } from '../../model/result.ts'
import { routeWho } from '../../routing/resolve.ts'
import { actorId } from '../actor.ts'
import { conflictOnPhase } from '../authority.ts'
import { clockId, dueDate } from '../clocks.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { routingContext } from '../world.ts'
import type { Operator } from './operator.ts'

/**
 * 延期. The authority that the clock names extends it, once unless it says otherwise, with a reason
 * (Licensing Law art. 42: within the limit). `task` is the phase, `clock` its clock. Moves no step.
 */
export const extend: Operator = {
  takes: ['clock', 'reason'],
  decide: decideExtend,
}

function decideExtend(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, at, subject } = act
  const clocks = subject.kind === 'phase' ? (subject.block.phase?.clocks ?? {}) : {}
  const name = command.clock ?? ''
  const drawn = Object.hasOwn(clocks, name) ? clocks[name] : undefined
  if (subject.kind !== 'phase' || drawn === undefined)
    return fail({ kind: 'unknown-clock', clock: name, clocks: Object.keys(clocks) })
  if ((command.reason ?? '').trim() === '')
    return fail({ kind: 'unknown-operator-argument', action: 'extend', missing: 'reason' })
  const id = clockId(subject.block.id, name)
  const clock = draft.case.clocks[id]
  if (clock === undefined || clock.endedAt !== undefined)
    return fail({ kind: 'clock-not-running', clock: id })
  const { extend: extension } = drawn
  if (extension === undefined || clock.extensions >= extension.times) {
    return fail({
      kind: 'cannot-extend',
      clock: id,
      times: extension?.times ?? 0,
      given: clock.extensions,
    })
  }
  if (clock.overdue === true)
    return fail({ kind: 'too-late-to-extend', clock: id, due: clock.due?.at ?? '' })
  const asked = routeWho(extension.by, routingContext(world, run, draft.case.position, at)).flatMap(
    (group) => group.people,
  )
  const by = actorId(command.by)
  if (!asked.includes(by)) return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  const conflict = conflictOnPhase(draft.case, subject.block.id, by, asked)
  if (conflict !== null) return fail(conflict)
  const value = clock.value + extension.value
  const due = dueDate(world, { ...clock, value }, clock.stops)
  const heading = headingOf(act, 'extended', id)
  const papers = (extension.documents ?? []).map(
    (document) => ({ fact: 'issued', document, step: subject.block.id }) as const,
  )
  const extended = { fact: 'clock-extended', clock: id, value, due } as const
  return ok(recordFacts(world, draft, heading, [extended, ...papers]))
}
