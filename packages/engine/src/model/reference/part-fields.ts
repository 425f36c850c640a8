import type { JsonPath } from '../fault.ts'
import type { Step } from '../step.ts'
import type { BlockEntry, BlockRef, StepEntry } from '../workflow-tree.ts'
import { blocksOf, stepsOf } from '../workflow-tree.ts'
import { feelNames } from './feel-names.ts'
import { fieldUses } from './field-uses.ts'
import type { Scope } from './finding.ts'

/** What one part of parallel work does to fields, at whatever depth. */
export interface PartFields {
  readonly ref: BlockRef
  /** Fields that it writes, with the first place. */
  readonly edits: ReadonlyMap<string, JsonPath>
  /** Fields that its way depends on, with the first reader. */
  readonly decidesBy: ReadonlyMap<string, Reader>
}

interface Reader {
  /** The step that decides, or the branch whose condition it is. */
  readonly step: string
  readonly path: JsonPath
}

/** Gives what a part does to fields; each part is walked once. */
export function partFields(scope: Scope): (part: BlockEntry) => PartFields {
  const known = new Map<BlockRef, PartFields>()
  return (part) => {
    const fields = known.get(part.ref) ?? collect(part, scope)
    known.set(part.ref, fields)
    return fields
  }
}

function collect(part: BlockEntry, scope: Scope): PartFields {
  const edits = new Map<string, JsonPath>()
  const decidesBy = new Map<string, Reader>()
  const read = (condition: Condition) => {
    for (const field of condition.names) {
      if (!Object.hasOwn(scope.workflow.fields, field) || decidesBy.has(field)) continue
      decidesBy.set(field, { step: condition.step, path: condition.path })
    }
  }
  for (const condition of branchCondition(part)) read(condition)
  for (const entry of stepsWithin(part)) {
    for (const { field, path } of editsOf(entry, scope)) {
      if (!edits.has(field)) edits.set(field, path)
    }
    for (const condition of conditionsOf(entry, scope)) read(condition)
  }
  return { ref: part.ref, edits, decidesBy }
}

function stepsWithin(part: BlockEntry): readonly StepEntry[] {
  const steps: StepEntry[] = []
  const pending = [part]
  for (let block = pending.pop(); block; block = pending.pop()) {
    const own = stepsOf(block)
    steps.push(...own)
    pending.push(...own.flatMap(blocksOf).reverse())
  }
  return steps
}

function editsOf(entry: StepEntry, { workflow, tables }: Scope) {
  const { step, path } = entry
  const written = fieldUses(entry).filter(({ writes }) => writes === true)
  if (step.kind !== 'decision' || step.table === undefined) return written
  const outputs = tables[step.table]?.outputs ?? []
  const fields = outputs.filter(({ id }) => Object.hasOwn(workflow.fields, id))
  return [...written, ...fields.map(({ id }) => ({ field: id, path: [...path, 'table'] }))]
}

interface Condition {
  readonly names: readonly string[]
  readonly step: string
  readonly path: JsonPath
}

/** The conditions by which a step sends a case one way or another. What offers an action is none. */
function conditionsOf(entry: StepEntry, { tables }: Scope): readonly Condition[] {
  const { id, step, path } = entry
  switch (step.kind) {
    case 'decision':
      return [
        ...(step.rows ?? []).map(({ when }, index) => {
          return { names: feelNames(when), step: id, path: [...path, 'rows', index, 'when'] }
        }),
        ...tableNames(step.table, tables).map((names) => {
          return { names, step: id, path: [...path, 'table'] }
        }),
      ]
    case 'parallel':
      return blocksOf(entry).flatMap(branchCondition)
    case 'phase':
      return []
    case 'task':
    case 'wait':
    case 'service':
    case 'call':
      return whenOf(step, id, path)
  }
}

function whenOf(
  step: Extract<Step, { readonly skip?: string }>,
  id: string,
  path: JsonPath,
): readonly Condition[] {
  if (step.when === undefined) return []
  return [{ names: feelNames(step.when), step: id, path: [...path, 'when'] }]
}

function branchCondition({ kind, ref, owner, path }: BlockEntry): readonly Condition[] {
  if (kind !== 'branch' || owner?.step.kind !== 'parallel') return []
  const when = owner.step.branches[ref.slice(owner.id.length + 1)]?.when
  return when === undefined ? [] : [{ names: feelNames(when), step: ref, path: [...path, 'when'] }]
}

function tableNames(
  table: string | undefined,
  tables: Scope['tables'],
): readonly (readonly string[])[] {
  const inputs = table === undefined ? [] : (tables[table]?.inputs ?? [])
  return inputs.map(({ expression }) => feelNames(expression))
}
