import type { CaseData, Value } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { DecisionTable, TableRule } from '../model/table.ts'
import { compileExpression, type Expression, type RuleClock } from './expression.ts'
import { applyHitPolicy, type Hit, type RowOutputs } from './hit-policy.ts'
import type { RuleScope } from './reader.ts'
import type { RuleFault } from './rule-fault.ts'
import { nullType, typeOfOutput } from './rule-type.ts'
import { faultsOfFrame, type TableFault } from './table-fault.ts'
import { compileUnaryTests, type UnaryTests } from './unary-tests.ts'

export type { TableFault } from './table-fault.ts'

/** A compiled row: a test for each input, an expression for each output. */
export interface CompiledRow {
  readonly when: readonly UnaryTests[]
  readonly then: readonly Expression[]
}

export interface TableAnswer {
  /**
   * By output id; null when no row hit (a count gives 0) or the hit policy was violated. `collect`,
   * `rule-order` and `output-order` give a list for each output, nulls left out.
   */
  readonly outputs: RowOutputs | null
  /** Numbers of the rows that count, from 1, in the order of the answer. */
  readonly hits: readonly number[]
  /** The outputs of each of `hits`: keeps the outputs of one row together. */
  readonly rows: readonly RowOutputs[]
  readonly violation?: 'unique' | 'any'
}

/** A compiled decision table. */
export interface CompiledTable {
  readonly table: DecisionTable
  readonly inputs: readonly Expression[]
  readonly rows: readonly CompiledRow[]
  /** Fields that the inputs and the cells read. */
  readonly reads: readonly string[]
  readonly asksToday: boolean
  /** Total, like an expression. */
  readonly evaluate: (data: CaseData, clock: RuleClock) => TableAnswer
}

/** A cell gathers its faults here, so that all of a table are told at once. */
type Take = <T>(
  compiled: Result<T, readonly RuleFault[]>,
  at: (fault: RuleFault) => TableFault,
) => T[]

function compileCells(rule: TableRule, { row, inputs, table, scope, take }: RowPlace): CompiledRow {
  const when = rule.when.flatMap((text, index) =>
    take(compileUnaryTests(text, scope, inputs[index]?.type ?? nullType), (fault) => ({
      kind: 'cell',
      row,
      part: 'when',
      column: index + 1,
      fault,
    })),
  )
  const then = rule.then.flatMap((text, index) => {
    const output = table.outputs[index]
    const expect = output === undefined ? nullType : typeOfOutput(output)
    const source = text.trim() === '' ? 'null' : text
    return take(compileExpression(source, scope, expect), (fault) => ({
      kind: 'cell',
      row,
      part: 'then',
      column: index + 1,
      fault,
    }))
  })
  return { when, then }
}

interface RowPlace {
  readonly row: number
  readonly inputs: readonly Expression[]
  readonly table: DecisionTable
  readonly scope: RuleScope
  readonly take: Take
}

function faultsOfCount(table: DecisionTable): TableFault[] {
  return table.rules.flatMap((rule, index) => {
    const row = index + 1
    const parts = [
      { part: 'when', expected: table.inputs.length, found: rule.when.length },
      { part: 'then', expected: table.outputs.length, found: rule.then.length },
    ] as const
    return parts
      .filter(({ expected, found }) => expected !== found)
      .map((count) => ({ kind: 'cell-count' as const, row, ...count }))
  })
}

/** The values of a table's inputs, asked once for all rows. */
export function inputsOf(
  inputs: readonly Expression[],
  data: CaseData,
  clock: RuleClock,
): readonly Value[] {
  return inputs.map((input) => input.evaluate(data, clock))
}

function evaluatorOf(
  table: DecisionTable,
  inputs: readonly Expression[],
  rows: readonly CompiledRow[],
): CompiledTable['evaluate'] {
  const ids = table.outputs.map(({ id }) => id)
  const stopsAtFirst = table.hitPolicy === 'first'
  return (data, clock) => {
    const values = inputsOf(inputs, data, clock)
    const hits: Hit[] = []
    for (const [index, { when, then }] of rows.entries()) {
      if (
        when.every((test, column) => test.matches(values[column] ?? null, data, clock) === true)
      ) {
        const outputs = ids.map((id, column) => [id, then[column]?.evaluate(data, clock) ?? null])
        hits.push({ row: index + 1, outputs: Object.fromEntries(outputs) })
        if (stopsAtFirst) {
          break
        }
      }
    }
    const { outputs, hits: counted, violation } = applyHitPolicy(table, hits)
    return {
      outputs,
      hits: counted.map(({ row }) => row),
      rows: counted.map((hit) => hit.outputs),
      ...(violation === undefined ? {} : { violation }),
    }
  }
}

/** Compiles a DMN decision table over the fields of a workflow; all faults are returned at once. */
export function compileTable(
  table: DecisionTable,
  scope: RuleScope,
): Result<CompiledTable, readonly TableFault[]> {
  const faults: TableFault[] = [...faultsOfFrame(table, scope), ...faultsOfCount(table)]
  const take: Take = (compiled, at) => {
    if (compiled.ok) {
      return [compiled.value]
    }
    faults.push(...compiled.error.map(at))
    return []
  }
  const inputs = table.inputs.flatMap(({ expression }, index) =>
    take(compileExpression(expression, scope), (fault) => ({
      kind: 'input',
      column: index + 1,
      fault,
    })),
  )
  if (inputs.length < table.inputs.length) {
    return fail(faults)
  }
  const rows = table.rules.map((rule, index) =>
    compileCells(rule, { row: index + 1, inputs, table, scope, take }),
  )
  if (faults.length > 0) {
    return fail(faults)
  }
  const parts = [...inputs, ...rows.flatMap(({ when, then }) => [...when, ...then])]
  return ok({
    table,
    inputs,
    rows,
    reads: [...new Set(parts.flatMap(({ reads }) => reads))],
    asksToday: parts.some(({ asksToday }) => asksToday),
    evaluate: evaluatorOf(table, inputs, rows),
  })
}
