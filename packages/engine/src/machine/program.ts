import type { CaseData, Value } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { DecisionTable } from '../model/table.ts'
import type { Workflow } from '../model/workflow.ts'
import { compileExpression, type Expression } from '../rule/expression.ts'
import type { RuleFault } from '../rule/rule-fault.ts'
import { booleanType, type RuleType, typeOfField } from '../rule/rule-type.ts'
import { type CompiledTable, compileTable, type TableFault } from '../rule/table.ts'
import { type Tree, treeOf } from './block.ts'
import { expressionsOf } from './expressions-of.ts'

/** A workflow made ready to run: its block tree, its rules compiled. */
export interface Program {
  readonly tree: Tree
  readonly tables: ReadonlyMap<string, CompiledTable>
  /** True only when the expression is true; null is not. */
  truth(text: string, data: CaseData, now: string): boolean
  value(text: string, field: string, data: CaseData, now: string): Value
  /** Fields that an expression reads. */
  reads(text: string): readonly string[]
}

/** A rule of the workflow that does not compile, with the place where it stands. */
export type ProgramFault =
  | {
      readonly kind: 'rule'
      readonly path: readonly string[]
      readonly text: string
      readonly fault: RuleFault
    }
  | {
      readonly kind: 'table'
      readonly path: readonly string[]
      readonly table: string
      readonly fault: TableFault
    }
  | {
      readonly kind: 'unknown-table'
      readonly path: readonly string[]
      readonly table: string
      readonly known: readonly string[]
    }

/** Compiles every expression and table of a workflow against its fields. */
export function compileProgram(
  workflow: Workflow,
  tables: Readonly<Record<string, DecisionTable>>,
): Result<Program, readonly ProgramFault[]> {
  const faults: ProgramFault[] = []
  const truths = new Map<string, Expression>()
  const values = new Map<string, Map<string, Expression>>()
  const compiledTables = new Map<string, CompiledTable>()
  const scope = { fields: workflow.fields }
  for (const use of expressionsOf(workflow)) {
    if (use.kind === 'table') {
      const table = Object.hasOwn(tables, use.table) ? tables[use.table] : undefined
      if (table === undefined) {
        faults.push({
          kind: 'unknown-table',
          path: use.path,
          table: use.table,
          known: Object.keys(tables),
        })
        continue
      }
      const compiled = compileTable(table, scope)
      if (compiled.ok) compiledTables.set(use.table, compiled.value)
      else
        for (const fault of compiled.error)
          faults.push({ kind: 'table', path: use.path, table: use.table, fault })
      continue
    }
    const compiled = compileExpression(
      use.text,
      scope,
      use.field === undefined ? booleanType : typeOf(workflow, use.field),
    )
    if (!compiled.ok) {
      for (const fault of compiled.error)
        faults.push({ kind: 'rule', path: use.path, text: use.text, fault })
    } else if (use.field === undefined) truths.set(use.text, compiled.value)
    else {
      const ofField = values.get(use.field) ?? new Map<string, Expression>()
      values.set(use.field, ofField.set(use.text, compiled.value))
    }
  }
  if (faults.length > 0) return fail(faults)
  return ok({
    tree: treeOf(workflow),
    tables: compiledTables,
    truth: (text, data, now) => truths.get(text)?.evaluate(data, { now }) === true,
    value: (text, field, data, now) =>
      values.get(field)?.get(text)?.evaluate(data, { now }) ?? null,
    reads: (text) => truths.get(text)?.reads ?? [],
  })
}

function typeOf(workflow: Workflow, field: string): RuleType | undefined {
  const declared = workflow.fields[field]
  return declared === undefined ? undefined : typeOfField(declared)
}
