import { exitsOf } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** An outcome is declared in the workflow and stands on root arrows only: it has one writer. */
export function checkOutcomes({ workflow, steps }: Scope): readonly Finding[] {
  const known = Object.keys(workflow.outcomes)
  return steps.flatMap((entry) =>
    exitsOf(entry).flatMap(({ arrow: { outcome }, path: arrowPath }): readonly Finding[] => {
      if (outcome === undefined) return []
      const path = [...arrowPath, 'outcome']
      const { kind, ref } = entry.block
      const unknown: readonly Finding[] = known.includes(outcome)
        ? []
        : [{ problem: { kind: 'unknown-outcome', ...unknownName(outcome, known) }, path }]
      if (kind === 'root') return unknown
      return [...unknown, { problem: { kind: 'outcome-inside-block', outcome, block: ref }, path }]
    }),
  )
}
