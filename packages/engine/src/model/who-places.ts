import type { JsonPath } from './fault.ts'
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
      return isMany(step.by)
        ? step.by.map((who, index) => ({ who, path: [...path, 'by', index] }))
        : [{ who: step.by, path: [...path, 'by'] }]
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

function isMany(by: Who | readonly Who[]): by is readonly Who[] {
  return Array.isArray(by)
}
