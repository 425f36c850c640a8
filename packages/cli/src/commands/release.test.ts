import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRelease } from '@yichuang/engine'
import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { permit } from '../testing/small-files.ts'
import { hashOfFolder, tempWorkspace } from '../testing/temp-workspace.ts'

const release = (root: string, ...more: readonly string[]) =>
  runInProcess([
    'release',
    root,
    '--note',
    '初稿',
    '--prepared-by',
    'p1',
    '--approved-by',
    'p2',
    ...more,
  ])
const lost = { kind: 'task', by: { duty: 'D01' }, actions: { go: { to: 'window' } } }
const broken = { 'workflows/permit.json': { ...permit, steps: { ...permit.steps, lost } } }

test('releases are numbered, and the same logic has the same hash', async () => {
  const root = tempWorkspace()
  const first = await release(root)
  const second = await release(root, '--effective-from', '2026-07-01')
  expect([first.code, second.code]).toEqual([0, 0])

  const [one, two] = [1, 2].map((n) => readRelease(readFileSync(join(root, `releases/${n}.json`))))
  if (!one?.ok || !two?.ok) throw new Error('a release cannot be read back')
  expect(one.value).toMatchObject({ number: 1, note: '初稿', preparedBy: 'p1', approvedBy: 'p2' })
  expect([one.value.effectiveFrom, two.value.effectiveFrom]).toEqual(['2026-03-02', '2026-07-01'])
  expect(two.value.hash).toBe(one.value.hash)
})

test('prepared and approved by the same person, nothing is published', async () => {
  const root = tempWorkspace()
  const before = hashOfFolder(root)
  const { code, err } = await runInProcess([
    ...['release', root, '--note', 'x'],
    ...['--prepared-by', 'p1', '--approved-by', ' p1 '],
  ])
  expect([code, err]).toEqual([2, '拟稿和批准都写了 p1。须是两个人。\n'])
  expect(hashOfFolder(root)).toBe(before)
})

test('errors keep a release back, unless a reason is given, which it then carries', async () => {
  const root = tempWorkspace(broken)
  const before = hashOfFolder(root)
  const refused = await release(root)
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('没有发布。请先改正')
  expect(hashOfFolder(root)).toBe(before)

  expect((await release(root, '--override', '试点先行')).code).toBe(0)
  const made = JSON.parse(readFileSync(join(root, 'releases/1.json'), 'utf8'))
  expect(made.override).toEqual({
    reason: '试点先行',
    findings: ['unreachable-step workflows/permit.json steps.lost'],
  })
})

test('an earlier release that was changed stands in the way of a new one', async () => {
  const root = tempWorkspace()
  await release(root)
  const file = join(root, 'releases/1.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"area > 0"', '"area > 1"'))
  const { code, err } = await release(root)
  expect(code).toBe(2)
  expect(err).toMatch(/releases\/1\.json:\d+:\d+ {2}hash {2}写的哈希是 .*发布之后被改过/)
})
