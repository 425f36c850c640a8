import { backEdges } from './back-edges.ts'
import { type Line, linesOf } from './lines.ts'
import { rowsOf } from './rows.ts'
import type { Edge } from './scene.ts'
import type { Section } from './section.ts'

/** Which way a section runs, before anything has a position. */
export interface SectionFlow {
  readonly returns: ReadonlySet<Edge>
  /** Edges that leave a step of the section and do not lead back. */
  readonly forward: readonly Edge[]
  readonly lines: readonly Line[]
  readonly rows: ReadonlyMap<string, number>
}

export function flowOf(section: Section, edges: readonly Edge[]): SectionFlow {
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
  return { returns, forward, lines, rows }
}
