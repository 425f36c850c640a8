import { STATUTORY_GROUNDS } from '../limit.ts'
import type { StepEntry } from '../workflow-tree.ts'
import { enclosing } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** A stop names a clock of a phase around its step, and the statutory one only on a lawful ground. */
export function checkClocks({ steps }: Scope): readonly Finding[] {
  return steps.flatMap((entry) => {
    const { step } = entry
    if (step.kind === 'decision' || step.kind === 'parallel') return []
    const known = clocksAround(entry)
    return Object.entries(step.stops ?? {}).flatMap(([clock, { ground }]): readonly Finding[] => {
      const path = [...entry.path, 'stops', clock]
      if (!known.includes(clock)) {
        const unknown = unknownName(clock, known)
        return [{ problem: { kind: 'unknown-clock', step: entry.id, ...unknown }, path }]
      }
      const isLawful = STATUTORY_GROUNDS.some((lawful) => lawful === ground)
      if (clock !== 'statutory' || isLawful) return []
      const allowed = STATUTORY_GROUNDS
      return [{ problem: { kind: 'unlawful-ground', ground, allowed }, path: [...path, 'ground'] }]
    })
  })
}

function clocksAround({ block }: StepEntry): readonly string[] {
  const names = enclosing(block).flatMap(({ step }) =>
    step.kind === 'phase' ? Object.keys(step.clocks ?? {}) : [],
  )
  return [...new Set(names)]
}
