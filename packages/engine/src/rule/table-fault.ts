import type { Field } from '../model/field.ts'
import type { DecisionTable, TableOutput } from '../model/table.ts'
import type { RuleScope } from './reader.ts'
import type { RuleFault } from './rule-fault.ts'

/** Why a decision table cannot be used. Rows and columns count from 1. */
export type TableFault =
  | { readonly kind: 'input'; readonly column: number; readonly fault: RuleFault }
  | {
      readonly kind: 'cell'
      readonly row: number
      readonly part: 'when' | 'then'
      readonly column: number
      readonly fault: RuleFault
    }
  | {
      readonly kind: 'cell-count'
      readonly row: number
      readonly part: 'when' | 'then'
      readonly expected: number
      readonly found: number
    }
  | { readonly kind: 'no-outputs' }
  | { readonly kind: 'duplicate-output'; readonly column: number; readonly id: string }
  /** A choice needs its values; so does the output that a priority orders by. */
  | { readonly kind: 'no-values'; readonly column: number; readonly id: string }
  | { readonly kind: 'no-priority' }
  /** The output has the name of a field that cannot hold it. */
  | {
      readonly kind: 'field-of-other-type'
      readonly column: number
      readonly id: string
      readonly field: Field['type']
      readonly output: TableOutput['type']
    }
  | {
      readonly kind: 'aggregation'
      readonly reason: 'only-with-collect' | 'needs-one-output' | 'needs-numbers'
    }

function isNumeric(type: Field['type']): boolean {
  return type === 'number' || type === 'money'
}

function canHold(field: Field['type'], output: TableOutput['type']): boolean {
  const isText = (type: Field['type']): boolean => type === 'text' || type === 'choice'
  return (
    field === output || (isNumeric(field) && isNumeric(output)) || (isText(field) && isText(output))
  )
}

function faultsOfOutput(
  table: DecisionTable,
  { fields }: RuleScope,
  index: number,
): readonly TableFault[] {
  const output = table.outputs[index]
  if (output === undefined) {
    return []
  }
  const { id, type } = output
  const column = index + 1
  const faults: TableFault[] = []
  if (table.outputs.findIndex((other) => other.id === id) < index) {
    faults.push({ kind: 'duplicate-output', column, id })
  }
  if (type === 'choice' && (output.of ?? []).length === 0) {
    faults.push({ kind: 'no-values', column, id })
  }
  const field = Object.hasOwn(fields, id) ? fields[id] : undefined
  const isSingle = !['collect', 'rule-order', 'output-order'].includes(table.hitPolicy)
  if (field !== undefined && isSingle && !canHold(field.type, type)) {
    faults.push({ kind: 'field-of-other-type', column, id, field: field.type, output: type })
  }
  return faults
}

function faultsOfAggregation({
  aggregation,
  hitPolicy,
  outputs,
}: DecisionTable): readonly TableFault[] {
  if (aggregation === undefined) {
    return []
  }
  if (hitPolicy !== 'collect') {
    return [{ kind: 'aggregation', reason: 'only-with-collect' }]
  }
  const [only] = outputs
  if (only === undefined || outputs.length !== 1) {
    return [{ kind: 'aggregation', reason: 'needs-one-output' }]
  }
  const isFolded = aggregation === 'count' || isNumeric(only.type)
  return isFolded ? [] : [{ kind: 'aggregation', reason: 'needs-numbers' }]
}

/** Faults of the table's frame, before any cell is read. */
export function faultsOfFrame(table: DecisionTable, scope: RuleScope): readonly TableFault[] {
  const isRanked = table.hitPolicy === 'priority' || table.hitPolicy === 'output-order'
  const hasRanks = table.outputs.some(({ of = [] }) => of.length > 0)
  return [
    ...(table.outputs.length === 0 ? ([{ kind: 'no-outputs' }] as const) : []),
    ...table.outputs.flatMap((_, index) => faultsOfOutput(table, scope, index)),
    ...(isRanked && !hasRanks ? ([{ kind: 'no-priority' }] as const) : []),
    ...faultsOfAggregation(table),
  ]
}
