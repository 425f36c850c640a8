import type { Point } from './geometry.ts'
import { labelRect } from './label-rect.ts'
import { placeLabel } from './labels.ts'
import { latticeOf } from './lattice.ts'
import { loopPorts, type Port, portsOf, tasteOf } from './ports.ts'
import type { Edge, Placed, Route } from './scene.ts'
import { boardOf, corners, findWay } from './search.ts'
import { STUB } from './spacing.ts'
import { addRoute, addWords } from './traffic.ts'

export interface Task {
  readonly nodes: readonly Placed[]
  readonly edges: readonly Edge[]
  readonly widthOf: (edge: Edge) => number
  /** Routes that are there already and stay. */
  readonly standing?: readonly Route[]
}

interface Ends {
  readonly edge: Edge
  readonly from: readonly Port[]
  readonly to: readonly Port[]
}

/**
 * Draws the arrows of one block one after the other: short straight ones first, so that long ones give
 * way. Each avoids cards, earlier arrows and their words.
 */
export function routeAll({ nodes, edges, widthOf, standing = [] }: Task): readonly Route[] {
  const at = new Map(nodes.map((node) => [node.id, node]))
  const ends = edges.flatMap((edge) => endsOf(edge, at, widthOf))
  const points = [
    ...ends.flatMap(({ from, to }) => [...from, ...to].map((port) => port.stub)),
    ...standing.flatMap((route) => route.points),
  ]
  const lattice = latticeOf(nodes, points)
  const board = boardOf(lattice)
  const { traffic } = board
  const targets = new Map(nodes.map((node, index) => [node.id, index + 1]))
  const done = new Map<string, Route>()
  const enter = (route: Route): void => {
    addRoute(traffic, lattice, { points: route.points, target: targets.get(route.edge.to) ?? 0 })
    if (route.labelAt) addWords(traffic, lattice, labelRect(route.labelAt, route.labelWidth))
    done.set(route.edge.id, route)
  }
  for (const route of standing) enter(route)
  for (const { edge, from, to } of inOrder(ends, at)) {
    const way = findWay(board, { from, to, target: targets.get(edge.to) ?? 0 })
    const width = widthOf(edge)
    const route = { edge, points: way ?? straight(from, to), labelWidth: width }
    const labelAt =
      width === 0 ? undefined : placeLabel(route, { nodes, routes: [...done.values()] })
    enter(labelAt ? { ...route, labelAt } : route)
  }
  return edges.flatMap((edge) => done.get(edge.id) ?? [])
}

/** Only where even the edge of the page is barred, which a block with a free margin excludes. */
function straight(from: readonly Port[], to: readonly Port[]): readonly Point[] {
  const [a] = from
  const [b] = to
  return a && b ? corners([a.at, a.stub, { x: a.stub.x, y: b.stub.y }, b.stub, b.at]) : []
}

function endsOf(
  edge: Edge,
  at: ReadonlyMap<string, Placed>,
  widthOf: (edge: Edge) => number,
): readonly Ends[] {
  const to = at.get(edge.to)
  if (!to) return []
  if (edge.leaves) {
    const port: Port = {
      side: 'right',
      at: edge.leaves,
      stub: { x: edge.leaves.x + STUB, y: edge.leaves.y },
      cost: 0,
    }
    return [
      {
        edge,
        from: [port],
        to: portsOf(to, undefined, { left: 0, top: 20, bottom: 40, right: 60 }),
      },
    ]
  }
  const from = at.get(edge.from)
  if (!from) return []
  if (from === to) return [{ edge, ...loopPorts(to, widthOf(edge)) }]
  const taste = tasteOf(edge, from, to)
  return [{ edge, from: portsOf(from, to, taste.from), to: portsOf(to, from, taste.to) }]
}

const rank: Readonly<Record<Edge['kind'], number>> = { forward: 0, result: 0, return: 1, cancel: 2 }

function inOrder(ends: readonly Ends[], at: ReadonlyMap<string, Placed>): readonly Ends[] {
  const reach = ({ edge }: Ends): number => {
    const from = edge.leaves ?? at.get(edge.from)
    const to = at.get(edge.to)
    return from && to ? Math.abs(from.x - to.x) + Math.abs(from.y - to.y) : 0
  }
  const turn = ({ edge }: Ends): number => (edge.from === edge.to ? -1 : rank[edge.kind])
  return [...ends].sort((a, b) => turn(a) - turn(b) || reach(a) - reach(b))
}
