import { type Hop, reachable } from './back-edges.ts'
import { groupBy } from './group.ts'

/** A run of steps straight below each other. The first line is the main line. */
export interface Line {
  readonly ids: readonly string[]
  /** The step of an earlier line that it branches off; absent for the main line. */
  readonly parent?: string
}

export interface Flow {
  /** Start first. */
  readonly ids: readonly string[]
  /** Forward hops in written order; a target that is not among `ids` leaves the section. */
  readonly hops: readonly Hop[]
  /** Targets outside that carry the matter forward (and not merely close it). */
  readonly onward: ReadonlySet<string>
}

/**
 * Cuts a section into lines. From each step a line follows the first written exit that can still lead
 * onward, and stops where that exit itself leaves. What is left branches off to the side.
 */
export function linesOf(flow: Flow): readonly Line[] {
  const members = new Set(flow.ids)
  const leaving = groupBy(flow.hops, (hop) => hop.from)
  const goals = new Set(flow.hops.flatMap((hop) => (isGoal(hop, flow, members) ? [hop.from] : [])))
  const back = flow.hops.map((hop) => ({ from: hop.to, to: hop.from }))
  const hopeful = reachable(goals, back)
  const taken = new Set<string>()
  const next = (id: string): string | undefined => {
    const useful = (leaving.get(id) ?? []).filter(
      (hop) => isGoal(hop, flow, members) || (members.has(hop.to) && hopeful.has(hop.to)),
    )
    const first = useful[0]
    const inside = useful.find((hop) => members.has(hop.to) && !taken.has(hop.to))
    if (first === undefined || inside === undefined) return undefined
    if (members.has(first.to)) return inside.to
    const isLong = flow.onward.size === 0 && reachable([inside.to], flow.hops).size > 3
    return isLong ? inside.to : undefined
  }
  const walk = (from: string): readonly string[] => {
    const ids: string[] = []
    for (let id: string | undefined = from; id !== undefined; id = next(id)) {
      taken.add(id)
      ids.push(id)
    }
    return ids
  }
  return spread(flow, members, taken, walk)
}

function isGoal(hop: Hop, flow: Flow, members: ReadonlySet<string>): boolean {
  return !members.has(hop.to) && (flow.onward.size === 0 || flow.onward.has(hop.to))
}

function spread(
  flow: Flow,
  members: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  walk: (from: string) => readonly string[],
): readonly Line[] {
  const leaving = groupBy(flow.hops, (hop) => hop.from)
  const lines: Line[] = []
  const queue: string[] = []
  const add = (from: string, parent?: string): void => {
    const ids = walk(from)
    lines.push(parent === undefined ? { ids } : { ids, parent })
    queue.push(...ids)
  }
  for (const root of flow.ids) {
    if (taken.has(root)) continue
    add(root)
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const hop of leaving.get(id) ?? []) {
        if (members.has(hop.to) && !taken.has(hop.to)) add(hop.to, id)
      }
    }
  }
  return lines
}
