import { backEdges } from './back-edges.ts'
import { pileAt, pileFrom, placeSides } from './beside.ts'
import { columnsOf } from './columns.ts'
import { around, bottom, type Rect, right } from './geometry.ts'
import { standOf } from './heights.ts'
import { linesOf } from './lines.ts'
import { rowsOf } from './rows.ts'
import type { Edge, Node, Placed, Turn } from './scene.ts'
import type { Section } from './section.ts'
import { LABEL_GAP, PILL_HEIGHT, type Spacing } from './spacing.ts'
import { turnsOf } from './turns.ts'

export interface PlacedSection {
  readonly placed: readonly Placed[]
  /** The frame of a phase: main line and sides, without what stands to the right of it. */
  readonly frame: Rect
  readonly height: number
  readonly returns: ReadonlySet<Edge>
  readonly turns: readonly Turn[]
}

interface Manner {
  readonly isNarrow: boolean
  readonly sideGap: number
  readonly spacing: Spacing
  readonly widthOf: (edge: Edge) => number
}

const FRAME_PADDING = 24

/** Positions of one section; x from the middle of its main line, y from its top. */
export function placeSection(
  section: Section,
  edges: readonly Edge[],
  manner: Manner,
): PlacedSection {
  const ids = section.steps.map((node) => node.id)
  const members = new Set(ids)
  const hops = edges.filter((edge) => members.has(edge.from))
  const inside = hops.filter((edge) => members.has(edge.to))
  const returns = backEdges(ids, inside)
  const forward = hops.filter((edge) => !returns.has(edge))
  const closing = new Set([...section.ends, ...section.cutOffs].map((node) => node.id))
  const onward = new Set(
    forward.map((edge) => edge.to).filter((to) => !members.has(to) && !closing.has(to)),
  )
  const lines = linesOf({ ids, hops: forward, onward })
  const rows = rowsOf(
    lines,
    inside.filter((edge) => !returns.has(edge)),
  )
  const columns = columnsOf({
    section,
    lines,
    rows,
    edges,
    forward,
    gap: manner.sideGap,
    isNarrow: manner.isNarrow,
  })
  const stood = standOf(columns, forward, manner.spacing.row)
  const sides = placeSides(section.sides, stood.placed, stood.tops)
  const own = [...stood.placed, ...sides]
  const inner = around(own)
  const frame = {
    ...inner,
    x: inner.x - FRAME_PADDING,
    width: inner.width + 2 * FRAME_PADDING,
  }
  const outside = placeOutside(section, { own, frame, edges, manner })
  const placed = [...own, ...outside]
  const turns = turnsOf(section.stage, {
    placed: stood.placed,
    main: lines[0]?.ids ?? [],
    tops: stood.tops,
  })
  return { placed, frame, height: Math.max(0, ...placed.map(bottom)), returns, turns }
}

interface Inside {
  readonly own: readonly Placed[]
  readonly frame: Rect
  readonly edges: readonly Edge[]
  readonly manner: Manner
}

function placeOutside(section: Section, { own, frame, edges, manner }: Inside): readonly Placed[] {
  const cutting = edges.filter((edge) => section.cutOffs.some((end) => end.id === edge.to))
  const words = Math.max(
    0,
    ...cutting.filter((edge) => edge.from === section.id).map(manner.widthOf),
  )
  const gap = words > 0 ? Math.max(LABEL_GAP, words + 36) : 48
  const cutOffs = pileAt(section.cutOffs, {
    x: right(frame) + gap,
    heightOf: (end) => heightFor(end, { section, own, edges }),
  })
  const taken = [...own, ...cutOffs]
  let y = 0
  const companions = section.companions.flatMap(([step, ...ends]) => {
    if (!step) return []
    const strip = taken.filter((it) => it.y < y + step.height + 28 && bottom(it) + 28 > y)
    const x = Math.max(...strip.map(right), 0) + 2 * FRAME_PADDING + 28
    const widest = Math.max(0, ...edges.filter((edge) => edge.from === step.id).map(manner.widthOf))
    const endsX = x + step.width + (widest > 0 ? Math.max(LABEL_GAP, widest + 48) : 48)
    const pills = pileFrom(
      ends,
      { x: endsX, y: y + Math.max(0, (step.height - PILL_HEIGHT) / 2) },
      20,
    )
    const placed = [{ ...step, x, y }, ...pills]
    y = Math.max(...placed.map(bottom)) + 28
    return placed
  })
  return [...cutOffs, ...companions]
}

interface Inner {
  readonly section: Section
  readonly own: readonly Placed[]
  readonly edges: readonly Edge[]
}

/** A cut-off pill stands level with the side box that leads to it, else with the first row. */
function heightFor(end: Node, { section, own, edges }: Inner): number {
  const sources = edges
    .filter((edge) => edge.to === end.id && edge.from !== section.id)
    .map((edge) => edge.from)
  const source = own.find((node) => sources.includes(node.id))
  return source ? source.y + Math.max(0, source.height - PILL_HEIGHT) / 2 : 16
}
