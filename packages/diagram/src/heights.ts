import type { Columns, Stack } from './columns.ts'
import { upTo } from './geometry.ts'
import { groupBy } from './group.ts'
import type { Edge, Placed } from './scene.ts'
import { LANE, ROW_GAP, ROW_LABEL_GAP } from './spacing.ts'

const STACK_GAP = 20
const LABELLED_STACK_GAP = 44

export interface Stood {
  readonly placed: readonly Placed[]
  readonly height: number
  /** Upper edges of the rows. */
  readonly tops: readonly number[]
}

/** Gives every row its height and the gaps their room for labels and lanes. */
export function standOf(columns: Columns, edges: readonly Edge[], extra: number): Stood {
  const byRow = groupBy(columns.stacks, (stack) => stack.row)
  const placed: Placed[] = []
  const tops: number[] = []
  let top = 0
  let bottom = 0
  for (let row = 0; row < columns.rows; row += 1) {
    const stacks = byRow.get(row) ?? []
    tops.push(top)
    const items: Placed[] = []
    for (const stack of stacks) items.push(...pile(stack, { top, edges, items }))
    placed.push(...items)
    bottom = Math.max(top, ...items.map((item) => item.y + item.height))
    top = upTo(4, bottom + gapBelow(row, columns, edges) + extra)
  }
  return { placed, height: bottom, tops }
}

interface Row {
  readonly top: number
  readonly edges: readonly Edge[]
  /** What stands in the row already. */
  readonly items: readonly Placed[]
}

/** Items below each other; a pill is level with its step where there is room. */
function pile(stack: Stack, { top, edges, items }: Row): readonly Placed[] {
  let free = top
  return stack.items.map((item, index) => {
    const level = stack.level.get(item.id)
    const owner = items.find(({ id }) => id === level)
    const mates = stack.items.filter(({ id }) => stack.level.get(id) === level)
    const total = mates.reduce((sum, mate) => sum + mate.height + STACK_GAP, -STACK_GAP)
    const wish = owner && item === mates[0] ? owner.y + (owner.height - total) / 2 : free
    const y = item.face.is === 'end' ? Math.max(free, wish) : free
    const next = stack.items[index + 1]
    const joined = edges.some(
      (edge) => edge.label !== '' && edge.from === item.id && edge.to === next?.id,
    )
    free = y + item.height + (joined ? LABELLED_STACK_GAP : STACK_GAP)
    return { ...item, x: stack.x, y }
  })
}

function gapBelow(row: number, { rowOf, stacks }: Columns, edges: readonly Edge[]): number {
  const spans = new Map(
    stacks.flatMap(({ x, items }) => items.map(({ id, width }) => [id, { x, width }] as const)),
  )
  const through = edges.filter((edge) => {
    const from = rowOf.get(edge.from)
    const to = rowOf.get(edge.to)
    return from !== undefined && to !== undefined && from <= row && to > row
  })
  const straight = (edge: Edge): boolean => isAbove(spans.get(edge.from), spans.get(edge.to))
  const labelled = through.some(
    (edge) =>
      edge.label !== '' &&
      rowOf.get(edge.to) === row + 1 &&
      ((straight(edge) && rowOf.get(edge.from) === row) || isPill(edge, stacks)),
  )
  const turning = through.filter((edge) => !straight(edge) && rowOf.get(edge.to) === row + 1)
  const lanes = new Set(turning.map((edge) => edge.to)).size
  return (labelled ? ROW_LABEL_GAP : ROW_GAP) + LANE * Math.max(0, lanes - 1)
}

interface Span {
  readonly x: number
  readonly width: number
}

/** Whether an arrow between the two can run straight down from the middle of the narrower one. */
function isAbove(one: Span | undefined, other: Span | undefined): boolean {
  if (!one || !other) return false
  const [narrow, wide] = one.width <= other.width ? [one, other] : [other, one]
  const axis = narrow.x + narrow.width / 2
  return axis >= wide.x + 16 && axis <= wide.x + wide.width - 16
}

const isPill = (edge: Edge, stacks: readonly Stack[]): boolean =>
  stacks.some((stack) => stack.items.some((item) => item.id === edge.to && item.face.is === 'end'))
