import { isLeaf } from '../machine/block.ts'
import type { Evidence } from '../model/evidence.ts'
import type { CaseData } from '../model/field.ts'
import { type RoutedGroup, routeWho } from '../routing/resolve.ts'
import type { Case, OpenTask } from './case.ts'
import { type ClockFace, clockFacesOf } from './clock-faces.ts'
import { type Runnable, routingContext, type World } from './world.ts'

/** Why a step stands where it stands. Facts only. */
export interface Explanation {
  readonly step: string
  readonly workflow: string
  readonly release: string
  readonly basis?: string
  readonly evidence?: Evidence
  /** One per entry of `by`: the binding used, and the sections passed over with the reason. */
  readonly who: readonly RoutedGroup[]
  /** Decisions taken so far, with their exit: what the case was asked on its way. */
  readonly decisions: readonly { readonly step: string; readonly exit: string }[]
  /** The data that the step's opinion rests on. */
  readonly read: CaseData
  readonly task?: OpenTask
  readonly clocks: readonly ClockFace[]
}

/** Explains a step of a case at a moment; null for a step that the workflow does not have. */
export function explainStep(
  world: World,
  run: Runnable,
  kase: Case,
  step: string,
  at: string,
): Explanation | null {
  const place = run.program.tree.places.get(step)
  if (place === undefined || !isLeaf(place.step)) return null
  const leaf = place.step
  const read = 'data' in leaf ? (leaf.data?.read ?? []) : []
  const task = kase.tasks[step]
  return {
    step,
    workflow: kase.workflow,
    release: kase.release,
    ...(leaf.basis === undefined ? {} : { basis: leaf.basis }),
    ...(leaf.evidence === undefined ? {} : { evidence: leaf.evidence }),
    who:
      leaf.kind === 'task' ? routeWho(leaf.by, routingContext(world, run, kase.position, at)) : [],
    decisions: decisionsOf(run, kase),
    read: Object.fromEntries(read.map((field) => [field, kase.position.data[field] ?? null])),
    ...(task === undefined ? {} : { task }),
    clocks: clockFacesOf(world, kase, at),
  }
}

function decisionsOf(
  run: Runnable,
  kase: Case,
): readonly { readonly step: string; readonly exit: string }[] {
  return Object.entries(kase.position.done)
    .filter(([id]) => run.program.tree.places.get(id)?.step.kind === 'decision')
    .sort(([, a], [, b]) => a.turn - b.turn)
    .map(([step, { exit }]) => ({ step, exit }))
}
