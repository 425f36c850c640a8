import type {
  CalendarRegister,
  Catalogue,
  DecisionTable,
  Directory,
  JsonObject,
  People,
  Workflow,
  Workspace,
  WorkspaceInfo,
} from '@yichuang/engine'
import type { DocumentState } from './document-state.ts'

export const workflowPath = (id: string): string => `workflows/${id}.json`
export const DIRECTORY_PATH = 'directory.json'

/** The files of the document as a workspace; null while one of the five single files is missing. */
export function workspaceOf(state: DocumentState): Workspace | null {
  const single = (path: string) => state.files[path]?.value
  const info = single('workspace.json')
  const directory = single(DIRECTORY_PATH)
  const catalogue = single('catalogue.json')
  if (!info || !directory || !catalogue) return null
  return {
    info: typed<WorkspaceInfo>(info),
    directory: typed<Directory>(directory),
    people: typed<People>(single('people.json') ?? { format: 1, edition: 1, people: {} }),
    catalogue: typed<Catalogue>(catalogue),
    calendar: typed<CalendarRegister>(
      single('calendar.json') ?? { format: 1, edition: 1, region: { zh: '' }, off: [], work: [] },
    ),
    workflows: folder<Workflow>(state, 'workflows/'),
    tables: folder<DecisionTable>(state, 'tables/'),
    suites: folder(state, 'suites/'),
  }
}

/** The workflow that a file's value is. */
export function workflowOf(value: JsonObject): Workflow {
  return typed<Workflow>(value)
}

/** The directory that a file's value is. */
export function directoryOf(value: JsonObject): Directory {
  return typed<Directory>(value)
}

function folder<T>(state: DocumentState, stem: string): Readonly<Record<string, T>> {
  const files = Object.entries(state.files).flatMap(([path, file]) =>
    path.startsWith(stem) && path.endsWith('.json') && file.value
      ? [[path.slice(stem.length, -'.json'.length), typed<T>(file.value)] as const]
      : [],
  )
  return Object.fromEntries(files)
}

/**
 * A file's value under its model type. The engine's readers have checked it when it was opened, and
 * every command keeps the shape, so this is the door where the check is trusted.
 */
function typed<T>(value: JsonObject): T {
  return value as unknown as T
}
