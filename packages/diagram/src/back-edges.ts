import { groupBy } from './group.ts'

/** A step from one id to another, in written order. */
export interface Hop {
  readonly from: string
  readonly to: string
}

/**
 * The hops that lead back: what remains has no cycle. Depth first from the start, which `ids` has in
 * front; where that would turn round a hop that leads forward as written, the written order wins.
 */
export function backEdges<H extends Hop>(
  ids: readonly string[],
  hops: readonly H[],
): ReadonlySet<H> {
  const order = depthFirst(ids, hops)
  const place = new Map(order.map((id, index) => [id, index]))
  const written = new Map(ids.map((id, index) => [id, index]))
  const back = hops.filter((hop) => isBack(hop, place))
  if (back.every((hop) => isBack(hop, written))) return new Set(back)
  const weight = (hop: Hop): number => (isBack(hop, written) ? 1 : TURNED)
  const better = new Map(sifted(order, hops, weight).map((id, index) => [id, index]))
  return new Set(hops.filter((hop) => isBack(hop, better)))
}

const isBack = (hop: Hop, place: ReadonlyMap<string, number>): boolean =>
  (place.get(hop.to) ?? 0) <= (place.get(hop.from) ?? 0)

/** An order in which only hops that close a circle lead back. */
function depthFirst(ids: readonly string[], hops: readonly Hop[]): readonly string[] {
  const leaving = groupBy(hops, (hop) => hop.from)
  const seen = new Set<string>()
  const done: string[] = []
  const visit = (id: string): void => {
    seen.add(id)
    for (const hop of leaving.get(id) ?? []) if (!seen.has(hop.to)) visit(hop.to)
    done.push(id)
  }
  for (const id of ids) if (!seen.has(id)) visit(id)
  return done.reverse()
}

/** A hop that is turned round against the written order weighs more than any number of plain returns. */
const TURNED = 1000

/** Moves one step after the other to where fewer hops are turned round; the start stays in front. */
function sifted(
  order: readonly string[],
  hops: readonly Hop[],
  weight: (hop: Hop) => number,
): readonly string[] {
  const line = [...order]
  for (const id of order.slice(1)) {
    const own = hops.filter((hop) => (hop.from === id) !== (hop.to === id))
    const at = line.indexOf(id)
    line.splice(at, 1)
    line.splice(bestPlace(id, { line, at, own, weight }), 0, id)
  }
  return line
}

interface Sift {
  readonly line: readonly string[]
  readonly at: number
  readonly own: readonly Hop[]
  readonly weight: (hop: Hop) => number
}

function bestPlace(id: string, { line, at, own, weight }: Sift): number {
  const place = new Map(line.map((other, index) => [other, index]))
  const costAt = (spot: number): number =>
    own.reduce((sum, hop) => {
      const other = place.get(hop.from === id ? hop.to : hop.from) ?? 0
      const leadsBack = hop.from === id ? other < spot : other >= spot
      return leadsBack ? sum + weight(hop) : sum
    }, 0)
  let best = at
  let least = Math.floor(costAt(at) / TURNED) * TURNED
  for (let spot = 1; spot <= line.length && least > 0; spot += 1) {
    const cost = costAt(spot)
    if (cost >= least) continue
    best = spot
    least = cost
  }
  return best
}

/** All ids that can be reached along hops, the given ones included. */
export function reachable(from: Iterable<string>, hops: readonly Hop[]): ReadonlySet<string> {
  const leaving = groupBy(hops, (hop) => hop.from)
  const found = new Set(from)
  for (const id of found) for (const hop of leaving.get(id) ?? []) found.add(hop.to)
  return found
}
