import { exitsOf, stepsOf } from '@yichuang/engine'
import { graphOf, reachedFrom } from '../block-graph.ts'
import type { WorkflowIndex, WorkspaceIndex } from '../workspace-index.ts'

export type OutcomeFact =
  /** Declared, but no arrow that a case can take gives it. */
  | { readonly kind: 'outcome-never-reached'; readonly workflow: string; readonly outcome: string }
  /** A case can be closed here without ever having been decided. */
  | {
      readonly kind: 'closed-without-outcome'
      readonly workflow: string
      readonly step: string
      readonly exit: string
    }

/** Outcomes that no case has, and cases that close without one. */
export function outcomes({ workflows }: WorkspaceIndex): readonly OutcomeFact[] {
  return workflows.flatMap((index) => [...neverReached(index), ...closedWithout(index)])
}

function neverReached({ id, workflow, blocks }: WorkflowIndex): readonly OutcomeFact[] {
  const root = blocks[0]
  if (root === undefined) return []
  const { targets, start, isWhole } = graphOf(root)
  const reached = reachedFrom(targets, isWhole ? [start] : targets.keys())
  const given = new Set(
    stepsOf(root)
      .filter((entry) => reached.has(entry.id))
      .flatMap((entry) => exitsOf(entry).map(({ arrow }) => arrow.outcome)),
  )
  return Object.keys(workflow.outcomes)
    .filter((outcome) => !given.has(outcome))
    .map((outcome) => ({ kind: 'outcome-never-reached', workflow: id, outcome }))
}

/** Follows the root arrows that declare no outcome, from the start on. */
function closedWithout({ id, workflow, blocks }: WorkflowIndex): readonly OutcomeFact[] {
  const root = blocks[0]
  if (root === undefined) return []
  const exits = new Map(stepsOf(root).map((entry) => [entry.id, exitsOf(entry)]))
  const undecided = new Map(
    [...exits].map(([step, own]) => [
      step,
      own.flatMap(({ arrow: { to, outcome } }) =>
        to === undefined || outcome !== undefined ? [] : [to],
      ),
    ]),
  )
  const reached = reachedFrom(undecided, [workflow.start])
  return [...exits].flatMap(([step, own]) =>
    !reached.has(step)
      ? []
      : own
          .filter(({ arrow }) => arrow.result !== undefined && arrow.outcome === undefined)
          .map(({ exit }) => ({ kind: 'closed-without-outcome', workflow: id, step, exit })),
  )
}
