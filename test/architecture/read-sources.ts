import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SourceFile } from './scan-source.ts'

const root = resolve(import.meta.dirname, '../..')

const FOLDERS = '{packages,apps,examples,scripts,test}'

/** Every hand-written source file of the repository. */
export function readSources(): SourceFile[] {
  const exclude = (path: string) =>
    /(?:^|\/)(?:node_modules|dist|generated)$|\.generated\./.test(path)
  return globSync([`${FOLDERS}/**/*.{ts,tsx,mts,mjs}`, 'vite.config.ts'], { cwd: root, exclude })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
