import type { JsonObject } from './json.ts'

/** Files of a workspace that carry a format number. */
export type FileKind =
  | 'workspace'
  | 'directory'
  | 'people'
  | 'catalogue'
  | 'calendar'
  | 'workflow'
  | 'table'
  | 'suite'
  | 'release'

export const FILE_KINDS: readonly FileKind[] = [
  'workspace',
  'directory',
  'people',
  'catalogue',
  'calendar',
  'workflow',
  'table',
  'suite',
  'release',
]

/** Raises a file from format `from` to the next number. Pure; tested with an old file. */
export interface Migration {
  readonly from: number
  readonly raise: (file: JsonObject) => JsonObject
}

/** The format that is written today. */
export const CURRENT_FORMAT = 1

/** In ascending order of `from`. Format 1 is the first one, so there is nothing to raise yet. */
export const MIGRATIONS: Readonly<Record<FileKind, readonly Migration[]>> = {
  workspace: [],
  directory: [],
  people: [],
  catalogue: [],
  calendar: [],
  workflow: [],
  table: [],
  suite: [],
  release: [],
}

/** Formats that can be read: those that migrations start from, and today's. */
export function knownFormats(migrations: readonly Migration[]): readonly number[] {
  return [...migrations.map(({ from }) => from), CURRENT_FORMAT]
}

/** Raises a file to today's format; a file of today's format stays as it is. */
export function migrate(file: JsonObject, migrations: readonly Migration[]): JsonObject {
  return migrations.reduce((raised, { from, raise }) => {
    return raised['format'] === from ? raise(raised) : raised
  }, file)
}
