import {
  type Case,
  type CaseFact,
  indexSteps,
  type StepEntry,
  type Workflow,
} from '@yichuang/engine'
import { workflowOf } from '../script/walk.ts'
import type { Moment, Walked } from '../script/walked.ts'
import { outcomeOf } from './targets.ts'

type Steps = ReadonlyMap<string, StepEntry>

const INDEXED = new WeakMap<Workflow, Steps>()

/** The steps of a workflow, indexed once for all lines of all walks. */
function stepsOf(workflow: Workflow): Steps {
  const known = INDEXED.get(workflow) ?? indexSteps(workflow)
  INDEXED.set(workflow, known)
  return known
}

/** What one line of a walk took of the workflow, by the names of `targetsOf`. */
export function takenIn({ after }: Moment): readonly string[] {
  const workflow = workflowOf(after)
  if (workflow === undefined || after.kase === null) return []
  const steps = stepsOf(workflow)
  const { refusal, events } = after.last
  const refused =
    refusal?.kind === 'condition-not-met'
      ? [outcomeOf(`${refusal.step}.${refusal.action}`, false)]
      : []
  return [
    ...refused,
    ...events.flatMap(({ facts }) => facts.flatMap((fact) => takenBy(fact, steps, facts))),
    ...offersOf(after, after.kase, workflow, steps),
  ]
}

function takenBy(fact: CaseFact, steps: Steps, all: readonly CaseFact[]): readonly string[] {
  switch (fact.fact) {
    case 'done':
      return [`${fact.step}.${fact.exit}`, ...passed(fact.step, steps, fact.how === 'skipped')]
    case 'spoke':
      return fact.seat.exit === undefined ? [] : [`${fact.step}.${fact.seat.exit}`]
    case 'noted':
      return [`${fact.step}.${fact.action}`]
    case 'opened':
      return passed(fact.step, steps, false)
    case 'result':
      return fact.action === undefined ? [] : [`${fact.block}.${fact.action}`]
    case 'left':
      return fact.exit === undefined ? [] : [`${fact.block}.${rowName(fact.exit)}`]
    case 'decided':
      return [
        `${fact.step}.${rowName(fact.exit)}`,
        ...(fact.hits ?? []).map((row) => `${fact.step}.rule-${row}`),
      ]
    case 'concerned':
      return concernedBranches(fact, steps)
    case 'side-opened':
      return [fact.side.replace('/', '.'), outcomeOf(fact.side, true)]
    case 'entered':
      return sidesNotOpened(fact.block, steps, all)
    default:
      return []
  }
}

/** A step with a condition was opened, or skipped. */
function passed(id: string, steps: Steps, isSkipped: boolean): readonly string[] {
  const step = steps.get(id)?.step
  const isConditional = step !== undefined && 'when' in step && step.when !== undefined
  return isConditional ? [outcomeOf(id, !isSkipped)] : []
}

function concernedBranches(
  { block, branches }: Extract<CaseFact, { fact: 'concerned' }>,
  steps: Steps,
): readonly string[] {
  const step = steps.get(block)?.step
  if (step?.kind !== 'parallel') return []
  return Object.keys(step.branches).map((branch) => {
    const isConcerned = branches.includes(branch) || branches.includes(`${block}/${branch}`)
    return outcomeOf(`${block}/${branch}`, isConcerned)
  })
}

function sidesNotOpened(block: string, steps: Steps, all: readonly CaseFact[]): readonly string[] {
  const step = steps.get(block)?.step
  if (step?.kind !== 'phase') return []
  const opened = all.flatMap((fact) => (fact.fact === 'side-opened' ? [fact.side] : []))
  return Object.keys(step.sides ?? {})
    .map((side) => `${block}/${side}`)
    .filter((side) => !opened.includes(side))
    .map((side) => outcomeOf(side, false))
}

/** Which conditional actions the open steps offer now. */
function offersOf(
  { engine, at }: Walked,
  kase: Case,
  { id }: Workflow,
  steps: Steps,
): readonly string[] {
  const run = engine.runnable(kase.item, kase.town)
  if (!run.ok || at === null || run.value.workflow.id !== id) return []
  const { program } = run.value
  const { open, blocks, data } = kase.position
  const active = [...Object.keys(open), ...Object.keys(blocks)]
  return active.flatMap((step) =>
    Object.entries(conditionalOf(steps.get(step))).flatMap(([name, { when }]) =>
      when === undefined ? [] : [outcomeOf(`${step}.${name}`, program.truth(when, data, at))],
    ),
  )
}

function conditionalOf(
  entry: StepEntry | undefined,
): Readonly<Record<string, { readonly when?: string }>> {
  switch (entry?.step.kind) {
    case 'task':
    case 'phase':
      return entry.step.actions ?? {}
    case 'wait':
      return entry.step.answers
    default:
      return {}
  }
}

/** The ledger counts rows by their number; drawings and lists say `row-2`. */
function rowName(exit: string): string {
  return /^\d+$/.test(exit) ? `row-${exit}` : exit
}
