import type { CaseData, Value } from '../model/field.ts'
import type { RuleNode } from './ast.ts'
import { type Expression, evaluatorOf, type RuleClock } from './expression.ts'
import type { Span } from './rule-fault.ts'
import { type CompiledTable, inputsOf, type TableAnswer } from './table.ts'

/** Null: it cannot be answered, because something it reads is empty. */
export type Answer = boolean | null

/** The values of the fields that a rule reads. */
export type FieldsRead = Readonly<Record<string, Value>>

/** A part of a condition, joined to the others by `and`. */
export interface ConditionPart extends Span {
  readonly answer: Answer
}

export interface ConditionExplanation {
  readonly answer: Answer
  /** The parts joined by `and`, in order; those that are not true are why the whole is not. */
  readonly parts: readonly ConditionPart[]
  readonly read: FieldsRead
}

/** A row of a decision. Rows after the one taken were not asked, but are explained all the same. */
export interface RowExplanation extends ConditionExplanation {
  /** From 1. */
  readonly row: number
  readonly isTaken: boolean
}

export interface InputExplanation {
  /** From 1. */
  readonly column: number
  readonly value: Value
  readonly answer: Answer
}

export interface TableRowExplanation {
  /** From 1. */
  readonly row: number
  readonly isHit: boolean
  /** The first input that did not pass, from 1; null for a row that hit. */
  readonly failedAt: number | null
  readonly inputs: readonly InputExplanation[]
}

export interface TableExplanation {
  readonly answer: TableAnswer
  readonly rows: readonly TableRowExplanation[]
  readonly read: FieldsRead
}

function answerOf(value: Value): Answer {
  return typeof value === 'boolean' ? value : null
}

function fieldsRead(reads: readonly string[], data: CaseData): FieldsRead {
  return Object.fromEntries(
    reads.map((id) => [id, Object.hasOwn(data, id) ? (data[id] ?? null) : null]),
  )
}

function partsOf(node: RuleNode): readonly RuleNode[] {
  return node.kind === 'and' ? node.operands.flatMap(partsOf) : [node]
}

/** Why a condition is true, or which of its parts is not. */
export function explainCondition(
  condition: Expression,
  data: CaseData,
  clock: RuleClock,
): ConditionExplanation {
  return {
    answer: answerOf(condition.evaluate(data, clock)),
    parts: partsOf(condition.node).map((node) => ({
      from: node.from,
      to: node.to,
      answer: answerOf(evaluatorOf(node)(data, clock)),
    })),
    read: fieldsRead(condition.reads, data),
  }
}

/** Which of a decision's rows is taken, the first that is true, and why the others are not. */
export function explainRows(
  rows: readonly Expression[],
  data: CaseData,
  clock: RuleClock,
): readonly RowExplanation[] {
  const explained = rows.map((row) => explainCondition(row, data, clock))
  const taken = explained.findIndex(({ answer }) => answer === true)
  return explained.map((row, index) => ({ row: index + 1, isTaken: index === taken, ...row }))
}

/** Which rows of a table hit, and at which input each of the others failed. */
export function explainTable(
  compiled: CompiledTable,
  data: CaseData,
  clock: RuleClock,
): TableExplanation {
  const values = inputsOf(compiled.inputs, data, clock)
  const rows = compiled.rows.map(({ when }, index) => {
    const inputs = when.map((test, column) => {
      const value = values[column] ?? null
      return { column: column + 1, value, answer: test.matches(value, data, clock) }
    })
    const failedAt = inputs.find(({ answer }) => answer !== true)?.column ?? null
    return { row: index + 1, isHit: failedAt === null, failedAt, inputs }
  })
  return {
    answer: compiled.evaluate(data, clock),
    rows,
    read: fieldsRead(compiled.reads, data),
  }
}
