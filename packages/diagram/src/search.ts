import type { Point } from './geometry.ts'
import { Heap } from './heap.ts'
import type { Lattice } from './lattice.ts'
import type { Port, Side } from './ports.ts'
import { noTraffic, type Traffic } from './traffic.ts'

/** What makes a way worse than its length in px. */
const BEND = 40
const CROSSING = 70
const SHARING = 500
const WORDS = 160

/** Directions of travel, numbered so that the opposite of `d` is `d ^ 1`. */
const RIGHT = 0
const LEFT = 1
const DOWN = 2
const UP = 3

const outwards: Readonly<Record<Side, number>> = { right: RIGHT, left: LEFT, bottom: DOWN, top: UP }

export interface Wish {
  readonly from: readonly Port[]
  readonly to: readonly Port[]
  /** Number of the target: arrows with the same one may run together. */
  readonly target: number
}

/** Room for one search, used again by the next: by node and direction. */
interface Ledger {
  readonly costs: Float64Array
  readonly came: Int32Array
  readonly closed: Uint8Array
}

export interface Board {
  readonly lattice: Lattice
  readonly traffic: Traffic
  readonly ledger: Ledger
}

export function boardOf(lattice: Lattice): Board {
  const size = lattice.xs.length * lattice.ys.length * 4
  const ledger = {
    costs: new Float64Array(size),
    came: new Int32Array(size),
    closed: new Uint8Array(size),
  }
  return { lattice, traffic: noTraffic(lattice), ledger }
}

interface Goal {
  readonly port: Port
  readonly direction: number
}

interface Arrival {
  readonly cost: number
  readonly state: number
  readonly port: Port
}

/** What a search needs at every node; functions over numbers, because they run by the million. */
interface Task {
  readonly toll: (node: number, direction: number) => number
  readonly rest: (node: number) => number
  readonly begun: Map<number, Port>
  readonly heap: Heap
}

/**
 * The cheapest way from a port to a port, corner points only (A* over node and direction);
 * `undefined` when all is barred.
 */
export function findWay(board: Board, wish: Wish): readonly Point[] | undefined {
  const { lattice, ledger } = board
  ledger.costs.fill(Infinity)
  ledger.came.fill(-1)
  ledger.closed.fill(0)
  const task = {
    toll: tollOf(board.traffic, wish.target),
    rest: restOf(lattice, wish.to),
    begun: new Map<number, Port>(),
    heap: new Heap(),
  }
  begin(board, wish.from, task)
  const arrival = run(board, goalsOf(lattice, wish.to), task)
  return (
    arrival &&
    trace(lattice, {
      came: ledger.came,
      begun: task.begun,
      state: arrival.state,
      port: arrival.port,
    })
  )
}

function begin(
  { lattice, ledger }: Board,
  ports: readonly Port[],
  { toll, rest, begun, heap }: Task,
): void {
  for (const port of ports) {
    const node = nodeAt(lattice, port.stub)
    if (node === undefined || isShut(lattice, node)) continue
    const direction = outwards[port.side]
    const state = node * 4 + direction
    const cost = port.cost + toll(node, direction)
    if (cost >= (ledger.costs[state] ?? 0)) continue
    ledger.costs[state] = cost
    begun.set(state, port)
    heap.push(state, cost + rest(node))
  }
}

function run(
  board: Board,
  goals: ReadonlyMap<number, readonly Goal[]>,
  task: Task,
): Arrival | undefined {
  const { costs, closed } = board.ledger
  let best: Arrival | undefined
  while (task.heap.size > 0) {
    const state = task.heap.pop()
    if (closed[state] === 1) continue
    closed[state] = 1
    const cost = costs[state] ?? 0
    if (best && cost >= best.cost) break
    const node = state >> 2
    for (const { port, direction } of goals.get(node) ?? []) {
      // The last turn, and the stub, which may be in use by an arrow that goes elsewhere.
      const turn =
        (state & 3) === direction ? 0 : turnCost(state & 3, direction) + task.toll(node, direction)
      const total = cost + port.cost + turn
      if (!best || total < best.cost) best = { cost: total, state, port }
    }
    for (let direction = 0; direction < 4; direction += 1) {
      if ((direction ^ 1) !== (state & 3)) advance(board, { state, direction }, task)
    }
  }
  return best
}

function advance(
  { lattice, ledger }: Board,
  { state, direction }: { readonly state: number; readonly direction: number },
  task: Task,
): void {
  const node = state >> 2
  const next = neighbour(lattice, node, direction)
  if (next < 0) return
  const reached = next * 4 + direction
  const way =
    lengthOf(lattice, node, next) + turnCost(state & 3, direction) + task.toll(next, direction)
  const sum = (ledger.costs[state] ?? 0) + way
  if (sum >= (ledger.costs[reached] ?? 0)) return
  ledger.costs[reached] = sum
  ledger.came[reached] = state
  task.begun.delete(reached)
  task.heap.push(reached, sum + task.rest(next))
}

const turnCost = (before: number, after: number): number =>
  before === after ? 0 : (before ^ 1) === after ? 1e6 : BEND

function nodeAt(lattice: Lattice, point: Point): number | undefined {
  const column = lattice.indexX.get(point.x)
  const row = lattice.indexY.get(point.y)
  return column === undefined || row === undefined ? undefined : row * lattice.xs.length + column
}

function pointAt({ xs, ys }: Lattice, node: number): Point {
  return { x: xs[node % xs.length] ?? 0, y: ys[Math.floor(node / xs.length)] ?? 0 }
}

/** A place inside the zone of another card: no way leads out of it. */
function isShut(lattice: Lattice, node: number): boolean {
  return [0, 1, 2, 3].every((direction) => neighbour(lattice, node, direction) < 0)
}

function neighbour(
  { xs, ys, barredRight, barredDown }: Lattice,
  node: number,
  direction: number,
): number {
  const columns = xs.length
  switch (direction) {
    case RIGHT:
      return node % columns === columns - 1 || barredRight[node] === 1 ? -1 : node + 1
    case LEFT:
      return node % columns === 0 || barredRight[node - 1] === 1 ? -1 : node - 1
    case DOWN:
      return node + columns >= columns * ys.length || barredDown[node] === 1 ? -1 : node + columns
    default:
      return node < columns || barredDown[node - columns] === 1 ? -1 : node - columns
  }
}

function lengthOf({ xs, ys }: Lattice, a: number, b: number): number {
  const columns = xs.length
  const across = Math.abs((xs[a % columns] ?? 0) - (xs[b % columns] ?? 0))
  return across + Math.abs((ys[(a / columns) | 0] ?? 0) - (ys[(b / columns) | 0] ?? 0))
}

/** What it costs to travel through a node: arrows that run along or across, and words. */
function tollOf(
  { level, upright, words }: Traffic,
  target: number,
): (node: number, direction: number) => number {
  return (node, direction) => {
    const along = (direction < 2 ? level[node] : upright[node]) ?? 0
    const across = (direction < 2 ? upright[node] : level[node]) ?? 0
    const sharing = along === 0 || along === target ? 0 : SHARING
    const crossing = across === 0 || across === target ? 0 : CROSSING
    return sharing + crossing + (words[node] === 1 ? WORDS : 0)
  }
}

function goalsOf(lattice: Lattice, ports: readonly Port[]): ReadonlyMap<number, readonly Goal[]> {
  const goals = new Map<number, Goal[]>()
  for (const port of ports) {
    const node = nodeAt(lattice, port.stub)
    if (node === undefined) continue
    const goal = { port, direction: outwards[port.side] ^ 1 }
    goals.set(node, [...(goals.get(node) ?? []), goal])
  }
  return goals
}

/** A lower bound of what is still to go: distance to the rectangle around all goals. */
function restOf({ xs, ys }: Lattice, ports: readonly Port[]): (node: number) => number {
  const across = ports.map((port) => port.stub.x)
  const along = ports.map((port) => port.stub.y)
  const [left, right, top, bottom] = [
    Math.min(...across),
    Math.max(...across),
    Math.min(...along),
    Math.max(...along),
  ]
  return (node) => {
    const x = xs[node % xs.length] ?? 0
    const y = ys[(node / xs.length) | 0] ?? 0
    return Math.max(left - x, 0, x - right) + Math.max(top - y, 0, y - bottom)
  }
}

interface Track {
  readonly came: Int32Array
  readonly begun: ReadonlyMap<number, Port>
  readonly state: number
  readonly port: Port
}

function trace(lattice: Lattice, { came, begun, state, port }: Track): readonly Point[] {
  const points: Point[] = [port.at, port.stub]
  let at = state
  for (;;) {
    points.push(pointAt(lattice, at >> 2))
    const before = came[at] ?? -1
    if (before < 0) break
    at = before
  }
  const first = begun.get(at)
  if (first) points.push(first.at)
  return corners(points.reverse())
}

/** Leaves out repeated points and points on a straight line. */
export function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const isStraight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) kept.pop()
    kept.push(point)
  }
  return kept
}
