// @ts-check
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { holdLock } from './set-up-lock.mjs'
import { root, say } from './set-up-say.mjs'

const BUILT = join(root, 'apps', 'editor', 'dist', 'index.html')
const STAMP = join(root, 'node_modules', '.cache', 'yichuang', 'editor.sha256')
const SOURCES = [
  'apps/editor/*',
  'apps/editor/{src,public}/**/*',
  'packages/*/package.json',
  'packages/*/src/**/*',
  'scripts/build-editor.mjs',
  'package-lock.json',
  'vite.config.ts',
]

/** Builds the editor into apps/editor/dist, unless the folder was built from exactly these sources. */
export async function buildEditor() {
  const lock = await holdLock('build')
  try {
    await buildOnce()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function buildOnce() {
  const hash = hashOfSources()
  const isCurrent =
    existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === hash
  if (isCurrent) return
  say('building the editor')
  const { build } = await import('vite')
  const began = performance.now()
  await asForUsers(() =>
    build({
      root: join(root, 'apps', 'editor'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
    }),
  )
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

/**
 * Vite keeps a NODE_ENV that is set already, and a test runner sets one: the page would be built for its developers.
 *
 * @param {() => Promise<unknown>} work
 */
async function asForUsers(work) {
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  try {
    await work()
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = NODE_ENV
  }
}
