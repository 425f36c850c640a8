import { type Light, lightOf } from '../calendar/light.ts'
import { isLeaf } from '../machine/block.ts'
import { exitsOf } from '../machine/exits.ts'
import { obstacleTo } from '../machine/obstacle.ts'
import { returnTargets } from '../machine/return-obstacle.ts'
import type { Leaf, Stage } from '../model/step.ts'
import { allAnswerers } from './answerers.ts'
import { askedOn, conflictOf } from './authority.ts'
import type { Case, Suspension } from './case.ts'
import { countable } from './clocks.ts'
import type { AssignedGroup, DueDate, RecordFact } from './fact.ts'
import { unmannedFact } from './record.ts'
import { suspensionOf } from './suspension.ts'
import type { Runnable, World } from './world.ts'

/** Work that waits for somebody. */
export interface TaskView {
  /** `step#round` */
  readonly task: string
  readonly step: string
  readonly kind: Leaf['kind']
  readonly stage?: Stage
  readonly openedAt: string
  /** Where each entry of `by` led: duty, centre, section, or the gap. */
  readonly groups: readonly AssignedGroup[]
  /** Staff ids and parties who may act now; conflicts are left out. */
  readonly people: readonly string[]
  /** Asked, but kept apart by separation of duties, recusal or an own case. */
  readonly barred: readonly string[]
  /** Why nobody may act, when nobody may. */
  readonly unmanned?: Extract<RecordFact, { fact: 'unmanned' }>
  readonly due: DueDate | null
  readonly light?: Light
  readonly overdue: boolean
  /** It stands still by decision, with what around it. */
  readonly suspended?: Suspension
  /** Actions that could be taken now, and those that something stands against. */
  readonly actions: readonly string[]
  readonly blocked: readonly string[]
  /** Targets of a return from here. */
  readonly returns: readonly string[]
}

/** Who may act now, where, until when. */
export function openTasksOf(
  world: World,
  run: Runnable,
  kase: Case,
  at: string,
): readonly TaskView[] {
  // In the order drawn: a stored case may have lost the order in which its steps were opened.
  return [...run.program.tree.places.values()].flatMap(({ id, step }) =>
    kase.position.open[id] !== undefined && isLeaf(step)
      ? [viewOf(world, run, kase, id, step, at)]
      : [],
  )
}

function viewOf(
  world: World,
  run: Runnable,
  kase: Case,
  step: string,
  leaf: Leaf,
  at: string,
): TaskView {
  const task = kase.tasks[step]
  const asked =
    leaf.kind === 'task' ? askedOn(run, kase, step) : allAnswerers(world, run, kase, leaf, at)
  const people = asked.filter((person) => conflictOf(run, kase, step, person) === null)
  const unmanned = unmannedFact(run, kase, step)
  const names = Object.keys(exitsOf(leaf))
  const actions = names.filter((name) => {
    const obstacle = obstacleTo(run.program, kase.position, step, name, {
      type: `${step}.${name}`,
      at,
    })
    return obstacle === null || obstacle.kind === 'data-needed'
  })
  const limit = task?.limit
  const still = suspensionOf(run.program.tree, kase, step)
  const light = limit === undefined ? undefined : lightOf(countable(world, limit, limit.stops), at)
  return {
    task: task?.task ?? step,
    step,
    kind: leaf.kind,
    ...(task?.stage === undefined ? {} : { stage: task.stage }),
    openedAt: task?.openedAt ?? kase.openedAt,
    groups: task?.groups ?? [],
    people,
    barred: asked.filter((person) => !people.includes(person)),
    ...(unmanned === null ? {} : { unmanned }),
    due: limit?.due ?? null,
    ...(light === undefined ? {} : { light }),
    overdue: limit?.overdue === true,
    ...(still === null ? {} : { suspended: still.suspension }),
    actions: still === null ? actions : [],
    blocked: still === null ? names.filter((name) => !actions.includes(name)) : names,
    returns: leaf.kind === 'task' ? returnTargets(run.program, kase.position, step, at) : [],
  }
}
