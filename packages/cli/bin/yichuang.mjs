#!/usr/bin/env node
// @ts-check
// Starts the command line: from the source in a clone, from `dist` when published. Plain JavaScript,
// because a machine may start it with a Node that cannot read TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const CONDITION = '@yichuang/source'
const OLDEST = 24

const here = dirname(fileURLToPath(import.meta.url))
const source = join(here, '..', 'src', 'main.ts')
const built = join(here, '..', 'dist', 'main.js')

if (!existsSync(source)) await import(pathToFileURL(built).href)
else if (canRunSource()) await importSource()
else spawnPinned()

function canRunSource() {
  const major = Number(process.versions.node.split('.')[0])
  return major >= OLDEST && typeof nodeModule.registerHooks === 'function'
}

/** In one process: Ctrl-C, exit code and streams need no passing on. */
async function importSource() {
  nodeModule.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [CONDITION, ...context.conditions] }),
  })
  await import('../src/main.ts')
}

function spawnPinned() {
  const node = pinnedNode()
  if (node === undefined) {
    process.stderr.write(
      `yichuang: 需要 Node ${OLDEST}，现在是 ${process.version}。请在仓库根目录运行 npm start，它会装好。\n` +
        `yichuang: Node ${OLDEST} is needed, this is ${process.version}. Run npm start at the top of the repository, it sets everything up.\n`,
    )
    process.exit(2)
  }
  const args = ['-C', CONDITION, source, ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; whoever signals this process alone means the child.
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    process.stderr.write(`yichuang: ${error.message}\n`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 2)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

/** The Node that the clone's lockfile pins, which npm laid beside the other packages. */
function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const name = `node-${system}-${process.arch}`
  for (let folder = here; ; folder = dirname(folder)) {
    const node = join(folder, 'node_modules', name, 'bin', file)
    if (existsSync(node)) return node
    if (dirname(folder) === folder) return undefined
  }
}
