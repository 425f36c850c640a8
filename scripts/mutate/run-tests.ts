import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export interface TestRun {
  readonly end: 'passed' | 'failed' | 'timeout'
  readonly printed: string
}

const CONFIG = resolve(import.meta.dirname, 'vitest.config.ts')

/**
 * Runs in a workshop the tests that load one of the given sources, or every test; ends at the first
 * failure. `near`: globs, comma-separated, of the only test files to be looked at.
 */
export async function runTests(
  workshop: string,
  sources: readonly string[],
  milliseconds: number,
  near?: string,
): Promise<TestRun> {
  const command = sources.length === 0 ? ['run'] : ['related', '--run', ...sources]
  const vitest = join(workshop, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, ...command, '--root', workshop, '--config', CONFIG, '--bail=1', '--silent']
  const child = spawn(process.execPath, args, {
    cwd: workshop,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      VITEST: undefined,
      VITEST_WORKER_ID: undefined,
      YICHUANG_LONG: undefined,
      NEAR: near,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text
    })
  }
  let late = false
  // The whole group ends: a fault may have made a worker loop for ever.
  const stop = () => {
    late = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  const timer = setTimeout(stop, milliseconds)
  const status = await new Promise((settle, refuse) =>
    child.on('close', settle).on('error', refuse),
  )
  clearTimeout(timer)
  if (late) return { end: 'timeout', printed }
  return { end: status === 0 ? 'passed' : 'failed', printed }
}
