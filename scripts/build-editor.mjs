// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, say } from './set-up-say.mjs'

const BUILT = join(root, 'apps', 'editor', 'dist', 'index.html')
const STAMP = join(root, 'node_modules', '.cache', 'yichuang', 'editor.sha256')
const SOURCES = [
  'apps/editor/*',
  'apps/editor/{src,public}/**/*',
  'packages/*/package.json',
  'packages/*/src/**/*',
  'package-lock.json',
  'vite.config.ts',
]

/** Builds the editor into apps/editor/dist, unless the folder was built from exactly these sources. */
export async function buildEditor() {
  const hash = hashOfSources()
  const isCurrent =
    existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === hash
  if (isCurrent) return
  say('building the editor')
  const { build } = await import('vite')
  const began = performance.now()
  await build({
    root: join(root, 'apps', 'editor'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
  })
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, hash)
  say(`editor built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: root }).sort()) {
    if (/\.test\.tsx?$/.test(path) || !statSync(join(root, path)).isFile()) continue
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}
