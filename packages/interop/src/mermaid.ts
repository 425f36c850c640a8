import {
  type Arrow,
  type BlockEntry,
  blocksOf,
  eachBlock,
  exitsOf,
  type Hash,
  type Phase,
  type Step,
  type StepEntry,
  stepsOf,
  type Texts,
  type Workflow,
} from '@yichuang/engine'
import { arrow, endId, joinId, label, nodeId, resultId, startId } from './mermaid-syntax.ts'

export interface MermaidOptions {
  readonly locale?: 'zh' | 'en'
  /** Stands in a comment at the top: which logic was drawn. */
  readonly release: Hash
}

const WORDS = {
  zh: { start: '开始', join: '汇合', closed: '归档', otherwise: '其余情况' },
  en: { start: 'start', join: 'join', closed: 'closed', otherwise: 'otherwise' },
} as const

interface Drawing {
  readonly workflow: Workflow
  readonly words: (typeof WORDS)['zh' | 'en']
  readonly title: (texts: Texts | undefined, id: string) => string
  readonly lines: string[]
}

/** A flowchart of a workflow: blocks as subgraphs, results as rounded ends inside them. */
export function exportMermaid(workflow: Workflow, options: MermaidOptions): string {
  const { locale = 'zh', release } = options
  const drawing: Drawing = {
    workflow,
    words: WORDS[locale],
    title: (texts, id) => (locale === 'en' ? (texts?.en ?? texts?.zh) : texts?.zh) ?? id,
    lines: [`%% ${workflow.id} release ${release}`, 'flowchart TD'],
  }
  const [root] = eachBlock(workflow)
  if (root !== undefined) drawBlock(drawing, root, '  ')
  drawEnds(drawing)
  return `${drawing.lines.join('\n')}\n`
}

function drawBlock(drawing: Drawing, block: BlockEntry, indent: string): void {
  const { lines, words } = drawing
  lines.push(`${indent}${startId(block.ref)}((${label(words.start)}))`)
  const entries = stepsOf(block)
  for (const entry of entries) drawStep(drawing, entry, indent)
  if (block.kind !== 'root') drawResults(drawing, block, entries, indent)
  lines.push(`${indent}${arrow(startId(block.ref), nodeId(block.start))}`)
  for (const entry of entries) drawArrows(drawing, entry, indent)
}

/** The results that a block can give, each as one end inside it. */
function drawResults(
  drawing: Drawing,
  block: BlockEntry,
  entries: readonly StepEntry[],
  indent: string,
): void {
  const { lines, title } = drawing
  const owner = block.owner?.step
  const phase = block.kind === 'phase' && owner?.kind === 'phase' ? owner : undefined
  const actions = phase?.actions ?? {}
  const given = entries.flatMap(exitsOf).map(({ arrow: { result } }) => result)
  const results = new Set([...given, ...Object.keys(phase?.exits ?? {})])
  for (const result of results) {
    if (result === undefined) continue
    const text = label(resultTitle(drawing, block, result))
    lines.push(`${indent}${resultId(block.ref, result)}([${text}])`)
  }
  for (const [id, action] of Object.entries(actions)) {
    const node = `${nodeId(block.ref)}__a_${nodeId(id)}`
    lines.push(`${indent}${node}>${label(title(action.title, id))}]`)
    lines.push(`${indent}${arrow(node, resultId(block.ref, action.result), undefined, true)}`)
  }
}

/** A result has no title of its own: that of its exit, its outcome, or the one action that gives it. */
function resultTitle({ workflow, title }: Drawing, block: BlockEntry, result: string): string {
  const owner = block.owner?.step
  const exit = owner?.kind === 'phase' ? owner.exits[result] : undefined
  const outcome = exit?.outcome === undefined ? undefined : workflow.outcomes[exit.outcome]
  const ways = stepsOf(block)
    .flatMap(exitsOf)
    .filter((way) => way.arrow.result === result)
  const named = new Set(ways.map(({ arrow: { title: texts } }) => texts?.zh))
  const own = named.size === 1 ? ways[0]?.arrow.title : undefined
  return title(exit?.title ?? outcome?.title ?? own, result)
}

function drawStep(drawing: Drawing, entry: StepEntry, indent: string): void {
  const { lines, title, words } = drawing
  const { id, step } = entry
  const text = label(title(step.title, id))
  const inner = blocksOf(entry)
  if (inner.length === 0) {
    lines.push(`${indent}${nodeId(id)}${shapeOf(step, text)}`)
    return
  }
  lines.push(`${indent}subgraph ${nodeId(id)}[${text}]`)
  for (const block of inner) {
    if (block.kind === 'phase') drawBlock(drawing, block, `${indent}  `)
    else drawInner(drawing, entry, block, `${indent}  `)
    if (step.kind === 'phase' && block.kind === 'side')
      leaveBySide(drawing, id, step, block, indent)
  }
  if (step.kind === 'parallel') lines.push(`${indent}  ${joinId(id)}{{${label(words.join)}}}`)
  lines.push(`${indent}end`)
  if (step.kind !== 'parallel') return
  for (const block of inner)
    for (const result of resultsOf(block))
      lines.push(`${indent}${arrow(resultId(block.ref, result), joinId(id))}`)
}

/** A branch or a side: a subgraph of its own. */
function drawInner(drawing: Drawing, { step }: StepEntry, block: BlockEntry, indent: string): void {
  const { lines, title } = drawing
  const name = block.ref.split('/')[1] ?? block.ref
  const given = step.kind === 'parallel' ? step.branches[name] : undefined
  const side = step.kind === 'phase' ? step.sides?.[name] : undefined
  const condition =
    given?.when ?? (side !== undefined && 'when' in side.opens ? side.opens.when : '')
  const first = block.steps[block.start]?.title
  const heading = title(given?.title ?? side?.title ?? first, name)
  const text = condition === '' ? heading : `${heading}: ${condition}`
  lines.push(`${indent}subgraph ${nodeId(block.ref)}[${label(text)}]`)
  drawBlock(drawing, block, `${indent}  `)
  lines.push(`${indent}end`)
}

/** A result of a side that the phase has an exit for closes the phase. */
function leaveBySide(
  { lines }: Drawing,
  id: string,
  { exits }: Phase,
  side: BlockEntry,
  indent: string,
): void {
  for (const result of resultsOf(side)) {
    if (!Object.hasOwn(exits, result)) continue
    const way = arrow(resultId(side.ref, result), resultId(id, result), undefined, true)
    lines.push(`${indent}  ${way}`)
  }
}

function shapeOf(step: Step, text: string): string {
  switch (step.kind) {
    case 'decision':
      return `{${text}}`
    case 'wait':
      return `[/${text}/]`
    case 'service':
    case 'call':
      return `[[${text}]]`
    default:
      return `[${text}]`
  }
}

function drawArrows(drawing: Drawing, entry: StepEntry, indent: string): void {
  const { step, id, block } = entry
  for (const { exit, arrow: way } of exitsOf(entry)) {
    const to = targetOf(block, way)
    if (to === null) continue
    const from =
      step.kind === 'parallel'
        ? joinId(id)
        : step.kind === 'phase'
          ? resultId(id, exit)
          : nodeId(id)
    drawing.lines.push(`${indent}${arrow(from, to, wayLabel(drawing, step, exit, way))}`)
  }
}

function wayLabel(
  { title, words }: Drawing,
  step: Step,
  exit: string,
  way: Arrow & { readonly when?: string },
): string | undefined {
  if (step.kind === 'phase') return undefined
  if (way.title !== undefined) return title(way.title, exit)
  if (exit === 'otherwise') return words.otherwise
  if (step.kind === 'decision') return way.when ?? exit
  if (step.kind !== 'parallel') return exit
  const row = step.exits.find((one) => one === way)
  return row !== undefined && 'count' in row
    ? `${[row.count].flat().join('/')} ≥ ${row.atLeast}`
    : exit
}

function targetOf(block: BlockEntry, { to, result, outcome }: Arrow): string | null {
  if (to !== undefined) return nodeId(to)
  if (result === undefined) return null
  return block.kind === 'root' ? endId(outcome ?? result) : resultId(block.ref, result)
}

function resultsOf(block: BlockEntry): readonly string[] {
  const given = stepsOf(block)
    .flatMap(exitsOf)
    .map(({ arrow: { result } }) => result)
  return [...new Set(given.filter((result) => result !== undefined))]
}

function drawEnds({ workflow, lines, title, words }: Drawing): void {
  const [root] = eachBlock(workflow)
  const ways = root === undefined ? [] : stepsOf(root).flatMap(exitsOf)
  const ends = new Set(
    ways.flatMap(({ arrow: { result, outcome } }) =>
      result === undefined ? [] : [outcome ?? result],
    ),
  )
  for (const end of ends) {
    const outcome = workflow.outcomes[end]
    const text = outcome === undefined ? words.closed : title(outcome.title, end)
    lines.push(`  ${endId(end)}([${label(text)}])`)
  }
}
