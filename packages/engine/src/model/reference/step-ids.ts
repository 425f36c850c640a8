import { printPath } from '../fault.ts'
import type { StepEntry } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'

/** Step ids are unique in the whole workflow: commands and ledgers name a step without its block. */
export function checkStepIds({ steps }: Scope): readonly Finding[] {
  const first = new Map<string, StepEntry>()
  return steps.flatMap((entry): readonly Finding[] => {
    const earlier = first.get(entry.id)
    if (!earlier) {
      first.set(entry.id, entry)
      return []
    }
    const problem = {
      kind: 'duplicate-step',
      step: entry.id,
      first: printPath(earlier.path),
    } as const
    return [{ problem, path: entry.path }]
  })
}
