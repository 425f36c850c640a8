import type { JsonPath } from './fault.ts'
import type { OperatorRules } from './operator-rules.ts'
import type { Who } from './who.ts'
import type { StepEntry } from './workflow-tree.ts'

/** A place where a step says who acts. */
export interface WhoPlace {
  readonly who: Who
  readonly path: JsonPath
}

/** Every place where a step says who acts, with its path. */
export function whoPlaces({ step, path }: StepEntry): readonly WhoPlace[] {
  switch (step.kind) {
    case 'task':
      return [...listed(step.by, [...path, 'by']), ...ruled(step.operators, path)]
    case 'wait':
      return Object.entries(step.answers).flatMap(([id, { by }]) =>
        by ? [{ who: by, path: [...path, 'answers', id, 'by'] }] : [],
      )
    case 'phase':
      return [
        ...Object.entries(step.actions ?? {}).map(([id, { by }]) => {
          return { who: by, path: [...path, 'actions', id, 'by'] }
        }),
        ...Object.entries(step.sides ?? {}).flatMap(([id, { opens }]) =>
          'by' in opens ? [{ who: opens.by, path: [...path, 'sides', id, 'opens', 'by'] }] : [],
        ),
        ...Object.entries(step.clocks ?? {}).flatMap(([id, { extend }]) =>
          extend ? [{ who: extend.by, path: [...path, 'clocks', id, 'extend', 'by'] }] : [],
        ),
      ]
    case 'service':
    case 'call':
    case 'decision':
    case 'parallel':
      return []
  }
}

/** Who may use operators, where a task says so. */
function ruled(rules: OperatorRules = {}, path: JsonPath): readonly WhoPlace[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule ? listed(rule.by, [...path, 'operators', name, 'by']) : [],
  )
}

function listed(by: Who | readonly Who[], path: JsonPath): readonly WhoPlace[] {
  return isMany(by)
    ? by.map((who, index) => ({ who, path: [...path, index] }))
    : [{ who: by, path }]
}

function isMany(by: Who | readonly Who[]): by is readonly Who[] {
  return Array.isArray(by)
}
