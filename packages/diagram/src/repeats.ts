import { flowOf, type SectionFlow } from './flow.ts'
import { groupBy } from './group.ts'
import type { Edge, Node } from './scene.ts'
import type { Plan, Section } from './section.ts'

/**
 * Gives every place that leads to a result a pill of its own, so that no arrow crosses the block only to
 * reach one. The first keeps the id of the end, the others are numbered: `block/result#2`.
 */
export function withRepeats(plan: Plan): Plan {
  const targets = new Map<Edge, string>()
  const sections = plan.sections.map((section) => repeatIn(section, plan, targets))
  const edges = plan.edges.map((edge) => {
    const to = targets.get(edge)
    return to === undefined ? edge : { ...edge, to }
  })
  return { ...plan, sections, edges }
}

export const repeatOf = (id: string, index: number): string =>
  index === 0 ? id : `${id}#${index + 1}`

function repeatIn(section: Section, plan: Plan, targets: Map<Edge, string>): Section {
  const flow = flowOf(section, plan.edges)
  const sides = new Set(section.sides.map((side) => side.id))
  const ends: Node[] = []
  const cutOffs: Node[] = []
  const sideEnds: (readonly [string, Node])[] = []
  for (const end of [...section.cutOffs, ...section.ends]) {
    const sources = plan.edges.filter((edge) => edge.to === end.id)
    const groups = groupBy(sources, (edge) => placeOf(edge.from, section, { plan, flow }))
    for (const [index, [place, group]] of [...groups].entries()) {
      const node = { ...end, id: repeatOf(end.id, index) }
      for (const edge of group) targets.set(edge, node.id)
      if (section.isPhase && place === section.id) cutOffs.push(node)
      else if (sides.has(place)) sideEnds.push([place, node])
      else ends.push(node)
    }
    if (groups.size === 0) ends.push(end)
  }
  return { ...section, ends, cutOffs, sideEnds }
}

/** Sources with the same place share a pill: those of one column in a branch, a step and its detour elsewhere. */
function placeOf(
  from: string,
  section: Section,
  { plan, flow }: { readonly plan: Plan; readonly flow: SectionFlow },
): string {
  const index = flow.lines.findIndex((line) => line.ids.includes(from))
  const line = flow.lines[index]
  if (!line) return from
  if (plan.isNarrow) return `line ${index}`
  const isDetour = line.ids.length === 1 && line.parent !== undefined
  const node = section.steps.find((it) => it.id === from)
  if (!isDetour || node?.face.is !== 'card') return from
  return flow.rows.get(from) === flow.rows.get(line.parent) ? line.parent : from
}
