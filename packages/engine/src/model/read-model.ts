import { calendarSchema } from './calendar.schema.ts'
import type { CalendarRegister } from './calendar.ts'
import { catalogueSchema } from './catalogue.schema.ts'
import type { Catalogue } from './catalogue.ts'
import { directorySchema } from './directory.schema.ts'
import type { Directory } from './directory.ts'
import type { JsonPath, ModelFault, ShapeProblem } from './fault.ts'
import { hashOf } from './hash.ts'
import { peopleSchema } from './people.schema.ts'
import type { People } from './people.ts'
import { placeFault } from './place-fault.ts'
import type { ReadFile } from './read-file.ts'
import { readFile } from './read-file.ts'
import { releaseSchema } from './release.schema.ts'
import type { Release } from './release.ts'
import type { Result } from './result.ts'
import { fail } from './result.ts'
import { tableSchema } from './table.schema.ts'
import type { DecisionTable } from './table.ts'
import { workflowSchema } from './workflow.schema.ts'
import type { Workflow } from './workflow.ts'
import { suiteSchema, workspaceInfoSchema } from './workspace.schema.ts'
import type { Suite, WorkspaceInfo } from './workspace.ts'

/** The text of a file, or its bytes as they lie on disk: only bytes show a wrong encoding. */
export type Source = string | Uint8Array

type Read<T> = Result<T, readonly ModelFault[]>

/** Reads `workspace.json`. */
export function readWorkspaceInfo(source: Source, file?: string): Read<WorkspaceInfo> {
  return typed(readFile('workspace', workspaceInfoSchema, source, file))
}

/** Reads `directory.json`. */
export function readDirectory(source: Source, file?: string): Read<Directory> {
  return typed(readFile('directory', directorySchema, source, file))
}

/** Reads `people.json`. */
export function readPeople(source: Source, file?: string): Read<People> {
  return typed(readFile('people', peopleSchema, source, file))
}

/** Reads `catalogue.json`. */
export function readCatalogue(source: Source, file?: string): Read<Catalogue> {
  return typed(readFile('catalogue', catalogueSchema, source, file))
}

/** Reads `calendar.json`. */
export function readCalendar(source: Source, file?: string): Read<CalendarRegister> {
  return typed(readFile('calendar', calendarSchema, source, file))
}

/**
 * Reads a workflow. References between its parts are not followed here: a drawing half done can be
 * opened and saved. `checkReferences` follows them.
 */
export function readWorkflow(source: Source, file?: string): Read<Workflow> {
  return typed(readFile('workflow', workflowSchema, source, file))
}

/** Reads a workflow and keeps the places of its text, for checks that follow. */
export function readWorkflowWithPlaces(source: Source, file?: string): Read<ReadFile<Workflow>> {
  return readFile('workflow', workflowSchema, source, file)
}

/** Reads a decision table. */
export function readTable(source: Source, file?: string): Read<DecisionTable> {
  return typed(readFile('table', tableSchema, source, file))
}

/** Reads a suite of case walks. */
export function readSuite(source: Source, file?: string): Read<Suite> {
  return typed(readFile('suite', suiteSchema, source, file))
}

/** Reads a release and computes its hashes anew: what was changed after publishing is refused. */
export function readRelease(source: Source, file?: string): Read<Release> {
  const read = readFile('release', releaseSchema, source, file)
  if (!read.ok) return read
  const { value: release, locate } = read.value
  const wrong = wrongHashes(release)
  if (wrong.length === 0) return { ok: true, value: release }
  return fail(wrong.map(({ problem, path }) => placeFault(problem, path, { file, locate })))
}

function wrongHashes(
  release: Release,
): readonly { readonly problem: ShapeProblem; readonly path: JsonPath }[] {
  const claims = [
    { found: release.hash, computed: hashOf(release.content), path: ['hash'] },
    ...Object.entries(release.content.workflows).map(([found, workflow]) => ({
      found,
      computed: hashOf(workflow),
      path: ['content', 'workflows', found],
    })),
  ]
  return claims
    .filter(({ found, computed }) => found !== computed)
    .map(({ path, ...hashes }) => ({ problem: { kind: 'wrong-hash', ...hashes }, path }))
}

function typed<T>(read: Result<{ readonly value: T }, readonly ModelFault[]>): Read<T> {
  return read.ok ? { ok: true, value: read.value.value } : read
}
