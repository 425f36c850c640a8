import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { smallFiles } from './small-files.ts'

const made: string[] = []

afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true })
})

/** A folder with a small valid workspace; `changes` replace files (text as it is) or add some. */
export function tempWorkspace(changes: Readonly<Record<string, object | string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'yichuang-cli-'))
  made.push(root)
  for (const [file, content] of Object.entries({ ...smallFiles, ...changes })) {
    const path = join(root, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    )
  }
  return root
}

/** One hash over the names and contents of everything in a folder. */
export function hashOfFolder(root: string): string {
  const hash = createHash('sha256')
  const add = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name)
      hash.update(`${path.slice(root.length)}\n`)
      const stats = lstatSync(path)
      if (stats.isDirectory()) add(path)
      else if (stats.isFile()) hash.update(readFileSync(path))
    }
  }
  add(root)
  return hash.digest('hex')
}
