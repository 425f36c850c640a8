import type { JsonPath } from './fault.ts'
import type { Escalation } from './limit.ts'
import type { OperatorRules } from './operator-rules.ts'
import { type Who, whoList } from './who.ts'
import type { Workflow } from './workflow.ts'
import type { StepEntry } from './workflow-tree.ts'

/** A place where a step says who acts. */
export interface WhoPlace {
  readonly who: Who
  readonly path: JsonPath
}

/** Every place where a step says who acts, with its path. */
export function whoPlaces(entry: StepEntry): readonly WhoPlace[] {
  const { step, path } = entry
  const limited = 'limit' in step ? levels(step.limit?.escalate, [...path, 'limit']) : []
  return [...placesOf(entry), ...limited]
}

/** Every place where the rules of a whole workflow say who may use an operator. */
export function policyPlaces({ policies }: Workflow): readonly WhoPlace[] {
  return ruled(policies?.operators, ['policies'])
}

function placesOf({ step, path }: StepEntry): readonly WhoPlace[] {
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
        ...Object.entries(step.clocks ?? {}).flatMap(([id, { extend, escalate }]) => [
          ...(extend ? [{ who: extend.by, path: [...path, 'clocks', id, 'extend', 'by'] }] : []),
          ...levels(escalate, [...path, 'clocks', id]),
        ]),
      ]
    case 'service':
    case 'call':
    case 'decision':
    case 'parallel':
      return []
  }
}

function levels(escalate: readonly Escalation[] = [], path: JsonPath): readonly WhoPlace[] {
  return escalate.map(({ to }, index) => ({ who: to, path: [...path, 'escalate', index, 'to'] }))
}

/** Who may use operators, where a task or the workflow says so. */
function ruled(rules: OperatorRules = {}, path: JsonPath): readonly WhoPlace[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule ? listed(rule.by, [...path, 'operators', name, 'by']) : [],
  )
}

function listed(by: Who | readonly Who[], path: JsonPath): readonly WhoPlace[] {
  const all = whoList(by)
  return all.map((who, index) => ({ who, path: all === by ? [...path, index] : path }))
}
