import { around, bottom, type Rect, right, shift, upTo } from './geometry.ts'
import { labelRect } from './label-rect.ts'
import type { Wording } from './options.ts'
import { withRepeats } from './repeats.ts'
import { routeAll } from './routes.ts'
import type { Edge, Placed, Route, Scene, Strip } from './scene.ts'
import type { Plan, Section } from './section.ts'
import { type PlacedSection, placeSection } from './section-place.ts'
import {
  BAND_PADDING,
  GRID,
  LABEL_GAP,
  LABEL_PADDING,
  LANE,
  RAIL,
  type Spacing,
  START,
} from './spacing.ts'

const ATTEMPTS: readonly Spacing[] = [
  { row: 0, column: 0 },
  { row: 12, column: 24 },
  { row: 32, column: 64 },
  { row: 64, column: 128 },
]

/** Lays out one block. Where labels find no place, the block is given more room and laid out again. */
export function placePlan(single: Plan, wording: Wording): Scene {
  const plan = withRepeats(single)
  let best: Draft | undefined
  for (const spacing of ATTEMPTS) {
    const draft = attempt(plan, wording, spacing)
    if (!best || draft.missing < best.missing) best = draft
    if (best.missing === 0) break
  }
  return best ? normalise(best, plan) : { nodes: [], routes: [], strips: [], width: 0, height: 0 }
}

interface Draft {
  readonly nodes: readonly Placed[]
  readonly routes: readonly Route[]
  readonly strips: readonly Strip[]
  readonly missing: number
}

const widthOfLabel = (wording: Wording, label: string): number =>
  label === '' ? 0 : upTo(4, wording.measure(label) + LABEL_PADDING)

function attempt(plan: Plan, wording: Wording, spacing: Spacing): Draft {
  const widthOf = (edge: Edge): number => widthOfLabel(wording, edge.label)
  const stack = stackSections(plan, { widthOf, spacing })
  const nodes = [...stack.nodes, ...startPill(plan, stack.nodes)]
  const edges = directed(plan, stack)
  const routes = routeAll({ nodes, edges, widthOf })
  const missing = routes.filter((route) => route.edge.label !== '' && !route.labelAt).length
  return { nodes, routes, strips: stack.strips, missing }
}

interface Stacked {
  readonly nodes: readonly Placed[]
  readonly strips: readonly Strip[]
  readonly returns: ReadonlySet<Edge>
  /** Section number by node id. */
  readonly sectionOf: ReadonlyMap<string, number>
}

interface Measures {
  readonly widthOf: (edge: Edge) => number
  readonly spacing: Spacing
}

function stackSections(plan: Plan, { widthOf, spacing }: Measures): Stacked {
  const sideGap = sideGapOf(plan, widthOf) + spacing.column
  const nodes: Placed[] = []
  const strips: Strip[] = []
  const returns = new Set<Edge>()
  const sectionOf = new Map<string, number>()
  let y = 0
  for (const [index, section] of plan.sections.entries()) {
    const done = placeSection(section, plan.edges, {
      isNarrow: plan.isNarrow,
      sideGap,
      spacing,
      widthOf,
    })
    const top = plan.isRoot ? y + BAND_PADDING + entryRoom(plan, section) : y
    for (const node of done.placed) {
      nodes.push(shift(node, { x: 0, y: top }))
      sectionOf.set(node.id, index)
    }
    for (const edge of done.returns) returns.add(edge)
    const height = plan.isRoot
      ? upTo(GRID, top + done.height + BAND_PADDING + spacing.row / 2) - y
      : done.height
    strips.push(stripOf(section, done, { y, top, height }))
    y += height
  }
  return { nodes, strips, returns, sectionOf }
}

function stripOf(
  section: Section,
  done: PlacedSection,
  at: { readonly y: number; readonly top: number; readonly height: number },
): Strip {
  return {
    id: section.id,
    ...(section.stage && { stage: section.stage }),
    ...(section.title && { title: section.title }),
    isPhase: section.isPhase,
    band: { x: 0, y: at.y, width: 0, height: at.height },
    frame: { ...done.frame, y: at.y + 8, height: at.height - 16 },
    turns: done.turns.map((turn) => ({ ...turn, y: turn.y + at.top })),
  }
}

/** The same for all sections, so that cards of the second column stand below each other. */
function sideGapOf(plan: Plan, widthOf: (edge: Edge) => number): number {
  const widest = Math.max(0, ...plan.edges.map((edge) => Math.min(120, widthOf(edge))))
  if (widest === 0) return plan.isNarrow ? 32 : 48
  return upTo(4, Math.max(LABEL_GAP, widest + 32))
}

/** More room above a band that several arrows enter, or one with words. */
function entryRoom(plan: Plan, section: Section): number {
  const own = new Set([...section.steps, ...section.companions.flat()].map((node) => node.id))
  const entering = plan.edges.filter((edge) => own.has(edge.to) && !own.has(edge.from))
  if (entering.length === 0) return 0
  const words = entering.some((edge) => edge.label !== '') ? 16 : 0
  const targets = new Set(entering.map((edge) => edge.to)).size
  return words + LANE * Math.max(0, targets - 1)
}

function startPill(plan: Plan, nodes: readonly Placed[]): readonly Placed[] {
  const first = plan.sections[0]?.steps[0]
  const card = nodes.find((node) => node.id === first?.id)
  if (!plan.isRoot || !card) return []
  const y = card.y + Math.min(-2, (card.height - START.height) / 2)
  const hasLoop = plan.edges.some((edge) => edge.from === card.id && edge.to === card.id)
  const x = card.x - START.width - (hasLoop ? 152 : 52)
  return [{ id: 'start', block: '', ...START, x, y, face: { is: 'start' } }]
}

/** Marks returns, adds the first arrow, and gives arrows that leave a frame their beginning. */
function directed(plan: Plan, stack: Stacked): readonly Edge[] {
  const frames = new Map(stack.strips.filter((it) => it.isPhase).map((it) => [it.id, it.frame]))
  const at = new Map(stack.nodes.map((node) => [node.id, node]))
  const leavers = new Map<string, number>()
  const edges = plan.edges.map((edge): Edge => {
    const frame = frames.get(edge.from)
    if (frame) return { ...edge, leaves: leaveAt(edge, frame, { at, leavers }) }
    const from = stack.sectionOf.get(edge.from) ?? 0
    const to = stack.sectionOf.get(edge.to) ?? 0
    return stack.returns.has(edge) || to < from ? { ...edge, kind: 'return' } : edge
  })
  const first = plan.sections[0]?.steps[0]
  if (!plan.isRoot || !first) return edges
  return [
    { id: 'start', from: 'start', to: first.id, exits: [], label: '', kind: 'forward' },
    ...edges,
  ]
}

interface Leaving {
  readonly at: ReadonlyMap<string, Placed>
  readonly leavers: Map<string, number>
}

function leaveAt(
  edge: Edge,
  frame: Rect,
  { at, leavers }: Leaving,
): { readonly x: number; readonly y: number } {
  const target = at.get(edge.to)
  if (
    target &&
    target.x >= right(frame) &&
    target.y >= frame.y &&
    bottom(target) <= bottom(frame)
  ) {
    return { x: right(frame), y: target.y + target.height / 2 }
  }
  const count = leavers.get(edge.from) ?? 0
  leavers.set(edge.from, count + 1)
  return { x: right(frame), y: bottom(frame) - 16 - 24 * count }
}

/** Moves the block so that everything that is drawn lies right of and below the origin. */
function normalise(draft: Draft, plan: Plan): Scene {
  const extent = around([
    ...draft.nodes,
    ...draft.routes.flatMap(extentOf),
    ...draft.strips.filter((it) => it.isPhase).map((it) => it.frame),
  ])
  const left = plan.isRoot ? RAIL + 24 : 0
  const by = {
    x: upTo(GRID, left - extent.x),
    y: plan.isRoot ? 0 : upTo(4, -Math.min(0, extent.y)),
  }
  const width = upTo(GRID, right(extent) + by.x + (plan.isRoot ? 24 : 0))
  const last = draft.strips.at(-1)
  const height = plan.isRoot ? (last ? bottom(last.band) : 0) : upTo(4, bottom(extent) + by.y)
  return {
    width,
    height,
    nodes: draft.nodes.map((node) => shift(node, by)),
    routes: draft.routes.map((route) => moveRoute(route, by)),
    strips: plan.isRoot ? alignStrips(draft.strips, { by, width, left: extent.x + by.x }) : [],
  }
}

/** Bands span the page; the frames of all phases begin at the same line. */
function alignStrips(
  strips: readonly Strip[],
  to: {
    readonly by: { readonly x: number; readonly y: number }
    readonly width: number
    readonly left: number
  },
): readonly Strip[] {
  return strips.map((strip) => ({
    ...strip,
    band: { ...strip.band, x: 0, width: to.width },
    frame: { ...strip.frame, x: to.left, width: right(strip.frame) + to.by.x - to.left },
  }))
}

function extentOf(route: Route): readonly Rect[] {
  const points = route.points.map((point) => ({ ...point, width: 0, height: 0 }))
  return route.labelAt ? [...points, labelRect(route.labelAt, route.labelWidth)] : points
}

function moveRoute(route: Route, by: { readonly x: number; readonly y: number }): Route {
  return {
    ...route,
    edge: route.edge.leaves ? { ...route.edge, leaves: shift(route.edge.leaves, by) } : route.edge,
    points: route.points.map((point) => shift(point, by)),
    ...(route.labelAt && { labelAt: shift(route.labelAt, by) }),
  }
}
