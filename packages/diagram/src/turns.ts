import type { Stage } from '@yichuang/engine'
import { bottom } from './geometry.ts'
import type { Placed, Turn } from './scene.ts'

const ORDER: readonly Stage[] = ['apply', 'acceptance', 'review', 'decision', 'issue', 'after-care']

interface Rows {
  readonly placed: readonly Placed[]
  /** Ids of the main line from top to bottom. */
  readonly main: readonly string[]
  readonly tops: readonly number[]
}

/** Boundaries of stages half-way between two rows. A line never turns back to an earlier stage. */
export function turnsOf(first: Stage | undefined, { placed, main, tops }: Rows): readonly Turn[] {
  if (first === undefined) return []
  const turns: Turn[] = []
  let now: Stage = first
  for (const id of main) {
    const node = placed.find((it) => it.id === id)
    const stage = node && 'stage' in node.face ? node.face.stage : undefined
    if (
      !node ||
      stage === undefined ||
      !tops.includes(node.y) ||
      ORDER.indexOf(stage) <= ORDER.indexOf(now)
    )
      continue
    now = stage
    const above = placed.filter((it) => it.y < node.y).map(bottom)
    if (above.length > 0)
      turns.push({ stage, y: Math.round((Math.max(...above) + node.y) / 8) * 4 })
  }
  return turns
}
