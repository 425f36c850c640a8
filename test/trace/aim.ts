import type { CaseData, Program } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import type { Draw } from './values.ts'

type Tables = Program['tables']
export type Table = Tables extends ReadonlyMap<string, infer T> ? T : never

const TRIES = 12

/** Changes data field by field until a rule of a table is hit, or the tries are used up. */
export function aimAt(
  table: Table,
  rule: number,
  before: CaseData,
  { draw, choices, now }: { readonly draw: Draw; readonly choices: Choices; readonly now: string },
): CaseData {
  const changes: Record<string, CaseData[string]> = {}
  for (let n = 0; n < TRIES; n += 1) {
    const data = { ...before, ...changes }
    const [hit = table.rows.length + 1] = table.evaluate(data, { now }).hits
    if (hit === rule) break
    const blamed = hit < rule ? columnsOf(table, hit) : failing(table, rule, data, now)
    const column = choices.any(blamed)
    const field = choices.any(column === undefined ? [] : (table.inputs[column]?.reads ?? []))
    if (field !== undefined) changes[field] = draw(field, data)
  }
  return changes
}

/** The columns that a rule looks at. */
function columnsOf(table: Table, rule: number): readonly number[] {
  const cells = table.rows[rule - 1]?.when ?? []
  return cells.flatMap(({ text }, column) => (text.trim() === '-' ? [] : column))
}

/** The columns in which a rule is not met. */
function failing(table: Table, rule: number, data: CaseData, now: string): readonly number[] {
  const cells = table.rows[rule - 1]?.when ?? []
  return cells.flatMap((cell, column) => {
    const input = table.inputs[column]?.evaluate(data, { now }) ?? null
    return cell.matches(input, data, { now }) === true ? [] : column
  })
}
