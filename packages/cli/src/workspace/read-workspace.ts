import { stat } from 'node:fs/promises'
import {
  type DecisionTable,
  type ModelFault,
  type Result,
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readSuite,
  readTable,
  readWorkflow,
  readWorkspaceInfo,
  type Suite,
  type Workflow,
  type Workspace,
} from '@yichuang/engine'
import type { InputFault } from './file-fault.ts'
import { listFolder } from './list-folder.ts'
import { type Places, placesIn } from './places.ts'
import { readText } from './read-text.ts'

/** What a folder holds: the workspace when every file could be read, and all faults when not. */
export interface WorkspaceReading {
  readonly root: string
  readonly workspace: Workspace | null
  readonly faults: readonly InputFault[]
  /** The files read, in their order, as they lie on disk. */
  readonly sources: ReadonlyMap<string, Uint8Array>
  readonly places: Places
}

type Read<T> = (source: Uint8Array, file: string) => Result<T, readonly ModelFault[]>

/** Reads a workspace folder through the engine's doors. Faults of all files come back together. */
export async function readWorkspace(root: string): Promise<WorkspaceReading> {
  const sources = new Map<string, Uint8Array>()
  const faults: InputFault[] = []
  const one = async <T>(file: string, read: Read<T>): Promise<T | null> => {
    const text = await readText(root, file)
    if (!text.ok) {
      faults.push(text.error)
      return null
    }
    sources.set(file, text.value)
    const value = read(text.value, file)
    if (value.ok) return value.value
    faults.push(...value.error)
    return null
  }
  const many = async <T extends { readonly id: string }>(
    folder: string,
    read: Read<T>,
  ): Promise<Readonly<Record<string, T>>> => {
    const files = await listFolder(root, folder)
    if (!files.ok) {
      faults.push(files.error)
      return {}
    }
    const found: [string, T][] = []
    for (const file of files.value) {
      const value = await one(file, read)
      if (value === null) continue
      const name = file.slice(folder.length + 1, -'.json'.length)
      if (value.id === name) found.push([name, value])
      else faults.push(idFault(file, name, value.id, places))
    }
    return Object.fromEntries(found)
  }
  const places = placesIn(sources)
  const reading = (workspace: Workspace | null): WorkspaceReading => {
    return { root, workspace, faults, sources, places }
  }
  if (!(await isFolder(root))) {
    faults.push({ kind: 'folder-missing', file: root })
    return reading(null)
  }
  const info = await one('workspace.json', readWorkspaceInfo)
  const directory = await one('directory.json', readDirectory)
  const people = await one('people.json', readPeople)
  const catalogue = await one('catalogue.json', readCatalogue)
  const calendar = await one('calendar.json', readCalendar)
  const workflows = await many<Workflow>('workflows', readWorkflow)
  const tables = await many<DecisionTable>('tables', readTable)
  const suites = await many<Suite>('suites', readSuite)
  const isWhole = info && directory && people && catalogue && calendar && faults.length === 0
  if (!isWhole) return reading(null)
  return reading({ info, directory, people, catalogue, calendar, workflows, tables, suites })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

function idFault(file: string, name: string, id: string, places: Places): InputFault {
  const { line, column } = places.locate(file, ['id']) ?? { line: 1, column: 1 }
  return { kind: 'id-differs-from-name', file, name, id, at: 'id', line, column }
}
