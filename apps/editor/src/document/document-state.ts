import type { JsonObject, ModelFault } from '@yichuang/engine'
import type { StoredFile, StoredWorkspace } from '../workspace/port.ts'
import { fileText, readText } from './file-text.ts'

/** A file: what stands on disk and what the editor holds. `value` null: the text could not be read. */
export interface FileState {
  readonly disk: StoredFile | null
  /** The value that the text on disk holds; the same object as `value` while nothing is changed. */
  readonly saved: JsonObject | null
  readonly value: JsonObject | null
  /** Why the text on disk could not be read. */
  readonly faults: readonly ModelFault[]
}

/** One change by a named command. `before` and `after` share all that the command left alone. */
export interface Edit {
  readonly command: string
  readonly path: string
  readonly before: JsonObject | null
  readonly after: JsonObject | null
}

/** What stands on disk beside an unsaved change; `text` null: the file is gone. */
export interface Conflict {
  readonly text: string | null
  readonly hash: string | null
}

export interface DocumentState {
  readonly name: string
  readonly files: Readonly<Record<string, FileState>>
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  readonly conflicts: Readonly<Record<string, Conflict>>
}

export const EMPTY_DOCUMENT: DocumentState = {
  name: '',
  files: {},
  past: [],
  future: [],
  conflicts: {},
}

export function opened(stored: StoredWorkspace): DocumentState {
  const files = Object.entries(stored.files).map(
    ([path, file]) => [path, onDisk(path, file)] as const,
  )
  return { ...EMPTY_DOCUMENT, name: stored.name, files: Object.fromEntries(files) }
}

/** The state after a command gave a file a new value. What was undone is forgotten. */
export function edited(
  state: DocumentState,
  command: string,
  path: string,
  after: JsonObject,
): DocumentState {
  const before = state.files[path]?.value ?? null
  if (before === after) return state
  const edit: Edit = { command, path, before, after }
  return { ...withValue(state, path, after), past: [...state.past, edit], future: [] }
}

export function undone(state: DocumentState): DocumentState {
  const edit = state.past.at(-1)
  if (!edit) return state
  return {
    ...withValue(state, edit.path, edit.before),
    past: state.past.slice(0, -1),
    future: [edit, ...state.future],
  }
}

export function redone(state: DocumentState): DocumentState {
  const [edit, ...future] = state.future
  if (!edit) return state
  return { ...withValue(state, edit.path, edit.after), past: [...state.past, edit], future }
}

/** The paths whose value is not the one on disk. */
export function unsavedPaths(state: DocumentState): readonly string[] {
  return Object.entries(state.files)
    .filter(([, file]) => file.value !== file.saved)
    .map(([path]) => path)
}

/** The text of a file as the editor would write it: untouched files keep theirs to the byte. */
export function textOf(path: string, file: FileState): string | null {
  if (file.value === file.saved) return file.disk?.text ?? null
  return file.value === null ? null : (texts.get(file.value) ?? fileText(path, file.value))
}

/** The state after a file was written: `value` is what went to disk. */
export function saved(
  state: DocumentState,
  path: string,
  value: JsonObject | null,
  disk: StoredFile | null,
): DocumentState {
  const file = state.files[path]
  if (!file) return state
  const files = { ...state.files, [path]: { ...file, disk, saved: value } }
  return { ...withoutConflict(state, path), files }
}

/** The state after a file took the text on disk; its edits can no longer be undone. */
export function taken(state: DocumentState, path: string, disk: StoredFile | null): DocumentState {
  const { [path]: _, ...others } = state.files
  return {
    ...withoutConflict(state, path),
    files: disk ? { ...state.files, [path]: onDisk(path, disk) } : others,
    past: state.past.filter((edit) => edit.path !== path),
    future: state.future.filter((edit) => edit.path !== path),
  }
}

/** The state in which the text on disk stands beside an unsaved change. */
export function contested(state: DocumentState, path: string, conflict: Conflict): DocumentState {
  return { ...state, conflicts: { ...state.conflicts, [path]: conflict } }
}

/** The state in which the editor's change is to replace what stands on disk. */
export function kept(state: DocumentState, path: string): DocumentState {
  const conflict = state.conflicts[path]
  const file = state.files[path]
  if (!conflict || !file) return state
  const disk =
    conflict.text === null || conflict.hash === null
      ? null
      : { text: conflict.text, hash: conflict.hash }
  const held = disk && onDisk(path, disk).value
  const files = { ...state.files, [path]: { ...file, disk, saved: held } }
  return { ...withoutConflict(state, path), files }
}

function withValue(state: DocumentState, path: string, value: JsonObject | null): DocumentState {
  const file = state.files[path] ?? { disk: null, saved: null, value: null, faults: [] }
  return { ...state, files: { ...state.files, [path]: { ...file, value } } }
}

function withoutConflict(state: DocumentState, path: string): DocumentState {
  if (!(path in state.conflicts)) return state
  const { [path]: _, ...conflicts } = state.conflicts
  return { ...state, conflicts }
}

/** The text from which a value was read: who comes back to the value by undoing gets the text back. */
const texts = new WeakMap<JsonObject, string>()

function onDisk(path: string, disk: StoredFile): FileState {
  const read = readText(path, disk.text)
  if (read.ok) texts.set(read.value, disk.text)
  return read.ok
    ? { disk, saved: read.value, value: read.value, faults: [] }
    : { disk, saved: null, value: null, faults: read.error }
}
