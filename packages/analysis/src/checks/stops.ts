import type { WorkspaceIndex } from '../workspace-index.ts'

/** A clock stands still while the step is open, and nothing says by what right. */
export interface StopFact {
  readonly kind: 'stop-without-basis'
  readonly workflow: string
  readonly step: string
  readonly clock: string
}

/** Stops whose basis is blank. */
export function stops({ workflows }: WorkspaceIndex): readonly StopFact[] {
  return workflows.flatMap(({ id, steps }) =>
    steps.flatMap(({ id: step, step: { kind, ...rest } }) =>
      Object.entries('stops' in rest ? (rest.stops ?? {}) : {})
        .filter(([, { basis }]) => basis.trim() === '')
        .map(([clock]) => ({ kind: 'stop-without-basis', workflow: id, step, clock }) as const),
    ),
  )
}
