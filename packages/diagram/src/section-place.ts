import { pileAt, pileFrom, placeSides } from './beside.ts'
import { columnsOf } from './columns.ts'
import { flowOf } from './flow.ts'
import { around, bottom, isNear, type Rect, right } from './geometry.ts'
import { standOf } from './heights.ts'
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
  const { returns, forward, lines, rows } = flowOf(section, edges)
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
  const sides = placeSides(section, stood.placed, stood.tops)
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
  const companions = placeCompanions(section, cutOffs, { frame, edges, manner })
  return [...cutOffs, ...companions]
}

/** From what stands to a companion. */
const COMPANION_GAP = 28

/** Steps beside a phase, each with its pills, where they widen the page least. */
function placeCompanions(
  section: Section,
  stood: readonly Placed[],
  { frame, edges, manner }: Omit<Inside, 'own'>,
): readonly Placed[] {
  const taken = [...stood]
  const height = Math.max(bottom(frame), ...stood.map(bottom))
  for (const [step, ...ends] of section.companions) {
    if (!step) continue
    const words = edges.filter((edge) => edge.from === step.id).map(manner.widthOf)
    const away = Math.max(0, ...words) > 0 ? Math.max(LABEL_GAP, ...words.map((it) => it + 48)) : 48
    const pills = Math.max(0, ...ends.map((end) => away + end.width))
    const heights = [0, ...taken.map((it) => bottom(it) + COMPANION_GAP)].sort((a, b) => a - b)
    const spots = heights.map((y) => {
      const strip = { x: -1e6, y, width: 2e6, height: step.height }
      const beside = taken.filter((it) => isNear(it, strip, COMPANION_GAP))
      const x = Math.max(right(frame), ...beside.map(right)) + COMPANION_GAP
      const low = Math.max(0, y + step.height - height)
      return { x, y, cost: x + step.width + pills + y / 4 + 2 * low }
    })
    const { x, y } = spots.reduce((a, b) => (b.cost < a.cost ? b : a))
    const corner = {
      x: x + step.width + away,
      y: y + Math.max(0, (step.height - PILL_HEIGHT) / 2),
    }
    taken.push({ ...step, x, y }, ...pileFrom(ends, corner, 20))
  }
  return taken.slice(stood.length)
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
