import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'

const root = tempWorkspace()
const exported = (...more: readonly string[]) => runInProcess(['export', root, ...more])

test('every export carries the hash of the release', async () => {
  const release = JSON.parse((await exported('--format', 'release')).out)
  const xstate = JSON.parse((await exported('--format', 'xstate', '--town', 'west')).out)
  const mermaid = (await exported('--format', 'mermaid')).out

  expect(release.hash).toMatch(/^sha256:/)
  expect(xstate.meta).toMatchObject({ release: release.hash, town: 'west', item: 'permit' })
  expect(mermaid.split('\n')[0]).toBe(`%% permit release ${release.hash}`)
  expect(mermaid).toContain('subgraph s_joint["联合审查"]')
})

test('an export is written to a new file, and over none', async () => {
  const file = join(root, 'permit.mmd')
  expect((await exported('--format', 'mermaid', '--out', file)).code).toBe(0)
  const text = readFileSync(file, 'utf8')
  const again = await exported('--format', 'mermaid', '--lang', 'en', '--out', file)
  expect([again.code, readFileSync(file, 'utf8')]).toEqual([2, text])
})

test.each([
  [[], '缺少 --format。'],
  [['--format', 'mermiad'], '没有“mermiad”。最接近的是 mermaid。'],
  [
    ['--format', 'mermaid', '--workflow', 'permits'],
    '没有流程“permits”。有：permit。最接近的是 permit。',
  ],
  [
    ['--format', 'xstate', '--town', 'wets'],
    '工作区里没有镇“wets”。有：east、west。最接近的是 west。',
  ],
])('%j is refused', async (args, message) => {
  const { code, err } = await exported(...args)
  expect(err).toContain(message)
  expect(code).toBe(2)
  expect(existsSync(join(root, 'undefined'))).toBe(false)
})
