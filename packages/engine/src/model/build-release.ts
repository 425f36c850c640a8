import { demandsOf } from './demands.ts'
import { hashOf } from './hash.ts'
import type { Hash, Release, ReleaseContent } from './release.ts'
import type { DecisionTable } from './table.ts'
import type { Workflow } from './workflow.ts'
import { eachStep } from './workflow-tree.ts'
import type { Workspace } from './workspace.ts'

/** What stands on a release beside its logic. Prepared and approved by two persons. */
export interface ReleaseNote {
  readonly number: number
  readonly note: string
  readonly effectiveFrom: string
  readonly preparedBy: string
  readonly approvedBy: string
  readonly override?: { readonly reason: string; readonly findings: readonly string[] }
}

/**
 * Builds a release from a workspace. Same logic, same hash: layout, `$schema`, the directory and
 * people are no part of it. It holds the workflows that items reach, themselves or by a call; an item
 * whose workflow is missing stands in the catalogue but is offered in no town.
 */
export function buildRelease(workspace: Workspace, note: ReleaseNote): Release {
  const content = contentOf(workspace)
  return {
    format: 1,
    number: note.number,
    hash: hashOf(content),
    note: note.note,
    effectiveFrom: note.effectiveFrom,
    preparedBy: note.preparedBy,
    approvedBy: note.approvedBy,
    ...(note.override ? { override: note.override } : {}),
    content,
  }
}

function contentOf({ info, catalogue, workflows, tables }: Workspace): ReleaseContent {
  const reached = reachedWorkflows(catalogue.items, workflows)
  const logic = sortedEntries(reached).map(([id, workflow]) => {
    const stripped = logicOf(workflow)
    return { id, hash: hashOf(stripped), workflow: stripped }
  })
  const hashes: Readonly<Record<string, Hash>> = Object.fromEntries(
    logic.map(({ id, hash }) => [id, hash]),
  )
  const offered = Object.fromEntries(
    sortedEntries(catalogue.items).flatMap(([item, { workflow }]) => {
      const hash = hashes[workflow]
      return hash === undefined ? [] : [[item, hash]]
    }),
  )
  return {
    utcOffset: info.utcOffset,
    workflows: Object.fromEntries(logic.map(({ hash, workflow }) => [hash, workflow])),
    towns: Object.fromEntries([...info.towns].sort().map((town) => [town, offered])),
    tables: Object.fromEntries(sortedEntries(tables).map(([id, table]) => [id, bare(table)])),
    items: Object.fromEntries(sortedEntries(catalogue.items)),
    demands: demandsOf(Object.values(reached), tables),
  }
}

/** A workflow without what is no part of its logic. */
function logicOf({ $schema: _schema, layout: _layout, ...logic }: Workflow): Workflow {
  return logic
}

function bare({ $schema: _schema, ...table }: DecisionTable): DecisionTable {
  return table
}

function reachedWorkflows(
  items: Workspace['catalogue']['items'],
  workflows: Workspace['workflows'],
): Workspace['workflows'] {
  const reached = new Map<string, Workflow>()
  const pending = Object.values(items).map(({ workflow }) => workflow)
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const workflow = Object.hasOwn(workflows, id) ? workflows[id] : undefined
    if (!workflow || reached.has(id)) continue
    reached.set(id, workflow)
    for (const { step } of eachStep(workflow)) if (step.kind === 'call') pending.push(step.workflow)
  }
  return Object.fromEntries(reached)
}

function sortedEntries<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1))
}
