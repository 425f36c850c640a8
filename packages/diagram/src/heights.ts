import type { Columns, Stack } from './columns.ts'
import { upTo } from './geometry.ts'
import { groupBy } from './group.ts'
import type { Edge, Placed } from './scene.ts'
import { LABEL_GAP, LANE, ROW_GAP } from './spacing.ts'

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
    const items = stacks.flatMap((stack) => pile(stack, top, edges))
    placed.push(...items)
    bottom = Math.max(top, ...items.map((item) => item.y + item.height))
    top = upTo(4, bottom + gapBelow(row, columns, edges) + extra)
  }
  return { placed, height: bottom, tops }
}

function pile(stack: Stack, top: number, edges: readonly Edge[]): readonly Placed[] {
  let y = top
  return stack.items.map((item, index) => {
    const it = { ...item, x: stack.x, y }
    const next = stack.items[index + 1]
    const joined = edges.some(
      (edge) => edge.label !== '' && edge.from === item.id && edge.to === next?.id,
    )
    y += item.height + (joined ? LABELLED_STACK_GAP : STACK_GAP)
    return it
  })
}

function gapBelow(row: number, { rowOf, stacks }: Columns, edges: readonly Edge[]): number {
  const axis = new Map(
    stacks.flatMap((stack) => stack.items.map((item) => [item.id, stack.x + item.width / 2])),
  )
  const through = edges.filter((edge) => {
    const from = rowOf.get(edge.from)
    const to = rowOf.get(edge.to)
    return from !== undefined && to !== undefined && from <= row && to > row
  })
  const straight = (edge: Edge): boolean => axis.get(edge.from) === axis.get(edge.to)
  const labelled = through.some(
    (edge) => edge.label !== '' && (straight(edge) || isPill(edge, stacks)),
  )
  const lanes = through.filter((edge) => !straight(edge) && rowOf.get(edge.to) === row + 1).length
  return (labelled ? LABEL_GAP : ROW_GAP) + LANE * Math.max(0, lanes - 1)
}

const isPill = (edge: Edge, stacks: readonly Stack[]): boolean =>
  stacks.some((stack) => stack.items.some((item) => item.id === edge.to && item.face.is === 'end'))
