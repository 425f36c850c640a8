import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { permit } from '../testing/small-files.ts'
import { hashOfFolder, tempWorkspace } from '../testing/temp-workspace.ts'

test('files are laid out once; a second time nothing changes', async () => {
  const root = tempWorkspace({ 'workflows/permit.json': JSON.stringify(permit) })
  const looked = await runInProcess(['format', root, '--check'])
  expect([looked.code, looked.out.startsWith('7 个文件需要整理：workspace.json、')]).toEqual([
    1,
    true,
  ])

  expect((await runInProcess(['format', root])).code).toBe(0)
  const after = hashOfFolder(root)
  const again = await runInProcess(['format', root])
  expect([again.code, again.out]).toEqual([0, '7 个文件都已整齐。\n'])
  expect(hashOfFolder(root)).toBe(after)
  expect(JSON.parse(readFileSync(join(root, 'workflows/permit.json'), 'utf8'))).toEqual(permit)
})

test('a drawing half done may be laid out, though no case can run on it', async () => {
  const root = tempWorkspace({ 'workflows/permit.json': { ...permit, start: 'nowhere' } })
  expect((await runInProcess(['format', root])).code).toBe(0)
})
