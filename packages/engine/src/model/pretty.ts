import type { CalendarRegister } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Directory } from './directory.ts'
import { FILE_SCHEMAS } from './file.schema.ts'
import type { FileKind } from './migrations.ts'
import type { People } from './people.ts'
import type { Release } from './release.ts'
import { renderJson } from './render-json.ts'
import type { DecisionTable } from './table.ts'
import type { Workflow } from './workflow.ts'
import type { Suite, WorkspaceInfo } from './workspace.ts'

/** What each kind of file holds. */
export interface FileValues {
  readonly workspace: WorkspaceInfo
  readonly directory: Directory
  readonly people: People
  readonly catalogue: Catalogue
  readonly calendar: CalendarRegister
  readonly workflow: Workflow
  readonly table: DecisionTable
  readonly suite: Suite
  readonly release: Release
}

/**
 * The text of a workspace file: keys in the order of the schema, ids in the order they were given,
 * so that one edit is one line of difference. Formatting twice changes nothing, and reading the text
 * gives the value back. A value that its schema refuses (a drawing half done) keeps its own order.
 */
export function formatFile<Kind extends FileKind>(kind: Kind, value: FileValues[Kind]): string {
  const ordered = FILE_SCHEMAS[kind].safeParse(value)
  return renderJson(ordered.success ? ordered.data : value)
}

/** The text of `workflows/<id>.json`. */
export function formatWorkflow(workflow: Workflow): string {
  return formatFile('workflow', workflow)
}
