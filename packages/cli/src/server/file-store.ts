import { createHash } from 'node:crypto'
import { lstat, realpath, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '@yichuang/engine'
import type { InputFault } from '../workspace/file-fault.ts'
import { readText } from '../workspace/read-text.ts'
import { replaceFile } from '../workspace/write-file.ts'
import type { Refused } from './answer.ts'
import type { FilePlace } from './file-place.ts'
import { listFiles, stampOf } from './list-files.ts'

/** A file's text and the hash of its bytes, `sha256:…`. */
export interface StoredFile {
  readonly text: string
  readonly hash: string
}

export interface StoredWorkspace {
  /** The name of the folder. */
  readonly name: string
  readonly files: Readonly<Record<string, StoredFile>>
  /** Files that could not be read; they stand in no list of texts. */
  readonly faults: readonly InputFault[]
}

/** A file that somebody else wrote or removed. */
export type FileChange =
  | { readonly type: 'changed'; readonly path: string; readonly hash: string }
  | { readonly type: 'removed'; readonly path: string; readonly hash: null }

/** What stands against a write. `text` and `hash` are the disk's; null when the file is not there. */
export type WriteRefusal =
  | {
      readonly kind: 'changed-elsewhere'
      readonly hash: string | null
      readonly text: string | null
    }
  | { readonly kind: 'unreadable'; readonly faults: readonly InputFault[] }
  | Refused

/** The files of one workspace folder. Everything happens in turn, so that no write overtakes a look. */
export interface FileStore {
  read(): Promise<StoredWorkspace>
  /** `base` is the hash that the new text started from; null for a new file. Gives the new hash. */
  write(place: FilePlace, text: string, base: string | null): Promise<Result<string, WriteRefusal>>
  remove(place: FilePlace, base: string | null): Promise<Result<null, WriteRefusal>>
  /** Runs work that writes files of the workspace by itself; they count as our own. */
  own<T>(work: () => Promise<T>): Promise<T>
  /** Looks at the disk; changes by others go to the listener. Gives the folders looked into. */
  look(): Promise<readonly string[]>
}

export function fileStore(root: string, onChange: (change: FileChange) => void): FileStore {
  const known = new Map<string, { stamp: string; hash: string }>()
  let last: Promise<unknown> = Promise.resolve()
  let isFirst = true

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  /** Takes in what the disk holds now. */
  async function takeIn(tell: (change: FileChange) => void): Promise<readonly string[]> {
    const { files, folders } = await listFiles(root)
    const seen = new Set(files.map(({ path }) => path))
    for (const { path, stamp } of files) {
      const before = known.get(path)
      if (before?.stamp === stamp) continue
      const bytes = await readText(root, path)
      if (!bytes.ok) continue
      const hash = hashOfBytes(bytes.value)
      known.set(path, { stamp, hash })
      if (before?.hash !== hash) tell({ type: 'changed', path, hash })
    }
    for (const path of [...known.keys()]) {
      if (seen.has(path)) continue
      known.delete(path)
      tell({ type: 'removed', path, hash: null })
    }
    return folders
  }

  const look = async () => {
    const tell = isFirst ? () => undefined : onChange
    isFirst = false
    return takeIn(tell)
  }

  /** The file as it stands, or why it may not be touched. */
  async function standing(path: string): Promise<Result<StoredFile | null, Refused>> {
    if (await leadsOutside(root, path)) return fail({ kind: 'leads-outside', path })
    const bytes = await readText(root, path)
    if (bytes.ok) return ok(storedOf(bytes.value))
    if (bytes.error.kind === 'file-missing') return ok(null)
    return fail({ kind: 'leads-outside', path })
  }

  return {
    look: () => inTurn(look),
    own: (work) =>
      inTurn(async () => {
        await look()
        try {
          return await work()
        } finally {
          await takeIn(() => undefined)
        }
      }),
    read: () =>
      inTurn(async () => {
        await look()
        const files: [string, StoredFile][] = []
        const faults: InputFault[] = []
        for (const { path } of (await listFiles(root)).files) {
          const bytes = await readText(root, path)
          if (bytes.ok) files.push([path, storedOf(bytes.value)])
          else faults.push(bytes.error)
        }
        return { name: basename(root), files: Object.fromEntries(files), faults }
      }),
    write: ({ path, faultsOf }, text, base) =>
      inTurn(async () => {
        const bytes = Buffer.from(text)
        const faults = faultsOf(bytes)
        if (faults.length > 0) return fail({ kind: 'unreadable', faults })
        const now = await standing(path)
        if (!now.ok) return now
        const hash = hashOfBytes(bytes)
        // Said twice, done once: a repeated request finds its own text.
        if (now.value?.hash === hash) return ok(hash)
        if ((now.value?.hash ?? null) !== base) return fail(changedElsewhere(now.value))
        const written = await replaceFile(join(root, path), text)
        if (!written.ok) return fail({ kind: 'cannot-write', path, code: written.code })
        known.set(path, { stamp: (await stampOf(join(root, path))) ?? '', hash })
        return ok(hash)
      }),
    remove: ({ path }, base) =>
      inTurn(async () => {
        const now = await standing(path)
        if (!now.ok) return now
        if (now.value === null || now.value.hash !== base) return fail(changedElsewhere(now.value))
        try {
          await unlink(join(root, path))
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
          return fail({ kind: 'cannot-write', path, code })
        }
        known.delete(path)
        return ok(null)
      }),
  }
}

function changedElsewhere(now: StoredFile | null): WriteRefusal {
  return { kind: 'changed-elsewhere', hash: now?.hash ?? null, text: now?.text ?? null }
}

function storedOf(bytes: Uint8Array): StoredFile {
  // Kept as it is, mark and all: the same bytes must come out when the text is written back.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { text, hash: hashOfBytes(bytes) }
}

export function hashOfBytes(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** A link or anything else in place of the file or its folder could carry a write out of the workspace. */
async function leadsOutside(root: string, path: string): Promise<boolean> {
  try {
    const folder = join(root, dirname(path))
    if ((await realpath(folder)) !== join(await realpath(root), dirname(path))) return true
    return !(await lstat(join(root, path))).isFile()
  } catch (error) {
    // Neither the file nor its folder need be there yet.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}
