import { groupBy } from './group.ts'
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
  /** The step with which an item would like to stand level. */
  readonly level: Map<string, string>
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
  if (isNarrow) return below({ stacks, rowOf, rows: last + 1 }, facts)
  const final = finalEnd(facts)
  for (const end of section.ends) {
    if (end === final) continue
    const owner = ownerOf(end, table)
    const row = rowOf.get(owner) ?? last
    standBeside(table, { row, owner, item: end })
    rowOf.set(end.id, row)
  }
  if (!final) return { stacks, rowOf, rows: last + 1 }
  const row = (rowOf.get(lines[0]?.ids.at(-1) ?? '') ?? last) + 1
  rowOf.set(final.id, row)
  const { width } = final
  stacks.push({ row, x: -width / 2, items: [final], width, level: new Map() })
  return { stacks, rowOf, rows: Math.max(last, row) + 1 }
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
    stacks.push({
      row: rowOf.get(node.id) ?? 0,
      x,
      items: [node],
      width: node.width,
      level: new Map(),
    })
  }
}

/** What one row further down is worth in px to the left. */
const ROW_WORTH = 110
const FURTHEST = 3

/** A line moves down where that brings it a column nearer and no arrow would point upwards. */
function lower(line: Line, table: Table): void {
  const { facts, rowOf } = table
  const own = new Set(line.ids)
  const at = line.ids.map((id) => rowOf.get(id) ?? 0)
  const [first, last] = [Math.min(...at), Math.max(...at)]
  if (line.parent !== undefined && table.besides.has(`${line.parent}@${first}`)) return
  const room = facts.forward.map((edge) => {
    const to = rowOf.get(edge.to)
    const isOut = own.has(edge.from) && !own.has(edge.to) && to !== undefined
    return isOut ? to - (rowOf.get(edge.from) ?? 0) : FURTHEST
  })
  const most = Math.min(FURTHEST, Math.max(...rowOf.values()) - last, ...room)
  const costAt = (by: number): number =>
    Math.max(0, rightOf(table, first + by, last + by)) + by * ROW_WORTH
  let best = 0
  for (let by = 1; by <= most; by += 1) if (costAt(by) < costAt(best)) best = by
  for (const id of line.ids) rowOf.set(id, (rowOf.get(id) ?? 0) + best)
}

interface Beside {
  readonly row: number
  readonly owner: string
  readonly item: Node
}

function standBeside(table: Table, { row, owner, item }: Beside): void {
  const { stacks, besides, facts } = table
  const column = stacks.find((it) => it.row === row && it.items.some(({ id }) => id === owner))
  const key = `${column?.items[0]?.id ?? owner}@${row}`
  const known = besides.get(key)
  if (known) {
    known.items.push(item)
    known.level.set(item.id, owner)
    const wider = { ...known, width: Math.max(known.width, item.width) }
    stacks[stacks.indexOf(known)] = wider
    besides.set(key, wider)
    return
  }
  const x = Math.max(rightOf(table, row, row), columnEdge(table, owner, row)) + facts.gap
  const level = new Map([[item.id, owner]])
  const stack = { row, x, items: [item], width: item.width, level }
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

/** The pills of each line stand together below it. */
function below(columns: Columns, facts: Facts): Columns {
  const table = { facts, rowOf: new Map(columns.rowOf), stacks: [...columns.stacks] }
  const lineOf = (end: Node): number => {
    const from = facts.edges.find((edge) => edge.to === end.id)?.from
    return facts.lines.findIndex((line) => from !== undefined && line.ids.includes(from))
  }
  const groups = [...groupBy(facts.section.ends, lineOf)].map(([index, ends]) => {
    const own = columns.stacks.filter((it) =>
      it.items.some(({ id }) => facts.lines[index]?.ids.includes(id)),
    )
    const stack = own.at(-1) ?? { x: 0, width: 0 }
    return { shelves: shelvesOf(ends), axis: stack.x + stack.width / 2 }
  })
  const free: number[] = []
  for (const { shelves, axis } of groups.sort((a, b) => a.axis - b.axis)) {
    for (const [index, shelf] of shelves.entries()) {
      const total = shelf.reduce((sum, end) => sum + end.width + PILL_GAP, -PILL_GAP)
      let x = Math.max(axis - total / 2, free[index] ?? -Infinity)
      for (const end of shelf) {
        const row = columns.rows + index
        table.stacks.push({ row, x, items: [end], width: end.width, level: new Map() })
        table.rowOf.set(end.id, row)
        x += end.width + PILL_GAP
      }
      free[index] = x
    }
  }
  return { ...table, rows: columns.rows + Math.max(0, ...groups.map((it) => it.shelves.length)) }
}

function shelvesOf(ends: readonly Node[]): readonly (readonly Node[])[] {
  const shelves: Node[][] = []
  let free = -1
  for (const end of ends) {
    if (free < end.width) {
      shelves.push([])
      free = SHELF
    }
    shelves.at(-1)?.push(end)
    free -= end.width + PILL_GAP
  }
  return shelves
}
