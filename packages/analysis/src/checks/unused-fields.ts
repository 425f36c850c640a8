import { feelNames } from '@yichuang/engine'
import type { WorkflowIndex, WorkspaceIndex } from '../workspace-index.ts'

/** A field that nothing in the workflow, its tables or its items mentions. */
export interface UnusedFieldFact {
  readonly kind: 'unused-field'
  readonly workflow: string
  readonly field: string
}

/** Fields that are declared and never used. */
export function unusedFields(index: WorkspaceIndex): readonly UnusedFieldFact[] {
  return index.workflows.flatMap((entry) => {
    const words = wordsOf(entry, index)
    return Object.keys(entry.workflow.fields)
      .filter((field) => !words.has(field))
      .map((field) => ({ kind: 'unused-field', workflow: entry.id, field }))
  })
}

function wordsOf(
  { id, workflow, items, asked }: WorkflowIndex,
  { workspace }: WorkspaceIndex,
): ReadonlySet<string> {
  const words = new Set<string>()
  collect(workflow.steps, words)
  for (const named of asked) {
    if (named.kind === 'table') collect(workspace.tables[named.table], words)
  }
  for (const { item } of items) collect(item.materials, words)
  for (const caller of Object.values(workspace.workflows)) {
    if (caller.id !== id) collectPassed(caller.steps, id, words)
  }
  return words
}

/** Wording for people; a field is not used because a title happens to hold the word. */
const WORDING = new Set(['title', 'label', 'note', 'notes', 'basis'])

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') for (const word of feelNames(value)) words.add(word)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (WORDING.has(key)) continue
    if (key === 'sets' || key === 'pass') addKeys(inner, words)
    collect(inner, words)
  }
}

/** The fields that another workflow hands over when it calls this one. */
function collectPassed(value: unknown, called: string, words: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('pass' in value && 'workflow' in value && value.workflow === called) {
    addKeys(value.pass, words)
  }
  for (const inner of Object.values(value)) collectPassed(inner, called, words)
}

function addKeys(value: unknown, words: Set<string>): void {
  if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) words.add(key)
}
