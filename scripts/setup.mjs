// @ts-check
// Sets a machine up: packages as locked, the pinned Node, and with --browser a Chromium with a Chinese font.
// Plain JavaScript that Node 18 reads; does nothing when everything is there.
import { rmSync } from 'node:fs'
import { setUpBrowser } from './set-up-browser.mjs'
import { holdLock } from './set-up-lock.mjs'
import { checkPinnedNode } from './set-up-node.mjs'
import { installPackages, packagesAreCurrent } from './set-up-packages.mjs'

try {
  if (!packagesAreCurrent()) {
    const lock = await holdLock()
    try {
      if (!packagesAreCurrent()) installPackages()
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  checkPinnedNode()
  if (process.argv.includes('--browser')) setUpBrowser()
} catch (error) {
  process.stderr.write(`set-up failed: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
