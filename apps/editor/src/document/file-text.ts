import {
  fail,
  formatFile,
  type JsonObject,
  type ModelFault,
  ok,
  type Result,
  readCalendar,
  readCatalogue,
  readDirectory,
  readJson,
  readPeople,
  readSuite,
  readTable,
  readWorkflow,
  readWorkspaceInfo,
} from '@yichuang/engine'

const READERS = {
  workspace: readWorkspaceInfo,
  directory: readDirectory,
  people: readPeople,
  catalogue: readCatalogue,
  calendar: readCalendar,
  workflow: readWorkflow,
  table: readTable,
  suite: readSuite,
} as const

type Kind = keyof typeof READERS

const FOLDERS: readonly (readonly [string, Kind])[] = [
  ['workflows/', 'workflow'],
  ['tables/', 'table'],
  ['suites/', 'suite'],
]

/** What a file of a workspace holds, by its path; null for files that the editor only keeps. */
function kindOf(path: string): Kind | null {
  const folder = FOLDERS.find(([stem]) => path.startsWith(stem))
  if (folder) return folder[1]
  const [, name] = /^(\w+)\.json$/.exec(path) ?? []
  return name !== undefined && isKind(name) ? name : null
}

/** The value that a file's text holds, or the faults that keep it from being read. */
export function readText(path: string, text: string): Result<JsonObject, readonly ModelFault[]> {
  const kind = kindOf(path)
  if (kind === null) {
    const json = readJson(text, { file: path })
    if (!json.ok) return json
    return isObject(json.value.value) ? ok(json.value.value) : fail([])
  }
  const read = READERS[kind](text, path)
  return read.ok ? ok(plain(read.value)) : read
}

/** The text in which the editor writes a file: canonical, so that one edit is one line of difference. */
export function fileText(path: string, value: JsonObject): string {
  const kind = kindOf(path)
  // The value came through the reader of its kind; the compiler cannot pair the two by the path.
  return kind === null ? `${JSON.stringify(value, null, 2)}\n` : formatFile(kind, value as never)
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(READERS, name) && name !== 'workflow' && name !== 'table' && name !== 'suite'
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The model's types are plain JSON by their definition; the compiler cannot see that of an interface. */
function plain(value: object): JsonObject {
  return value as JsonObject
}
