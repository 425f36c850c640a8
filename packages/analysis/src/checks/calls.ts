import { type Call, nearestName, type Workflow } from '@yichuang/engine'
import type { WorkflowIndex, WorkspaceIndex } from '../workspace-index.ts'

interface CallAt {
  readonly workflow: string
  readonly step: string
  readonly called: string
}

export type CallFact =
  | (CallAt & { readonly kind: 'unknown-workflow'; readonly nearest?: string })
  /** `phase` is no phase of the called workflow's root. */
  | (CallAt & { readonly kind: 'unknown-phase'; readonly phase: string })
  /** An exit for an outcome (of a phase: a result) that the called workflow never gives. */
  | (CallAt & { readonly kind: 'call-exit-never-taken'; readonly exit: string })
  /** Workflows call each other in a ring; `ring` begins and ends with the same workflow. */
  | { readonly kind: 'call-ring'; readonly workflow: string; readonly ring: readonly string[] }

/** Whether calls fit the workflows that they call, and whether any of them calls itself in the end. */
export function calls(index: WorkspaceIndex): readonly CallFact[] {
  const { workflows } = index.workspace
  return [
    ...index.workflows.flatMap(({ id, steps }) =>
      steps.flatMap(({ id: step, step: call }) =>
        call.kind === 'call'
          ? callFaults({ workflow: id, step, called: call.workflow }, call, workflows)
          : [],
      ),
    ),
    ...rings(index.workflows),
  ]
}

function callFaults(
  at: CallAt,
  call: Call,
  workflows: Readonly<Record<string, Workflow>>,
): readonly CallFact[] {
  const child = Object.hasOwn(workflows, at.called) ? workflows[at.called] : undefined
  if (child === undefined) {
    const nearest = nearestName(at.called, Object.keys(workflows))
    return [{ kind: 'unknown-workflow', ...at, ...(nearest === undefined ? {} : { nearest }) }]
  }
  const ends = endsOf(child, call.phase)
  if (ends === null) return [{ kind: 'unknown-phase', ...at, phase: call.phase ?? '' }]
  // With `each` the exits are count rows over the children's outcomes.
  if (call.each !== undefined) return []
  return Object.keys(call.exits)
    .filter((exit) => exit !== 'otherwise' && !ends.includes(exit))
    .map((exit) => ({ kind: 'call-exit-never-taken', ...at, exit }))
}

function endsOf(child: Workflow, phase: string | undefined): readonly string[] | null {
  if (phase === undefined) return Object.keys(child.outcomes)
  const step = Object.hasOwn(child.steps, phase) ? child.steps[phase] : undefined
  return step?.kind === 'phase' ? Object.keys(step.exits) : null
}

/** One ring per workflow that is the first of it in file order. */
function rings(workflows: readonly WorkflowIndex[]): readonly CallFact[] {
  const called = new Map(
    workflows.map(({ id, steps }) => [
      id,
      steps.flatMap(({ step }) => (step.kind === 'call' ? [step.workflow] : [])),
    ]),
  )
  const inRing = new Set<string>()
  return workflows.flatMap(({ id }): readonly CallFact[] => {
    const ring = inRing.has(id) ? null : wayBack(id, called)
    if (ring === null) return []
    for (const member of ring) inRing.add(member)
    return [{ kind: 'call-ring', workflow: id, ring }]
  })
}

/** The shortest way along calls from a workflow back to itself. */
function wayBack(
  id: string,
  called: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>()
  let ways: readonly (readonly string[])[] = [[id]]
  while (ways.length > 0) {
    const longer: (readonly string[])[] = []
    for (const way of ways) {
      for (const next of called.get(way.at(-1) ?? '') ?? []) {
        if (next === id) return [...way, next]
        if (seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return null
}
