import type { JsonPath } from '../fault.ts'
import { whoPlaces } from '../who-places.ts'
import type { StepEntry } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** Steps that others name as “not the same people” or “the same people” exist. */
export function checkNamedSteps({ steps, index }: Scope): readonly Finding[] {
  const known = [...index.keys()]
  return steps.flatMap(namedSteps).flatMap(({ step, path }): readonly Finding[] => {
    if (index.has(step)) return []
    return [{ problem: { kind: 'unknown-step', ...unknownName(step, known) }, path }]
  })
}

interface NamedStep {
  readonly step: string
  readonly path: JsonPath
}

function namedSteps(entry: StepEntry): readonly NamedStep[] {
  const { step, path } = entry
  const same = whoPlaces(entry).flatMap(({ who, path: whoPath }) =>
    'same' in who ? [{ step: who.same, path: [...whoPath, 'same'] }] : [],
  )
  if (step.kind !== 'task') return same
  const { separateFrom = [], samePersonAs } = step
  return [
    ...same,
    ...separateFrom.map((id, index) => ({ step: id, path: [...path, 'separateFrom', index] })),
    ...(samePersonAs === undefined
      ? []
      : [{ step: samePersonAs, path: [...path, 'samePersonAs'] }]),
  ]
}
