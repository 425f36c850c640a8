import type { Point } from './geometry.ts'
import { Heap } from './heap.ts'
import type { Lattice } from './lattice.ts'
import type { Port } from './ports.ts'
import { noTraffic, type Traffic } from './traffic.ts'
import { isShut, neighbour, nodeAt, outwards, trace } from './way.ts'

/** What makes a way worse than its length in px. */
const BEND = 40
const CROSSING = 250
const SHARING = 1500
/** Less than a detour of two bends: the words give way in the end. */
const WORDS = 60
/** Words of an arrow with the same target: joined above them, both would seem to carry them. */
const OWN_WORDS = 40
/** Length counts less along a trunk, so that arrows with one target join early. */
const TRUNK = 0.5

export interface Wish {
  readonly from: readonly Port[]
  readonly to: readonly Port[]
  /** Number of the trunk: arrows with the same one may run together. */
  readonly trunk: number
  /** Whether an arrow of the trunk is there already. */
  readonly isJoining: boolean
}

/** Room for one search, used again by the next: by node and direction. */
interface Ledger {
  readonly costs: Float64Array
  readonly came: Int32Array
  /** The search that reached a state, and the one that settled it. */
  readonly reached: Int32Array
  readonly closed: Int32Array
  readonly heap: Heap
  turn: number
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
    reached: new Int32Array(size),
    closed: new Int32Array(size),
    heap: new Heap(),
    turn: 0,
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

/** The rectangle around all places where the search may end. */
interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Task {
  readonly board: Board
  readonly trunk: number
  readonly area: Area
  /** The least that a px of the way can cost. */
  readonly scale: number
  readonly begun: Map<number, Port>
}

/**
 * The cheapest way from a port to a port, corner points only (A* over node and direction);
 * `undefined` when all is barred.
 */
export function findWay(board: Board, wish: Wish): readonly Point[] | undefined {
  const { lattice, ledger } = board
  ledger.turn += 1
  ledger.heap.clear()
  const task: Task = {
    board,
    trunk: wish.trunk,
    area: areaOf(wish.to),
    scale: wish.isJoining ? TRUNK : 1,
    begun: new Map<number, Port>(),
  }
  begin(wish.from, task)
  const arrival = run(goalsOf(lattice, wish.to), task)
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

function begin(ports: readonly Port[], task: Task): void {
  const { lattice, ledger } = task.board
  for (const port of ports) {
    const node = nodeAt(lattice, port.stub)
    if (node === undefined || isShut(lattice, node)) continue
    const direction = outwards[port.side]
    const state = node * 4 + direction
    if (!reach(state, { cost: port.cost + tollAt(task, node, direction), from: -1 }, task)) continue
    task.begun.set(state, port)
    ledger.heap.push(state, (ledger.costs[state] ?? 0) + restOf(task, state))
  }
}

/** Whether a state is reached more cheaply than before; notes it down. */
function reach(
  state: number,
  { cost, from }: { readonly cost: number; readonly from: number },
  { board: { ledger } }: Task,
): boolean {
  if (ledger.reached[state] === ledger.turn && cost >= (ledger.costs[state] ?? 0)) return false
  ledger.reached[state] = ledger.turn
  ledger.costs[state] = cost
  ledger.came[state] = from
  return true
}

function run(goals: ReadonlyMap<number, readonly Goal[]>, task: Task): Arrival | undefined {
  const { costs, closed, heap, turn } = task.board.ledger
  let best: Arrival | undefined
  while (heap.size > 0) {
    const state = heap.pop()
    if (closed[state] === turn) continue
    closed[state] = turn
    const cost = costs[state] ?? 0
    if (best && cost + restOf(task, state) >= best.cost) break
    for (const { port, direction } of goals.get(state >> 2) ?? []) {
      // The last turn, and the stub, which may be in use by an arrow that goes elsewhere.
      const isStraight = (state & 3) === direction
      const last = isStraight
        ? 0
        : turnCost(state & 3, direction) + tollAt(task, state >> 2, direction)
      const total = cost + port.cost + last
      if (!best || total < best.cost) best = { cost: total, state, port }
    }
    for (let direction = 0; direction < 4; direction += 1)
      if ((direction ^ 1) !== (state & 3)) advance(state, direction, task)
  }
  return best
}

function advance(state: number, direction: number, task: Task): void {
  const { lattice, traffic, ledger } = task.board
  const node = state >> 2
  const next = neighbour(lattice, node, direction)
  if (next < 0) return
  const reached = next * 4 + direction
  if (ledger.closed[reached] === ledger.turn) return
  const on = direction < 2 ? traffic.onLevel : traffic.onUpright
  const isTrunk = on[node] === task.trunk && on[next] === task.trunk
  const length = lengthOf(lattice, node, next) * (isTrunk ? TRUNK : 1)
  const way = length + turnCost(state & 3, direction) + tollAt(task, next, direction)
  const cost = (ledger.costs[state] ?? 0) + way
  if (!reach(reached, { cost, from: state }, task)) return
  task.begun.delete(reached)
  ledger.heap.push(reached, cost + restOf(task, reached))
}

const turnCost = (before: number, after: number): number =>
  before === after ? 0 : (before ^ 1) === after ? 1e6 : BEND

function lengthOf({ xs, ys }: Lattice, a: number, b: number): number {
  const columns = xs.length
  const across = Math.abs((xs[a % columns] ?? 0) - (xs[b % columns] ?? 0))
  return across + Math.abs((ys[(a / columns) | 0] ?? 0) - (ys[(b / columns) | 0] ?? 0))
}

/** What it costs to travel through a node: arrows that run along or across, and words. */
function tollAt({ board: { traffic }, trunk }: Task, node: number, direction: number): number {
  const along = (direction < 2 ? traffic.nearLevel[node] : traffic.nearUpright[node]) ?? 0
  const across = (direction < 2 ? traffic.onUpright[node] : traffic.onLevel[node]) ?? 0
  const sharing = along === 0 || along === trunk ? 0 : SHARING
  const crossing = across === 0 || across === trunk ? 0 : CROSSING
  const words = traffic.words[node] ?? 0
  return sharing + crossing + (words === 0 ? 0 : words === trunk ? OWN_WORDS : WORDS)
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

function areaOf(ports: readonly Port[]): Area {
  const across = ports.map((port) => port.stub.x)
  const along = ports.map((port) => port.stub.y)
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...along),
    bottom: Math.max(...along),
  }
}

/** A lower bound of what is still to go: the way to the area of the goals, and a turn where one is due. */
function restOf({ board: { lattice }, area, scale }: Task, state: number): number {
  const columns = lattice.xs.length
  const node = state >> 2
  const x = lattice.xs[node % columns] ?? 0
  const y = lattice.ys[(node / columns) | 0] ?? 0
  const across = Math.max(area.left - x, 0, x - area.right)
  const along = Math.max(area.top - y, 0, y - area.bottom)
  const isTurnDue = (state & 3) < 2 ? along > 0 : across > 0
  return (across + along) * scale + (isTurnDue ? BEND : 0)
}
