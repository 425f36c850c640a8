import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** Changes come in bursts: an editor writes, renames and touches. One look serves them all. */
const CALM = 80
/** Where the system cannot tell (a network drive, too many watches), the folders are looked at in turn. */
const ROUND = 2000

export interface FolderWatch {
  close(): void
}

/**
 * Calls `look` soon after something happens in a folder that it looked into the last time. Only a
 * reason to look: what changed is for `look` to find out.
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  look: () => Promise<readonly string[]>,
): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  let pending: NodeJS.Timeout | undefined
  let round: NodeJS.Timeout | undefined
  let isClosed = false

  const lookSoon = () => {
    if (isClosed) return
    pending ??= setTimeout(() => {
      pending = undefined
      look().then(follow, () => undefined)
    }, CALM)
  }

  function follow(seen: readonly string[]): void {
    for (const folder of watchers.keys()) if (!seen.includes(folder)) drop(folder)
    for (const folder of seen) if (!isClosed && !watchers.has(folder)) begin(folder)
  }

  function begin(folder: string): void {
    try {
      const watcher = watch(join(root, folder), { persistent: false }, lookSoon)
      watcher.on('error', () => drop(folder))
      watchers.set(folder, watcher)
    } catch {
      round ??= setInterval(lookSoon, ROUND).unref()
    }
  }

  function drop(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  follow(folders)
  return {
    close: () => {
      isClosed = true
      clearTimeout(pending)
      clearInterval(round)
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
