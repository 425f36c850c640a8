import type { CaseInput, MoveEvent, Position, Runnable } from '@yichuang/engine'
import { type Learnt, type TracedCase, traceMachine } from '@yichuang/engine/trace'
import { machineOf } from '../../packages/engine/src/machine/case-machine.ts'
import type { Guard } from '../../packages/engine/src/machine/registry.ts'
import { type CaseSnapshot, stepperOf } from '../../packages/engine/src/machine/step-machine.ts'
import type { Coverage } from './coverage.ts'
import { differenceOf } from './difference.ts'
import { answerName } from './happenings.ts'

/** One case in XState and in the traced program. */
export interface Both {
  readonly snapshot: CaseSnapshot
  readonly traced: TracedCase
}

/** XState and the traced program of one workflow in one town, stepped side by side. */
export interface Machines {
  /** @throws Disagreement */
  start(input: CaseInput): Both
  /** @throws Disagreement */
  step(before: Both, event: MoveEvent): Both
  learnt(): Learnt
}

/** XState and the traced program differ after one event. */
class Disagreement extends Error {
  override readonly name = 'Disagreement'
  constructor(where: string, event: MoveEvent | CaseInput, before: Position | null) {
    super(`${where} differs after ${JSON.stringify(event)} in ${JSON.stringify(before)}`)
  }
}

/** Room for all that a workflow shows in a long walk, so that few steps are asked of XState. */
const MOST_NODES = 1_000_000
/** Steps between two comparisons that look at everything, not only at what the step changed. */
const WHOLE_EVERY = 16

/** The guards of XState's side count their answers. */
export function machinesOf(run: Runnable, coverage: Coverage): Machines {
  const guards = Object.entries(run.registry.guards).map(
    ([name, guard]) => [name, counting(guard, name, coverage)] as const,
  )
  const registry = { guards: Object.fromEntries(guards), moves: run.registry.moves }
  const machine = machineOf(run.config, registry, run.now)
  const stepper = stepperOf({ ...run, machine })
  const tracer = traceMachine(run, MOST_NODES)
  let steps = 0

  const whereTheyDiffer = ({ snapshot, traced }: Both, before?: Both): string | null => {
    const known: readonly [unknown, unknown] | undefined = before && [
      before.snapshot.context,
      before.traced.context,
    ]
    const context = differenceOf(snapshot.context, traced.context, known)
    if (context !== null) return `context${context}`
    const value = differenceOf(snapshot.value, tracer.valueOf(traced))
    if (value !== null) return `value${value}`
    return snapshot.status === (tracer.isClosed(traced) ? 'done' : 'active') ? null : 'status'
  }

  /** A case read from its ledger stands where XState stands. */
  const whereRestoredDiffers = ({ snapshot }: Both): string | null => {
    const { position, now } = snapshot.context
    const restored = differenceOf(tracer.valueOf(tracer.restore(position, now)), snapshot.value)
    return restored === null ? null : `the restored value${restored}`
  }

  return {
    start(input) {
      const both = { snapshot: stepper.start(input), traced: tracer.start(input) }
      const where = whereTheyDiffer(both)
      if (where !== null) throw new Disagreement(where, input, null)
      return both
    },
    step(before, event) {
      steps += 1
      const isWhole = steps % WHOLE_EVERY === 0
      const text = isWhole ? JSON.stringify(before.snapshot.context) : ''
      const after = {
        snapshot: stepper.step(before.snapshot, event),
        traced: tracer.step(before.traced, event),
      }
      const where = isWhole
        ? (whereTheyDiffer(after) ?? whereRestoredDiffers(after) ?? changedBehind(before, text))
        : whereTheyDiffer(after, before)
      if (where !== null) throw new Disagreement(where, event, before.snapshot.context.position)
      return after
    },
    learnt: () => tracer.learnt(),
  }
}

/** The position before a step stays as it was, on both sides. */
function changedBehind({ snapshot, traced }: Both, text: string): string | null {
  const isSame =
    JSON.stringify(snapshot.context) === text && JSON.stringify(traced.context) === text
  return isSame ? null : 'the position before the step'
}

function counting(guard: Guard, name: string, coverage: Coverage): Guard {
  const yes = coverage.idOf(answerName(name, true))
  const no = coverage.idOf(answerName(name, false))
  return (context, event) => {
    const answer = guard(context, event)
    coverage.see(answer ? yes : no)
    return answer
  }
}
