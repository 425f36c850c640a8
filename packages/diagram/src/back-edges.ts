import { groupBy } from './group.ts'
/** A step from one id to another, in written order. */
export interface Hop {
  readonly from: string
  readonly to: string
}

/**
 * The hops that lead back to a node from which they can be reached: depth first from `ids` in order,
 * the start being the first. What remains has no cycle.
 */
export function backEdges<H extends Hop>(
  ids: readonly string[],
  hops: readonly H[],
): ReadonlySet<H> {
  const leaving = groupBy(hops, (hop) => hop.from)
  const state = new Map<string, 'open' | 'done'>()
  const found = new Set<H>()
  const visit = (id: string): void => {
    state.set(id, 'open')
    for (const hop of leaving.get(id) ?? []) {
      const seen = state.get(hop.to)
      if (seen === 'open') found.add(hop)
      else if (seen === undefined) visit(hop.to)
    }
    state.set(id, 'done')
  }
  for (const id of ids) if (!state.has(id)) visit(id)
  return found
}

/** All ids that can be reached along hops, the given ones included. */
export function reachable(from: Iterable<string>, hops: readonly Hop[]): ReadonlySet<string> {
  const leaving = groupBy(hops, (hop) => hop.from)
  const found = new Set(from)
  for (const id of found) for (const hop of leaving.get(id) ?? []) found.add(hop.to)
  return found
}
