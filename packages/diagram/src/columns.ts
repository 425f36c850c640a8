import type { Line } from './lines.ts'
import type { Edge, Node } from './scene.ts'
import type { Section } from './section.ts'
import { CARD } from './spacing.ts'

/** Things that stand above each other at one place of a row. */
export interface Stack {
  readonly row: number
  /** Left edge, measured from the middle of the main line. */
  readonly x: number
  readonly items: Node[]
  readonly width: number
}

export interface Columns {
  readonly stacks: readonly Stack[]
  readonly rowOf: ReadonlyMap<string, number>
  readonly rows: number
}

interface Facts {
  readonly section: Section
  readonly lines: readonly Line[]
  readonly rows: ReadonlyMap<string, number>
  readonly edges: readonly Edge[]
  /** Edges that do not lead back. */
  readonly forward: readonly Edge[]
  /** Between a card and what branches off it to the side. */
  readonly gap: number
  readonly isNarrow: boolean
}

/** A wide box reaches no further left of the main line than this: the page grows to the right. */
const LEFT_ROOM = 216

/** Puts lines beside each other, each as far left as its rows allow, and pills beside or below. */
export function columnsOf(facts: Facts): Columns {
  const { section, lines, isNarrow } = facts
  const rowOf = new Map(facts.rows)
  const stacks: Stack[] = []
  const table: Table = { facts, rowOf, stacks, besides: new Map() }
  for (const line of lines) standLine(line, table)
  const last = Math.max(0, ...rowOf.values())
  if (isNarrow) return below({ stacks, rowOf, rows: last + 1 }, section.ends)
  const final = finalEnd(facts)
  for (const end of section.ends) {
    if (end === final) continue
    const owner = ownerOf(end, table)
    const row = rowOf.get(owner) ?? last
    standBeside(table, { row, owner, item: end })
    rowOf.set(end.id, row)
  }
  if (!final) return { stacks, rowOf, rows: last + 1 }
  rowOf.set(final.id, last + 1)
  stacks.push({ row: last + 1, x: -final.width / 2, items: [final], width: final.width })
  return { stacks, rowOf, rows: last + 2 }
}

/** What stands so far. */
interface Table {
  readonly facts: Facts
  readonly rowOf: Map<string, number>
  readonly stacks: Stack[]
  /** Stacks of short detours and pills by the step they belong to and its row. */
  readonly besides: Map<string, Stack>
}

const rightOf = ({ stacks }: Table, from: number, to: number): number =>
  Math.max(
    ...stacks.filter((it) => it.row >= from && it.row <= to).map((it) => it.x + it.width),
    -Infinity,
  )

/** Nothing that branches off stands in the column of what it leaves; a wide box counts in its own row only. */
function columnEdge({ stacks }: Table, id: string | undefined, row: number): number {
  const stack = stacks.find((it) => it.items.some((item) => item.id === id))
  if (!stack) return CARD.width / 2
  return stack.row === row || stack.width <= CARD.width ? stack.x + stack.width : CARD.width / 2
}

function standLine(line: Line, table: Table): void {
  const { facts, stacks, rowOf } = table
  const members = line.ids.flatMap((id) => facts.section.steps.find((node) => node.id === id) ?? [])
  const [only, ...rest] = members
  const main = line === facts.lines[0]
  if (!main) lower(line, table)
  if (only && rest.length === 0 && line.parent !== undefined && only.face.is === 'card') {
    standBeside(table, { row: rowOf.get(only.id) ?? 0, owner: line.parent, item: only })
    return
  }
  const width = Math.max(...members.map((node) => node.width))
  const at = line.ids.map((id) => rowOf.get(id) ?? 0)
  const first = Math.min(...at)
  const right = Math.max(
    rightOf(table, first, Math.max(...at)),
    columnEdge(table, line.parent, first),
  )
  const axis = main ? 0 : right + facts.gap + width / 2
  for (const node of members) {
    const x =
      main && !facts.isNarrow ? Math.max(-node.width / 2, -LEFT_ROOM) : axis - node.width / 2
    stacks.push({ row: rowOf.get(node.id) ?? 0, x, items: [node], width: node.width })
  }
}

/** A line moves one row down where that brings it a column nearer and no arrow would point upwards. */
function lower(line: Line, table: Table): void {
  const { facts, rowOf } = table
  const own = new Set(line.ids)
  const isFree = facts.forward.every((edge) => {
    const to = rowOf.get(edge.to)
    return (
      !own.has(edge.from) ||
      own.has(edge.to) ||
      to === undefined ||
      to > (rowOf.get(edge.from) ?? 0) + 1
    )
  })
  const at = line.ids.map((id) => rowOf.get(id) ?? 0)
  const last = Math.max(...at)
  const isShared =
    line.parent !== undefined && table.besides.has(`${line.parent}@${Math.min(...at)}`)
  if (!isFree || isShared || last >= Math.max(...rowOf.values())) return
  const here = rightOf(table, Math.min(...at), last)
  const there = rightOf(table, Math.min(...at) + 1, last + 1)
  if (here - there < CARD.width) return
  for (const id of line.ids) rowOf.set(id, (rowOf.get(id) ?? 0) + 1)
}

interface Beside {
  readonly row: number
  readonly owner: string
  readonly item: Node
}

function standBeside(table: Table, { row, owner, item }: Beside): void {
  const { stacks, besides, facts } = table
  const key = `${owner}@${row}`
  const known = besides.get(key)
  if (known) {
    known.items.push(item)
    const wider = { ...known, width: Math.max(known.width, item.width) }
    stacks[stacks.indexOf(known)] = wider
    besides.set(key, wider)
    return
  }
  const x = Math.max(rightOf(table, row, row), columnEdge(table, owner, row)) + facts.gap
  const stack = { row, x, items: [item], width: item.width }
  stacks.push(stack)
  besides.set(key, stack)
}

/** The pill straight below the main line: where its last step leads first, when that is an end. */
function finalEnd({ section, lines, edges }: Facts): Node | undefined {
  const last = lines[0]?.ids.at(-1)
  const first = edges.find((edge) => edge.from === last)
  return section.ends.find((end) => end.id === first?.to)
}

/** The step beside which a pill stands: of the ones that give the result, the lowest on the earliest line. */
function ownerOf(end: Node, { facts: { edges, lines }, rowOf }: Table): string {
  const lineOf = new Map(lines.flatMap((line, index) => line.ids.map((id) => [id, index] as const)))
  const owners = edges
    .filter((edge) => edge.to === end.id && lineOf.has(edge.from))
    .map((edge) => edge.from)
  const [owner] = owners.sort(
    (a, b) =>
      (lineOf.get(a) ?? 0) - (lineOf.get(b) ?? 0) || (rowOf.get(b) ?? 0) - (rowOf.get(a) ?? 0),
  )
  return owner ?? ''
}

const PILL_GAP = 16
/** Pills share a row up to this width: three short results. */
const SHELF = 280

function below(columns: Columns, ends: readonly Node[]): Columns {
  const left = Math.min(...columns.stacks.map((it) => it.x))
  const right = Math.max(...columns.stacks.map((it) => it.x + it.width))
  const shelves: Node[][] = []
  let free = -1
  for (const end of ends) {
    if (free < end.width) {
      shelves.push([])
      free = Math.max(right - left, SHELF)
    }
    shelves.at(-1)?.push(end)
    free -= end.width + PILL_GAP
  }
  const rowOf = new Map(columns.rowOf)
  const stacks = [...columns.stacks]
  for (const [index, shelf] of shelves.entries()) {
    const total = shelf.reduce((sum, end) => sum + end.width + PILL_GAP, -PILL_GAP)
    let x = total > right - left ? -total / 2 : Math.max(left, -total / 2)
    for (const end of shelf) {
      const row = columns.rows + index
      stacks.push({ row, x, items: [end], width: end.width })
      rowOf.set(end.id, row)
      x += end.width + PILL_GAP
    }
  }
  return { stacks, rowOf, rows: columns.rows + shelves.length }
}
