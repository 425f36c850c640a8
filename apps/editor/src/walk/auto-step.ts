import type { CaseData, Refusal, TaskView } from '@yichuang/engine'
import { askedAt } from './case-fields.ts'
import { doFirst } from './possible.ts'
import { caseOf, moveTo, type Walk } from './walk.ts'

/** What a step is to be done with when nobody says otherwise: the facts of the case, and an opinion. */
export interface Means {
  readonly facts: CaseData
  readonly opinion: string
}

/**
 * Does the next thing: the first possible action of the first task that somebody can act on. Where
 * only time helps, the date moves on to the next limit. Null when nothing is left to do.
 */
export function nextStep(walk: Walk, means: Means): Walk | Refusal | null {
  const kase = caseOf(walk)
  if (kase.closedAt !== null) return null
  let refusal: Refusal | null = null
  for (const task of walk.engine.openTasks(kase, walk.at)) {
    const done = firstAction(walk, task, means)
    if (done === null) continue
    if (!('kind' in done)) return done
    refusal ??= done
  }
  const due = walk.engine.nextDue(kase)
  if (due === null) return refusal
  const later = moveTo(walk, due)
  return later.ok ? later.value : later.error
}

function firstAction(walk: Walk, task: TaskView, means: Means): Walk | Refusal | null {
  const [by] = task.people
  if (by === undefined) return null
  const data = dataFor(walk, task.step, means.facts)
  return doFirst(walk, task, { by, data, opinion: means.opinion })
}

/** The facts of the case that the step may write and that it does not hold yet. */
function dataFor(walk: Walk, step: string, facts: CaseData): CaseData {
  const run = walk.engine.runnable(walk.item, walk.town)
  if (!run.ok) return {}
  const held = caseOf(walk).position.data
  const asked = askedAt(run.value.workflow, step).filter(
    ({ id }) => facts[id] !== undefined && facts[id] !== null && held[id] !== facts[id],
  )
  return Object.fromEntries(asked.map(({ id }) => [id, facts[id] ?? null]))
}

const MOST_STEPS = 200

/** Goes on until the case is closed, or until somebody has to be asked. */
export function walkOn(walk: Walk, means: Means): { walk: Walk; refusal: Refusal | null } {
  let now = walk
  for (let n = 0; n < MOST_STEPS; n++) {
    const next = nextStep(now, means)
    if (next === null) return { walk: now, refusal: null }
    if ('kind' in next) return { walk: now, refusal: next }
    if (next.cursor === now.cursor && next.at === now.at) return { walk: now, refusal: null }
    now = next
  }
  return { walk: now, refusal: null }
}
