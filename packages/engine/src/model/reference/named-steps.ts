import type { JsonPath } from '../fault.ts'
import { policyPlaces, type WhoPlace, whoPlaces } from '../who-places.ts'
import type { StepEntry } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** Steps that others name as “not the same people” or “the same people” exist. */
export function checkNamedSteps({ workflow, steps, index }: Scope): readonly Finding[] {
  const known = [...index.keys()]
  const named = [...sameIn(policyPlaces(workflow)), ...steps.flatMap(namedSteps)]
  return named.flatMap(({ step, path }): readonly Finding[] => {
    if (index.has(step)) return []
    return [{ problem: { kind: 'unknown-step', ...unknownName(step, known) }, path }]
  })
}

interface NamedStep {
  readonly step: string
  readonly path: JsonPath
}

function sameIn(places: readonly WhoPlace[]): readonly NamedStep[] {
  return places.flatMap(({ who, path }) =>
    'same' in who ? [{ step: who.same, path: [...path, 'same'] }] : [],
  )
}

function namedSteps(entry: StepEntry): readonly NamedStep[] {
  const { step, path } = entry
  const same = sameIn(whoPlaces(entry))
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
