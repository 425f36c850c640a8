import { fail, type JsonObject, ok, type Result } from '@yichuang/engine'
import type { StoredFile, Unreachable, WorkspacePort } from '../workspace/port.ts'
import {
  contested,
  type DocumentState,
  EMPTY_DOCUMENT,
  edited,
  kept,
  opened,
  redone,
  saved,
  taken,
  textOf,
  undone,
  unsavedPaths,
} from './document-state.ts'
import type { EditRefusal } from './refusal.ts'
import { type Signal, signal } from './signal.ts'

/** What became of a save: the files written, and those that were refused. */
export interface SaveReport {
  readonly written: readonly string[]
  readonly contested: readonly string[]
  readonly failed: readonly {
    readonly path: string
    readonly why: 'unreadable' | 'cannot-write' | Unreachable['kind']
  }[]
}

/** The workspace being edited: its state, and the only ways to change it. */
export interface EditorDocument {
  readonly state: Signal<DocumentState>
  open(): Promise<Result<null, Unreachable>>
  /** Runs a command on the value of one file. A refusal changes nothing. */
  change<R extends EditRefusal>(
    command: string,
    path: string,
    work: (value: JsonObject) => Result<object, R>,
  ): Result<null, R | EditRefusal>
  /** Adds a file that the workspace does not have yet. A path that is taken changes nothing. */
  create(command: string, path: string, value: object): Result<null, EditRefusal>
  undo(): void
  redo(): void
  /** Writes every changed file. A file that somebody else changed is never overwritten. */
  save(): Promise<SaveReport>
  /** Takes in what stands on disk now under a path, where it is not known yet. */
  look(path: string): Promise<void>
  /** Resolves a conflict for the editor's text, which the next save writes. */
  keepMine(path: string): void
  /** Resolves a conflict for the text on disk. */
  takeTheirs(path: string): void
  close(): void
}

/** `onTaken` hears of each file that another program changed and that was taken in. */
export function editorDocument(
  port: WorkspacePort,
  onTaken: (path: string) => void = () => undefined,
): EditorDocument {
  const state = signal(EMPTY_DOCUMENT)
  let stopWatching: (() => void) | undefined

  async function open(): Promise<Result<null, Unreachable>> {
    const stored = await port.read()
    if (!stored.ok) return stored
    state.set(opened(stored.value))
    stopWatching ??= port.watch((change) => void noticed(change.path, change.hash))
    return ok(null)
  }

  /** Takes in what another program wrote; beside an unsaved change it becomes a conflict. */
  async function noticed(path: string, hash: string | null): Promise<void> {
    if (state.get().files[path]?.disk?.hash === hash) return
    if (await look(path)) onTaken(path)
  }

  /** Whether something was taken in. */
  async function look(path: string): Promise<boolean> {
    const stored = await port.read()
    if (!stored.ok) return false
    const now: StoredFile | null = stored.value.files[path] ?? null
    const held = state.get().files[path]
    if ((held?.disk?.hash ?? null) === (now?.hash ?? null)) return false
    const isTouched = held !== undefined && held.value !== held.saved
    state.set(
      isTouched
        ? contested(state.get(), path, { text: now?.text ?? null, hash: now?.hash ?? null })
        : taken(state.get(), path, now),
    )
    return !isTouched
  }

  async function save(): Promise<SaveReport> {
    const report = {
      written: [] as string[],
      contested: [] as string[],
      failed: [] as SaveReport['failed'][number][],
    }
    for (const path of unsavedPaths(state.get())) {
      const file = state.get().files[path]
      if (!file) continue
      if (path in state.get().conflicts) {
        report.contested.push(path)
        continue
      }
      const text = textOf(path, file)
      const base = file.disk?.hash ?? null
      const wrote =
        text === null ? await port.remove(path, base) : await port.write(path, text, base)
      if (wrote.ok) {
        const disk = text === null || wrote.value === null ? null : { text, hash: wrote.value }
        state.set(saved(state.get(), path, file.value, disk))
        report.written.push(path)
      } else if (wrote.error.kind === 'changed-elsewhere') {
        const { text: theirs, hash } = wrote.error
        state.set(contested(state.get(), path, { text: theirs, hash }))
        report.contested.push(path)
      } else {
        report.failed.push({ path, why: wrote.error.kind })
      }
    }
    return report
  }

  return {
    state,
    open,
    change: (command, path, work) => {
      const value = state.get().files[path]?.value
      if (!value) return fail({ kind: 'no-such-file', path })
      const after = work(value)
      if (!after.ok) return after
      state.set(edited(state.get(), command, path, plain(after.value)))
      return ok(null)
    },
    create: (command, path, value) => {
      const held = state.get().files[path]
      if (held?.value || held?.disk) return fail({ kind: 'path-taken', path })
      state.set(edited(state.get(), command, path, plain(value)))
      return ok(null)
    },
    undo: () => state.set(undone(state.get())),
    redo: () => state.set(redone(state.get())),
    save,
    look: async (path) => void (await look(path)),
    keepMine: (path) => state.set(kept(state.get(), path)),
    takeTheirs: (path) => {
      const conflict = state.get().conflicts[path]
      if (!conflict) return
      const { text, hash } = conflict
      state.set(taken(state.get(), path, text === null || hash === null ? null : { text, hash }))
    },
    close: () => stopWatching?.(),
  }
}

/** The model's types are plain JSON by their definition; the compiler cannot see that of an interface. */
function plain(value: object): JsonObject {
  return value as JsonObject
}
