import type { Clock, ItemLimit, LimitUnit } from '@yichuang/engine'
import type { WorkspaceIndex } from '../workspace-index.ts'

interface Amount {
  readonly value: number
  readonly unit: LimitUnit
}

/** What is promised is longer than what the law allows; told of an item, or of a phase's clocks. */
export interface PromiseFact {
  readonly kind: 'promise-over-statute'
  readonly item?: string
  readonly workflow?: string
  readonly step?: string
  readonly promised: Amount
  readonly statutory: Amount
}

/** Promised limits longer than statutory ones. Only limits in the same unit can be compared. */
export function promises({ items, workflows }: WorkspaceIndex): readonly PromiseFact[] {
  const ofItems = items.flatMap(({ id, item }) =>
    compare(item.promisedLimit, item.statutoryLimit).map((amounts): PromiseFact => {
      return { kind: 'promise-over-statute', item: id, ...amounts }
    }),
  )
  const ofClocks = workflows.flatMap(({ id, steps }) =>
    steps.flatMap(({ id: step, step: phase }) => {
      if (phase.kind !== 'phase' || phase.clocks === undefined) return []
      return compare(phase.clocks['promised'], phase.clocks['statutory']).map(
        (amounts): PromiseFact => ({
          kind: 'promise-over-statute',
          workflow: id,
          step,
          ...amounts,
        }),
      )
    }),
  )
  return [...ofItems, ...ofClocks]
}

function compare(
  promised: ItemLimit | Clock | undefined,
  statutory: ItemLimit | Clock | undefined,
): readonly Pick<PromiseFact, 'promised' | 'statutory'>[] {
  const promise = amountOf(promised)
  const statute = amountOf(statutory)
  if (promise === null || statute === null) return []
  if (promise.unit !== statute.unit || promise.value <= statute.value) return []
  return [{ promised: promise, statutory: statute }]
}

/** A limit that a field holds is known only in a case. */
function amountOf(limit: ItemLimit | Clock | undefined): Amount | null {
  if (limit === undefined || typeof limit.value === 'string') return null
  return { value: limit.value, unit: limit.unit }
}
