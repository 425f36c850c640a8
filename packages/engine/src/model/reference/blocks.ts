import type { Parallel, Phase } from '../step.ts'
import type { BlockEntry, StepEntry } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'

/** How blocks are put together: the last row of a parallel, sides within sides, names of sides. */
export function checkBlocks({ workflow, steps }: Scope): readonly Finding[] {
  return [
    ...escalation(workflow.policies ?? {}),
    ...steps.flatMap((entry) => {
      if (entry.step.kind === 'parallel') return otherwiseRow(entry, entry.step)
      return entry.step.kind === 'phase' ? sides(entry, entry.step) : []
    }),
  ]
}

/** Without `otherwise` as its last row a join could wait for ever. */
function otherwiseRow({ id, path }: StepEntry, { exits }: Parallel): readonly Finding[] {
  const early = exits.findIndex((row) => 'otherwise' in row)
  if (early < 0) {
    const problem = { kind: 'otherwise-row', step: id, problem: 'missing' } as const
    return [{ problem, path: [...path, 'exits'] }]
  }
  if (early === exits.length - 1) return []
  const problem = { kind: 'otherwise-row', step: id, problem: 'not-last' } as const
  return [{ problem, path: [...path, 'exits', early] }]
}

function sides(entry: StepEntry, phase: Phase): readonly Finding[] {
  const names = Object.keys(phase.sides ?? {})
  const around = names.length > 0 ? sideAround(entry.block) : undefined
  const nested: readonly Finding[] =
    around === undefined
      ? []
      : [
          {
            problem: { kind: 'sides-inside-side', step: entry.id, side: around },
            path: [...entry.path, 'sides'],
          },
        ]
  const actions = phase.actions ?? {}
  const clashes = names
    .filter((name) => Object.hasOwn(actions, name))
    .map((name): Finding => {
      const problem = { kind: 'side-named-as-action', step: entry.id, name } as const
      return { problem, path: [...entry.path, 'sides', name] }
    })
  return [...nested, ...clashes]
}

function sideAround(block: BlockEntry): string | undefined {
  for (let at: BlockEntry | undefined = block; at; at = at.owner?.block) {
    if (at.kind === 'side') return at.ref
  }
  return undefined
}

function escalation(policies: NonNullable<Scope['workflow']['policies']>): readonly Finding[] {
  if (policies.escalateTo !== undefined) return []
  const asking = (['emptySigner', 'sameAsApplicant', 'repeatedSigner'] as const).filter(
    (policy) => policies[policy] === 'escalate',
  )
  const [first] = asking
  if (first === undefined) return []
  const problem = { kind: 'missing-escalation-post', policies: asking } as const
  return [{ problem, path: ['policies', first] }]
}
