import { blocksAround, isInside } from '../../machine/block.ts'
import { STATUTORY_GROUNDS } from '../../model/limit.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { type Act, headingOf } from '../deciding.ts'
import type { RecordFact } from '../fact.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { suspendedBy, suspensionOf } from '../suspension.ts'
import type { Operator } from './operator.ts'

/**
 * 挂起/中止. By whom the workflow names, with a ground and its legal basis: an open step, or a phase with
 * all that is in it, stands still until it is resumed, is closed by something else (a veto beside it, the
 * end of its phase), or the phase is ended by an action of its own. The limits inside stop, and so do the
 * clocks around it; a statutory clock only on a ground of the closed list (Licensing Law art. 45): on any
 * other it runs on, and so does what it brings about.
 */
export const suspend: Operator = {
  needs: ['reason', 'ground', 'basis'],
  isOverride: true,
  decide: decideSuspend,
}

function decideSuspend(act: Act): Result<Draft, Refusal> {
  const { world, run, draft, command, subject } = act
  const id = subject.kind === 'step' ? subject.step : subject.block.id
  const still = suspensionOf(run.program.tree, draft.case, id)
  if (still !== null) {
    const { from: since, ground } = still.suspension
    return fail({ kind: 'suspended', subject: still.subject, since, ground, by: [] })
  }
  const { ground = '', basis = '' } = command
  const by = suspendedBy(subject.task)
  const stops = standing(act, id).map(
    (clock): RecordFact => ({ fact: 'clock-stopped', clock, by, at: act.at, ground, basis }),
  )
  const heading = headingOf(act, 'suspended', subject.task)
  const suspended: RecordFact = { fact: 'suspended', subject: subject.task, ground, basis }
  return ok(recordFacts(world, draft, heading, [suspended, ...stops]))
}

/** The clocks around, then the limits inside, that come to stand still. */
function standing({ run, draft, command }: Act, id: string): readonly string[] {
  const { tree } = run.program
  const { clocks, tasks } = draft.case
  const own = tree.blocks.get(id)
  const around = new Set([id, ...blocksAround(tree, id).map((block) => block.id)])
  const stopped = Object.entries(clocks).flatMap(([clock, { endedAt }]) => {
    const dot = clock.lastIndexOf('.')
    const mayStop =
      clock.slice(dot + 1) !== 'statutory' ||
      STATUTORY_GROUNDS.some((ground) => ground === command.ground)
    return endedAt === undefined && mayStop && around.has(clock.slice(0, dot)) ? [clock] : []
  })
  const limits = Object.entries(tasks).flatMap(([step, { task, limit }]) =>
    limit !== undefined && (step === id || (own !== undefined && isInside(tree, step, own)))
      ? [task]
      : [],
  )
  return [...stopped.sort(), ...limits.sort()]
}
