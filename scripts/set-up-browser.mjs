// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasChineseFont, installedChromium } from './chromium.mjs'
import { root, say } from './set-up-say.mjs'

/**
 * A Chromium and a font that can draw Chinese, from Debian's packages where this machine allows it. Without them the
 * Chromium inside the npm package @sparticuz/chromium serves; where that cannot start either, the browser tests fail.
 */
export function setUpBrowser() {
  const missing = [
    ...(installedChromium() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ]
  if (missing.length === 0) return
  const tried = mayUseApt() && installDebianPackages(missing)
  if (tried && installedChromium() !== undefined && hasChineseFont()) return
  if (installedChromium() === undefined) {
    const packed = existsSync(join(root, 'node_modules', '@sparticuz', 'chromium'))
    say(
      packed
        ? 'no installed Chromium; the browser tests use the one in @sparticuz/chromium'
        : 'no Chromium found: the browser tests will fail (name one in the variable CHROMIUM)',
    )
  }
  if (!hasChineseFont()) say('no Chinese font: install Noto Sans CJK (Debian: fonts-noto-cjk)')
}

function mayUseApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** @param {readonly string[]} names */
function installDebianPackages(names) {
  say(`installing ${names.join(', ')} with apt-get`)
  const began = Date.now()
  const retry = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120']
  const done =
    aptGet([...retry, '-qq', 'update']) &&
    aptGet([...retry, '-qq', '-y', '--no-install-recommends', 'install', ...names])
  say(`apt-get ${done ? 'finished' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s`)
  return done
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const run = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  })
  if (run.status !== 0) say((run.stderr || String(run.error ?? '')).trim())
  return run.status === 0
}
