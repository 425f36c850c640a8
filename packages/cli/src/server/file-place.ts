import {
  fail,
  type ModelFault,
  ok,
  type Result,
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readSuite,
  readTable,
  readWorkflow,
  readWorkspaceInfo,
} from '@yichuang/engine'
import type { InputFault } from '../workspace/file-fault.ts'
import { placesIn } from '../workspace/places.ts'
import type { Refused } from './answer.ts'

type Door = (source: Uint8Array, file: string) => Result<object, readonly ModelFault[]>

const TOP_FILES: ReadonlyMap<string, Door> = new Map<string, Door>([
  ['workspace.json', readWorkspaceInfo],
  ['directory.json', readDirectory],
  ['people.json', readPeople],
  ['catalogue.json', readCatalogue],
  ['calendar.json', readCalendar],
])

/** Releases are published, never written: they have no place here. */
const FOLDERS: ReadonlyMap<string, Door> = new Map<string, Door>([
  ['workflows', readWorkflow],
  ['tables', readTable],
  ['suites', readSuite],
])

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}\.json$/

/** A place in the workspace that the editor may write to. */
export interface FilePlace {
  readonly path: string
  /** A workspace without it is none: it may be changed, not removed. */
  readonly isRequired: boolean
  /** What keeps a text from being a file of this place; none when nothing does. */
  faultsOf(text: Uint8Array): readonly InputFault[]
}

/** The place that the end of an address means, `workflows/homestead.json`, percent-encoded by segment. */
export function filePlace(address: string): Result<FilePlace, Refused> {
  const segments = address.split('/').map(decoded)
  const path = segments.map((segment) => segment ?? '?').join('/')
  if (!segments.every((segment) => segment !== null && isPlain(segment)))
    return fail({ kind: 'bad-path', path })
  const [folder = '', file = '', ...more] = path.split('/')
  const top = TOP_FILES.get(path)
  if (top !== undefined)
    return ok({ path, isRequired: true, faultsOf: (text) => faultsBehind(top, text, path) })
  const door = FOLDERS.get(folder)
  if (door === undefined || more.length > 0 || !NAME.test(file))
    return fail({ kind: 'not-for-writing', path })
  const name = file.slice(0, -'.json'.length)
  return ok({ path, isRequired: false, faultsOf: (text) => faultsBehind(door, text, path, name) })
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Nothing that a file system could take for a way to somewhere else. */
function isPlain(segment: string): boolean {
  return !/^\.*$|[/\\:]|\p{Cc}/u.test(segment)
}

function faultsBehind(
  door: Door,
  text: Uint8Array,
  file: string,
  name?: string,
): readonly InputFault[] {
  const read = door(text, file)
  if (!read.ok) return read.error
  const id = 'id' in read.value ? String(read.value.id) : name
  if (name === undefined || id === undefined || id === name) return []
  const places = placesIn(new Map([[file, text]]))
  const { line, column } = places.locate(file, ['id']) ?? { line: 1, column: 1 }
  return [{ kind: 'id-differs-from-name', file, name, id, at: 'id', line, column }]
}
