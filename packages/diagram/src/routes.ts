import { crossingsOf } from './crossings.ts'
import { middleX, middleY, type Point } from './geometry.ts'
import { labelRect } from './label-rect.ts'
import { placeLabel } from './labels.ts'
import { latticeOf } from './lattice.ts'
import { loopPorts, type Port, portsOf, tasteOf } from './ports.ts'
import type { Edge, Placed, Route } from './scene.ts'
import { type Board, boardOf, findWay } from './search.ts'
import { STUB } from './spacing.ts'
import { addRoute, addWords, clear } from './traffic.ts'
import { corners } from './way.ts'

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
  const ends = inOrder(
    edges.flatMap((edge) => endsOf(edge, at, widthOf)),
    at,
  )
  const points = [
    ...ends.flatMap(({ from, to }) => [...from, ...to].map((port) => port.stub)),
    ...standing.flatMap((route) => route.points),
  ]
  const board = boardOf(latticeOf(nodes, points))
  const sheet: Sheet = { nodes, board, widthOf, trunks: trunksOf(nodes), done: new Map() }
  for (const route of standing) enter(route, sheet)
  for (const end of ends) enter(draw(end, sheet), sheet)
  for (let pass = 0; pass < PASSES && redraw(ends, sheet); pass += 1);
  const fixed = new Set(standing.map((route) => route.edge.id))
  for (const route of sheet.done.values()) if (!fixed.has(route.edge.id)) relabel(route, sheet)
  return edges.flatMap((edge) => sheet.done.get(edge.id) ?? [])
}

/** Looks for the best place for the words once more, now that all arrows are known. */
function relabel(route: Route, { nodes, done }: Sheet): void {
  const routes = [...done.values()].filter((other) => other !== route)
  const labelAt = route.labelWidth === 0 ? undefined : placeLabel(route, { nodes, routes })
  if (labelAt) done.set(route.edge.id, { ...route, labelAt })
}

const PASSES = 2

/** What is drawn so far. */
interface Sheet {
  readonly nodes: readonly Placed[]
  readonly board: Board
  readonly widthOf: (edge: Edge) => number
  /** Numbers of targets. */
  readonly trunks: ReadonlyMap<string, number>
  readonly done: Map<string, Route>
}

const trunksOf = (nodes: readonly Placed[]): ReadonlyMap<string, number> =>
  new Map(nodes.map((node, index) => [node.id, 2 * index + 1]))

/** Returns are dashed and have a trunk of their own. */
const trunkOf = (edge: Edge, { trunks }: Sheet): number =>
  (trunks.get(edge.to) ?? 0) + (edge.kind === 'return' ? 1 : 0)

function draw({ edge, from, to }: Ends, sheet: Sheet): Route {
  const trunk = trunkOf(edge, sheet)
  const others = [...sheet.done.values()]
  const isJoining = others.some((other) => trunkOf(other.edge, sheet) === trunk)
  const way = findWay(sheet.board, { from, to, trunk, isJoining })
  const labelWidth = sheet.widthOf(edge)
  const route = { edge, points: way ?? straight(from, to), labelWidth }
  if (labelWidth === 0) return route
  const labelAt = placeLabel(route, { nodes: sheet.nodes, routes: others })
  return labelAt ? { ...route, labelAt } : route
}

function enter(route: Route, sheet: Sheet): void {
  const { board } = sheet
  const trunk = trunkOf(route.edge, sheet)
  addRoute(board.traffic, board.lattice, { points: route.points, trunk })
  if (route.labelAt) {
    const rect = labelRect(route.labelAt, route.labelWidth)
    addWords(board.traffic, board.lattice, { rect, trunk })
  }
  sheet.done.set(route.edge.id, route)
}

/** Draws the arrows that cross others once more, now that all are known; false when none does. */
function redraw(ends: readonly Ends[], sheet: Sheet): boolean {
  let isChanged = false
  for (const end of ends) {
    const before = sheet.done.get(end.edge.id)
    if (!before || !isPoor(before, sheet)) continue
    sheet.done.delete(end.edge.id)
    const others = [...sheet.done.values()]
    clear(sheet.board.traffic)
    for (const route of others) enter(route, sheet)
    const after = draw(end, sheet)
    const keeps = before.labelAt && !after.labelAt
    enter(keeps ? before : after, sheet)
    isChanged = isChanged || (!keeps && !isSame(before, after))
  }
  return isChanged
}

function isPoor(route: Route, { done }: Sheet): boolean {
  if (route.edge.label !== '' && !route.labelAt) return true
  const others = [...done.values()].filter((other) => other !== route).map((it) => it.points)
  return crossingsOf(route.points, others).length > 0
}

const isSame = (a: Route, b: Route): boolean =>
  a.points.length === b.points.length &&
  a.points.every(({ x, y }, index) => x === b.points[index]?.x && y === b.points[index]?.y)

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
  const middle = (node: Placed | undefined): Point | undefined =>
    node && { x: middleX(node), y: middleY(node) }
  const reach = ({ edge }: Ends): number => {
    const from = edge.leaves ?? middle(at.get(edge.from))
    const to = middle(at.get(edge.to))
    return from && to ? Math.abs(from.x - to.x) + Math.abs(from.y - to.y) : 0
  }
  const turn = ({ edge }: Ends): number => (edge.from === edge.to ? -1 : rank[edge.kind])
  return [...ends].sort((a, b) => turn(a) - turn(b) || reach(a) - reach(b))
}
