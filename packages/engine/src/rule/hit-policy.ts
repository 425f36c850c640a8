import type { Value } from '../model/field.ts'
import type { DecisionTable, TableOutput } from '../model/table.ts'
import { addDecimals, type Decimal, numberOf } from './decimal.ts'

/** The outputs of one row, by output id. */
export type RowOutputs = Readonly<Record<string, Value>>

/** A row that hit: its number, from 1, and what it gives. */
export interface Hit {
  readonly row: number
  readonly outputs: RowOutputs
}

/** What the hit policy makes of the rows that hit. */
export interface PolicyAnswer {
  readonly outputs: RowOutputs | null
  /** Rows that count, in the order of the answer. */
  readonly hits: readonly Hit[]
  /** The table broke its own promise, so it has no answer. */
  readonly violation?: 'unique' | 'any'
}

function answerOf(hits: readonly Hit[], hit: Hit | undefined = hits[0]): PolicyAnswer {
  return { outputs: hit?.outputs ?? null, hits: hit === undefined ? [] : [hit] }
}

function sameOutputs(a: RowOutputs, b: RowOutputs): boolean {
  return Object.keys(a).every((id) => a[id] === b[id])
}

function unique(hits: readonly Hit[]): PolicyAnswer {
  return hits.length > 1 ? { outputs: null, hits, violation: 'unique' } : answerOf(hits)
}

function any(hits: readonly Hit[]): PolicyAnswer {
  const [first] = hits
  const isOne = first === undefined || hits.every((hit) => sameOutputs(hit.outputs, first.outputs))
  return isOne
    ? { outputs: first?.outputs ?? null, hits }
    : { outputs: null, hits, violation: 'any' }
}

/** A value's place in its output's list; values outside it and nulls come last. */
function rankOf(output: TableOutput, hit: Hit): number {
  const of = output.of ?? []
  const value = hit.outputs[output.id]
  const rank = typeof value === 'string' ? of.indexOf(value) : -1
  return rank < 0 ? of.length : rank
}

/** By the first output's priority, then the second's; rows that tie keep the order of the table. */
function byPriority(table: DecisionTable, hits: readonly Hit[]): readonly Hit[] {
  const ranked = table.outputs.filter((output) => output.of !== undefined)
  return hits.toSorted((a, b) => {
    for (const output of ranked) {
      const order = rankOf(output, a) - rankOf(output, b)
      if (order !== 0) {
        return order
      }
    }
    return 0
  })
}

/** Each output as the list of its values in the rows that hit; null when none did. */
function lists(table: DecisionTable, hits: readonly Hit[]): PolicyAnswer {
  if (hits.length === 0) {
    return { outputs: null, hits }
  }
  const outputs = table.outputs.map(({ id }) => [
    id,
    hits.flatMap(({ outputs: row }) => row[id] ?? []),
  ])
  return { outputs: Object.fromEntries(outputs), hits }
}

function sumOf(values: readonly number[]): number | null {
  let total: Decimal | null = 0
  for (const value of values) {
    total = total === null ? null : addDecimals(total, value, null)
  }
  return total === null ? null : numberOf(total)
}

function aggregated(table: DecisionTable, hits: readonly Hit[]): PolicyAnswer {
  const id = table.outputs[0]?.id ?? ''
  const values = hits.map(({ outputs }) => outputs[id] ?? null)
  if (table.aggregation === 'count') {
    const count = values.filter((value) => value !== null).length
    return { outputs: { [id]: count }, hits }
  }
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length === 0) {
    return { outputs: null, hits }
  }
  switch (table.aggregation) {
    case 'min':
      return { outputs: { [id]: Math.min(...numbers) }, hits }
    case 'max':
      return { outputs: { [id]: Math.max(...numbers) }, hits }
    default:
      return { outputs: { [id]: sumOf(numbers) }, hits }
  }
}

/** Applies DMN's hit policy to the rows that hit, given in the order of the table. */
export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[]): PolicyAnswer {
  switch (table.hitPolicy) {
    case 'unique':
      return unique(hits)
    case 'any':
      return any(hits)
    case 'first':
      return answerOf(hits)
    case 'priority':
      return answerOf(byPriority(table, hits))
    case 'rule-order':
      return lists(table, hits)
    case 'output-order':
      return lists(table, byPriority(table, hits))
    case 'collect':
      return table.aggregation === undefined ? lists(table, hits) : aggregated(table, hits)
  }
}
