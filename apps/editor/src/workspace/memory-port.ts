import { fail, ok } from '@yichuang/engine'
import type { FileChange, StoredFile, WorkspacePort } from './port.ts'

/** A workspace held in memory, with a door for changes that come from outside. */
export interface MemoryWorkspace extends WorkspacePort {
  /** What another program would do to a file; `text` null removes it. */
  changeOutside(path: string, text: string | null): void
  textOf(path: string): string | null
}

/** Keeps the given texts in memory; hashes are edition numbers. */
export function memoryWorkspace(
  name: string,
  texts: Readonly<Record<string, string>>,
): MemoryWorkspace {
  const files = new Map<string, StoredFile>()
  const watchers = new Set<(change: FileChange) => void>()
  let edition = 0
  let releases = 0

  function put(path: string, text: string): string {
    edition += 1
    const hash = `memory:${edition}`
    files.set(path, { text, hash })
    return hash
  }
  for (const [path, text] of Object.entries(texts)) put(path, text)

  function changedSince(path: string, base: string | null) {
    const now = files.get(path)
    if ((now?.hash ?? null) === base) return undefined
    return fail({
      kind: 'changed-elsewhere' as const,
      hash: now?.hash ?? null,
      text: now?.text ?? null,
    })
  }

  return {
    read: async () => ok({ name, files: Object.fromEntries(files) }),
    write: async (path, text, base) => changedSince(path, base) ?? ok(put(path, text)),
    remove: async (path, base) => {
      const refused = changedSince(path, base)
      if (refused) return refused
      files.delete(path)
      return ok(null)
    },
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    release: async () => {
      releases += 1
      return ok({ number: releases, path: `releases/${releases}.json` })
    },
    changeOutside: (path, text) => {
      if (text === null) files.delete(path)
      const hash = text === null ? null : put(path, text)
      for (const watcher of watchers) watcher({ path, hash })
    },
    textOf: (path) => files.get(path)?.text ?? null,
  }
}
