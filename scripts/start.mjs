// @ts-check
// Builds the editor where its sources changed, then opens the example county: node scripts/start.mjs [options of `edit`].
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildEditor } from './build-editor.mjs'
import { whenNpmIsGone } from './npm-chain.mjs'
import { root } from './set-up-say.mjs'

process.stdout.write(`yichuang: Node ${process.version} (${process.platform} ${process.arch})\n`)

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
let stopping = false
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, stop)
}
whenNpmIsGone(stop)

const commandLine = join(root, 'packages', 'cli', 'bin', 'yichuang.mjs')
const county = join(root, 'examples', 'xingbin')
for (const needed of [commandLine, county]) {
  if (!existsSync(needed)) fail(`${needed} is missing; is this a complete clone?`)
}
try {
  await buildEditor()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

server = spawn(process.execPath, [commandLine, 'edit', county, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
server.on('error', (error) => fail(error.message))
server.on('exit', (status) => process.exit(stopping ? 0 : (status ?? 1)))

function stop() {
  stopping = true
  if (server === undefined) process.exit(0)
  server.kill('SIGTERM')
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`yichuang: ${message}\n`)
  process.exit(1)
}
