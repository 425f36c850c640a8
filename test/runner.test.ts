import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Runs the project's test runner over a folder of its own; tells the first and last line and the exit code. */
function run(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-runner-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'vitest.config.ts'), 'export default {}\n')
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, test } from 'vitest'\n${text}\n`)
  }
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'scripts/test.mjs'), '--root', folder],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, VITEST: undefined, NO_COLOR: '1' } },
  )
  rmSync(folder, { recursive: true, force: true })
  const lines = stdout.trimEnd().split('\n')
  return [lines[0], lines.at(-1), status]
}

const NODE = `yichuang: Node ${process.version} (${process.platform} ${process.arch})`
const GOOD = "test('good', () => { expect(1).toBe(1) })"

test.each([
  ['tests that pass', { 'a.test.ts': GOOD }, '1 passed, 0 failed', 0],
  [
    'a test that fails',
    { 'a.test.ts': `${GOOD}\ntest('bad', () => { expect(1).toBe(2) })` },
    '1 passed, 1 failed',
    1,
  ],
  [
    'a file that does not load',
    { 'a.test.ts': GOOD, 'b.test.ts': "import './missing.ts'" },
    '1 passed, 1 failed',
    1,
  ],
  [
    'an error that no test catches',
    { 'a.test.ts': `${GOOD}\nvoid Promise.reject(new Error('nobody waits for me'))` },
    '1 passed, 1 failed',
    1,
  ],
  ['no test at all', {}, '0 passed, 1 failed', 1],
])(
  'the tally tells %s, and so does the exit code',
  (_title, files, tally, status) => {
    expect(run(files)).toEqual([NODE, tally, status])
  },
  120_000,
)

test('set-up has nothing to do and nothing to say the second time', () => {
  const setup = join(root, 'scripts/setup.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [setup], { encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})
