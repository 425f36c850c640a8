// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root, say } from './set-up-say.mjs'

/**
 * Two set-ups of one clone at the same time would tear node_modules apart, two builds the built folder:
 * the second waits.
 *
 * @param {string} [work]
 * @returns {Promise<string>} the folder that is the lock; whoever removes it gives the lock back
 */
export async function holdLock(work = 'set-up') {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `yichuang-${work}-${name}`)
  for (let told = false; ; told = true) {
    try {
      mkdirSync(folder)
      writeFileSync(join(folder, 'pid'), String(process.pid))
      return folder
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (!holderLives(folder)) rmSync(folder, { recursive: true, force: true })
      else if (!told) say(`another ${work} of this folder is running; waiting for it`)
    }
    await pause(500)
  }
}

/** @param {string} folder */
function holderLives(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, yet it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
