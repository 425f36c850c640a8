import type { Phase, Stage, Step, StepId, Workflow } from '@yichuang/engine'
import { backEdges } from './back-edges.ts'
import { nodeOf, sideNodes } from './boxes.ts'
import { edgesOf, type Target } from './edges.ts'
import { type Exit, exitsOf, mainResults } from './exits.ts'
import { groupBy } from './group.ts'
import { startFirst } from './inner-plan.ts'
import { linesOf } from './lines.ts'
import { type Context, endNode, isCollapsed } from './nodes.ts'
import { repeatOf } from './repeats.ts'
import { rowsOf } from './rows.ts'
import type { Edge, Node } from './scene.ts'
import type { Plan, Section } from './section.ts'

type Entry = readonly [StepId, Step]

/** The root steps of one stretch of the page; `phase` is the one that is opened out. */
interface Stretch {
  readonly stage?: Stage
  readonly phase?: readonly [StepId, Phase]
  readonly others: readonly Entry[]
}

/** The root block: phases of the main line are opened out, one below the other. */
export function planRoot(context: Context, workflow: Workflow): Plan {
  const stretches = stretchesOf(context, workflow)
  const opened = new Map(
    stretches.flatMap(({ phase }) => (phase ? [[phase[0], phase[1]] as const] : [])),
  )
  const entry = (id: StepId): StepId => opened.get(id)?.start ?? id
  const parts = stretches.map((stretch) =>
    stretch.phase
      ? phasePart(context, stretch.phase, entry)
      : { edges: [], ends: new Map<string, Node>(), cut: new Set<string>() },
  )
  const rootEnds = new Map<string, Map<StepId, Node>>()
  const rootEnd = (owner: StepId, exit: Exit): Node => {
    const result = exit.result ?? 'closed'
    const id = exit.outcome ?? result
    const known = rootEnds.get(id) ?? new Map<StepId, Node>()
    rootEnds.set(id, known)
    const facts = { id, result, ...(exit.outcome !== undefined && { outcome: exit.outcome }) }
    const node = known.get(owner) ?? {
      ...endNode(context, '', facts),
      id: repeatOf(id, known.size),
    }
    known.set(owner, node)
    return node
  }
  const others = stretches.map(({ others: entries }) =>
    entries.flatMap(([step, it]) => {
      const targetOf = (exit: Exit): Target => {
        if (exit.to !== undefined) return { id: entry(exit.to) }
        const { id, face } = rootEnd(step, exit)
        return { id, pill: face.is === 'end' ? face.text : id }
      }
      return edgesOf({ step, exits: exitsOf(it), targetOf, wording: context.wording })
    }),
  )
  const endsOf = (id: StepId): readonly Node[] =>
    [...rootEnds.values()].flatMap((owners) => owners.get(id) ?? [])
  const sections = stretches.map((stretch, index) =>
    sectionOf(context, stretch, { endsOf, part: parts[index] }),
  )
  return {
    sections,
    edges: [...parts.flatMap((part) => part.edges), ...others.flat()],
    isNarrow: false,
    isRoot: true,
  }
}

function stretchesOf(context: Context, workflow: Workflow): readonly Stretch[] {
  const entries = startFirst(workflow.start, Object.entries(workflow.steps))
  const ids = entries.map(([id]) => id)
  const hops = entries.flatMap(([from, step]) =>
    exitsOf(step).flatMap((exit) => (exit.to === undefined ? [] : [{ from, to: exit.to }])),
  )
  const back = backEdges(ids, hops)
  const forward = hops.filter((hop) => !back.has(hop))
  const lines = linesOf({ ids, hops: forward, onward: new Set() })
  const rows = rowsOf(
    lines.map((line) => ({ ids: line.ids })),
    forward,
  )
  const main = new Set(lines[0]?.ids)
  const layers = groupBy(entries, ([id]) => rows.get(id) ?? 0)
  const ordered = [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer)
  return ordered.reduce<readonly Stretch[]>(
    (done, layer) => append(done, stretchOf(context, layer, main)),
    [],
  )
}

function stretchOf(context: Context, layer: readonly Entry[], main: ReadonlySet<StepId>): Stretch {
  const phases = layer.flatMap(([id, step]) =>
    step.kind === 'phase' && !isCollapsed(context, id) ? [[id, step] as const] : [],
  )
  const phase = phases.find(([id]) => main.has(id)) ?? phases[0]
  const sorted = [...layer].sort(([a], [b]) => Number(main.has(b)) - Number(main.has(a)))
  const others = sorted.filter(([id]) => id !== phase?.[0])
  const stage = phase ? phase[1].stage : sorted[0]?.[1].stage
  return { others, ...(stage && { stage }), ...(phase && { phase }) }
}

function append(done: readonly Stretch[], next: Stretch): readonly Stretch[] {
  const last = done.at(-1)
  if (!last || last.phase || next.phase || last.stage !== next.stage) return [...done, next]
  return [...done.slice(0, -1), { ...last, others: [...last.others, ...next.others] }]
}

interface PhasePart {
  readonly edges: readonly Edge[]
  readonly ends: ReadonlyMap<string, Node>
  /** Results that an action or a side can give. */
  readonly cut: ReadonlySet<string>
}

function phasePart(
  context: Context,
  [id, phase]: readonly [StepId, Phase],
  entry: (id: StepId) => StepId,
): PhasePart {
  const { wording } = context
  const ends = new Map<string, Node>()
  const resultTarget = (result: string): Target => {
    const arrow = phase.exits[result]
    if (arrow?.to !== undefined) return { id: entry(arrow.to) }
    const facts = {
      id: `${id}/${result}`,
      result,
      ...(arrow?.outcome !== undefined && { outcome: arrow.outcome }),
    }
    const node = ends.get(result) ?? endNode(context, id, facts)
    ends.set(result, node)
    return { id: node.id, pill: node.face.is === 'end' ? node.face.text : result }
  }
  const targetOf = (exit: Exit): Target =>
    exit.to === undefined ? resultTarget(exit.result ?? '') : { id: exit.to }
  const fan = (step: StepId, exits: readonly Exit[]): readonly Edge[] =>
    edgesOf({ step, exits, targetOf, wording })
  const steps = Object.entries(phase.steps).flatMap(([step, it]) => fan(step, exitsOf(it)))
  const actions = Object.entries(phase.actions ?? {}).map(([action, { result, title }]) => ({
    id: action,
    result,
    cancels: true,
    ...(title && { title }),
  }))
  const sides = Object.entries(phase.sides ?? {}).flatMap(([name, side]) =>
    [...mainResults(side.steps)]
      .filter((result) => phase.exits[result] !== undefined)
      .map((result) => ({ box: `${id}.${name}`, exit: { id: result, result, cancels: true } })),
  )
  const sideEdges = sides.flatMap(({ box, exit }) => fan(box, [exit]))
  return {
    edges: [...steps, ...fan(id, actions), ...sideEdges.map((edge) => ({ ...edge, label: '' }))],
    ends,
    cut: new Set([...actions.map(({ result }) => result), ...sides.map(({ exit }) => exit.result)]),
  }
}

interface Parts {
  readonly endsOf: (id: StepId) => readonly Node[]
  readonly part: PhasePart | undefined
}

function sectionOf(context: Context, stretch: Stretch, { endsOf, part }: Parts): Section {
  const root = { block: '' }
  const node = (entry: Entry): Node => nodeOf(context, root, entry)
  const stage = stretch.stage && { stage: stretch.stage }
  if (!stretch.phase) {
    const steps = stretch.others.map(node)
    const ends = stretch.others.flatMap(([id]) => endsOf(id))
    return {
      id: stretch.others[0]?.[0] ?? '',
      ...stage,
      isPhase: false,
      steps,
      ends,
      sides: [],
      cutOffs: [],
      sideEnds: [],
      companions: [],
    }
  }
  const [id, phase] = stretch.phase
  const place = { block: id, ...stage }
  const ends = [...(part?.ends ?? [])]
  return {
    id,
    ...stage,
    ...(phase.title && { title: phase.title }),
    isPhase: true,
    steps: startFirst(phase.start, Object.entries(phase.steps)).map((it) =>
      nodeOf(context, place, it),
    ),
    ends: ends.filter(([result]) => !part?.cut.has(result)).map(([, end]) => end),
    sides: sideNodes(context, place, phase),
    cutOffs: ends.filter(([result]) => part?.cut.has(result)).map(([, end]) => end),
    sideEnds: [],
    companions: stretch.others.map((entry) => [node(entry), ...endsOf(entry[0])]),
  }
}
