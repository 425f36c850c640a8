import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A file as the disk shows it without reading: the stamp changes when the file is written. */
export interface ListedFile {
  readonly path: string
  readonly stamp: string
}

export interface Listing {
  readonly files: readonly ListedFile[]
  /** Folders that were looked into, the workspace itself as the empty text. */
  readonly folders: readonly string[]
  /** There is more than is listed. */
  readonly isCut: boolean
}

const MOST_FILES = 2000
const MOST_FOLDERS = 200
const DEEPEST = 4

/**
 * Every JSON file of a workspace in the order of the paths. Folders of packages, hidden ones and links
 * are passed over: a link could lead anywhere.
 */
export async function listFiles(root: string): Promise<Listing> {
  const files: ListedFile[] = []
  const folders = ['']
  let isCut = false
  for (const folder of folders) {
    for (const entry of await entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) {
        if (folders.length < MOST_FOLDERS && path.split('/').length <= DEEPEST) folders.push(path)
        else isCut = true
      } else if (entry.isFile() && entry.name.endsWith('.json')) {
        const stamp = files.length < MOST_FILES ? await stampOf(join(root, path)) : null
        if (stamp !== null) files.push({ path, stamp })
        else isCut ||= files.length >= MOST_FILES
      }
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), folders, isCut }
}

/** Null for a file that is gone. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
  } catch {
    return null
  }
}

/** A folder that vanishes while it is looked at has nothing in it. */
async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
