import { bottom, isNear, type Rect, right } from './geometry.ts'
import type { Node, Placed } from './scene.ts'
import type { Section } from './section.ts'
import { CARD } from './spacing.ts'

/** A side procedure keeps this distance from the main line. */
const LANE_GAP = 40
/** From a box to the pill beside it. */
const PILL_AWAY = 40

/**
 * Places boxes to the right of what stands already, each in the row where it widens the drawing least,
 * so that they fill the corners beside a wide joint review. Their pills stand right beside them.
 */
export function placeSides(
  { sides, sideEnds }: Pick<Section, 'sides' | 'sideEnds'>,
  stood: readonly Placed[],
  tops: readonly number[],
): readonly Placed[] {
  const placed: Placed[] = []
  const height = Math.max(0, ...stood.map(bottom))
  for (const side of sides) {
    const ends = sideEnds.filter(([box]) => box === side.id).map(([, end]) => end)
    const pills = Math.max(0, ...ends.map((end) => end.width + PILL_AWAY))
    const heights = [...tops, ...placed.map((it) => bottom(it) + 28)].sort((a, b) => a - b)
    const candidates = heights.map((y) => {
      const strip: Rect = { x: -1e6, y, width: 2e6, height: side.height }
      const taken = [...stood, ...placed].filter((it) => isNear(it, strip, 28))
      const x = Math.max(CARD.width / 2, ...taken.map(right)) + LANE_GAP
      return { x, y, cost: x + side.width + pills + 2 * Math.max(0, y + side.height - height) }
    })
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a))
    const box = { ...side, x: best.x, y: best.y }
    const total = ends.reduce((sum, end) => sum + end.height + PILL_GAP, -PILL_GAP)
    const corner = { x: right(box) + PILL_AWAY, y: box.y + Math.max(0, (box.height - total) / 2) }
    placed.push(box, ...pileFrom(ends, corner, PILL_GAP))
  }
  return placed
}

/** Pills or cards one below the other from a corner on. */
export function pileFrom(
  nodes: readonly Node[],
  corner: { readonly x: number; readonly y: number },
  gap: number,
): readonly Placed[] {
  let y = corner.y
  return nodes.map((node) => {
    const placed = { ...node, x: corner.x, y }
    y += node.height + gap
    return placed
  })
}

interface Shelf {
  readonly x: number
  /** The height at which a pill would like to stand. */
  readonly heightOf: (node: Node) => number
}

const PILL_GAP = 28

/** Pills below each other, each at the height it asks for or as soon below as there is room. */
export function pileAt(nodes: readonly Node[], { x, heightOf }: Shelf): readonly Placed[] {
  const wanted = nodes.map((node) => ({ node, y: heightOf(node) })).sort((a, b) => a.y - b.y)
  let free = 0
  return wanted.map(({ node, y: wish }) => {
    const y = Math.max(wish, free)
    free = y + node.height + PILL_GAP
    return { ...node, x, y }
  })
}
