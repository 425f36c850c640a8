// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './set-up-say.mjs'

const STAMP = join(root, 'node_modules', '.yichuang-set-up')

/** @param {string} path */
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function lockHash() {
  const lock = textOf(join(root, 'package-lock.json'))
  return createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex')
}

/** Whether node_modules holds what package-lock.json says; leaves a stamp so that the next look is cheap. */
export function packagesAreCurrent() {
  const hash = lockHash()
  if (textOf(STAMP) === hash) return true
  if (!installedAsLocked()) return false
  writeFileSync(STAMP, hash)
  return true
}

// npm records what it installed; after an `npm install` by hand the record already agrees with the lockfile.
function installedAsLocked() {
  const record = textOf(join(root, 'node_modules', '.package-lock.json'))
  if (record === '') return false
  const installed = JSON.parse(record).packages
  const locked = JSON.parse(textOf(join(root, 'package-lock.json'))).packages
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true
    const there = installed[path]
    if (there) return there.version === entry.version && there.integrity === entry.integrity
    return entry.optional === true && !isForThisMachine(entry)
  })
}

/** @param {{ os?: string | string[], cpu?: string | string[], libc?: string | string[] }} entry */
function isForThisMachine({ os, cpu, libc }) {
  /** @param {string | string[] | undefined} wanted @param {string} here */
  const fits = (wanted, here) => {
    const list = wanted === undefined ? [here] : [wanted].flat()
    return list.some((name) => name === here || (name.startsWith('!') && name !== `!${here}`))
  }
  const platformOnly = os !== undefined || cpu !== undefined
  const musl = [libc ?? []].flat().includes('musl')
  return platformOnly && fits(os, process.platform) && fits(cpu, process.arch) && !musl
}

/** Installs exactly what package-lock.json names. */
export function installPackages() {
  say('installing the packages of package-lock.json')
  const began = Date.now()
  const npm = process.env['npm_execpath']
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  flags.push('--loglevel=error', '--fetch-retries=5')
  const onWindows = process.platform === 'win32'
  const [command, args] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...flags]]
    : ['npm', flags]
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: onWindows && command === 'npm',
  })
  if (run.status !== 0) {
    throw new Error(
      'npm ci did not succeed; is the npm registry reachable? Then run the same again.',
    )
  }
  writeFileSync(STAMP, lockHash())
  say(`packages installed in ${Math.round((Date.now() - began) / 1000)} s`)
}
