import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

interface Run {
  readonly tally: string
  readonly complaints: string
}

/** Runs the engine's tests that stand under `top`, in a process of its own that lives in another time zone. */
async function runEngineTests(top: string, timeZone: string): Promise<Run> {
  const config = join(root, 'test/engine-purity/vitest.config.ts')
  const args = [join(root, 'scripts/test.mjs'), '--root', top, '--config', config, '--silent']
  const child = spawn(process.execPath, args, {
    cwd: top,
    env: {
      ...process.env,
      TZ: timeZone,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      VITEST: undefined,
      YICHUANG_LONG: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    printed.out += text
  })
  child.stderr.on('data', (text) => {
    printed.err += text
  })
  await new Promise((settle, refuse) => child.on('close', settle).on('error', refuse))
  return { tally: printed.out.trim().split('\n').at(-1) ?? '', complaints: printed.err }
}

describe("the engine's tests pass without a clock and without chance", () => {
  test.each(['America/New_York', 'Pacific/Apia'])(
    'in the time zone %s',
    async (timeZone) => {
      const run = await runEngineTests(root, timeZone)

      expect(run.complaints).toBe('')
      expect(run.tally).toMatch(/^[1-9]\d* passed, 0 failed$/)
    },
    180_000,
  )
})

describe('a planted impurity turns them red', () => {
  const plants: readonly [name: string, used: string, source: string][] = [
    ['clock', 'Date.now', 'export const plant = () => Date.now()'],
    ['new-date', 'Date', 'export const plant = () => new Date()'],
    ['clock-at-import', 'Date.now', 'const at = Date.now()\nexport const plant = () => at'],
    ['chance', 'Math.random', 'export const plant = () => Math.random()'],
    ['timer', 'setTimeout', 'export const plant = () => setTimeout(() => {}, 0)'],
    ['code-from-text', 'Function', "export const plant = () => new Function('return 1')()"],
    [
      'swallowed',
      'Date.now',
      'export const plant = () => { try { return Date.now() } catch { return 0 } }',
    ],
    ['by-a-library', 'Date.now', 'export const plant = () => [1].map(Date.now)'],
  ]

  test('each of them, wherever it stands, and nothing else', async () => {
    const top = mkdtempSync(join(tmpdir(), 'yichuang-plant-'))
    const src = join(top, 'packages/engine/src')
    mkdirSync(src, { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'), 'junction')
    writeFileSync(join(top, 'package.json'), '{"type": "module"}')
    for (const [name, , source] of [...plants, ['pure', '', 'export const plant = () => 1']]) {
      writeFileSync(join(src, `${name}.ts`), `${source}\n`)
      writeFileSync(join(src, `${name}.test.ts`), testOf(`${name}`))
    }

    const run = await runEngineTests(top, 'Asia/Shanghai')
    rmSync(top, { recursive: true, force: true })

    for (const [name, used] of plants) {
      const reported = new RegExp(`the engine used ${used} .*/packages/engine/src/${name}\\.ts`)
      expect(run.complaints).toMatch(reported)
    }
    expect(run.complaints).not.toContain('FAILED packages/engine/src/pure')
    expect(run.tally).toMatch(/^2 passed, \d+ failed$/)
  }, 60_000)

  // The test itself may read the clock: only the engine may not.
  function testOf(name: string): string {
    return `import { expect, test } from 'vitest'
import { plant } from './${name}.ts'
test('${name}', () => {
  expect(plant()).toBeDefined()
  expect(Date.now() + Math.random()).toBeGreaterThan(0)
})
`
  }
})
