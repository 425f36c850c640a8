import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from './testing/run-in-process.ts'
import { tempWorkspace } from './testing/temp-workspace.ts'

const starter = join(import.meta.dirname, '..', 'bin', 'yichuang.mjs')

test.each([
  [['chek'], '没有“chek”这个命令。最接近的是 check。'],
  [['check', '--twon', 'east'], '没有 --twon 这个选项。最接近的是 --town。'],
  [['check', '--town'], '--town 后面缺少内容。'],
  [['check', '--json=yes'], '--json 后面不用写内容。'],
  [['check', '--town', 'a', '--town', 'b'], '--town 写了两次，只能写一次。'],
  [['check', 'a', 'b'], '多了“b”。'],
  [['run'], '“run”后面要写文件夹或文件。'],
  [['run', 'x'], '缺少 --script。'],
  [['check', '--lang', 'fr'], '语言只有 zh 和 en，没有“fr”。'],
  [['check', '--day', '2026-02-30'], '--day 要写成 YYYY-MM-DD 的日期，不是“2026-02-30”。'],
  [['check', '/nowhere/at/all'], '没有这个文件夹。请核对路径；新建工作区用 yichuang init。'],
])('%j is refused with exit code 2', async (args, message) => {
  const { code, out, err } = await runInProcess(args)
  expect(code).toBe(2)
  expect(out + err).toContain(message)
})

test('help stands on stdout, in the language asked for', async () => {
  const chinese = await runInProcess(['run', '--help'])
  const english = await runInProcess(['run', '--help', '--lang', 'en'])
  expect([chinese.code, chinese.err]).toEqual([0, ''])
  expect(chinese.out).toContain('脚本是 JSON Lines')
  expect(english.out).toContain('The script is JSON Lines')
})

test('without a command, help is shown and the exit code is that of misuse', async () => {
  expect((await runInProcess([])).code).toBe(2)
  expect((await runInProcess(['--help'])).code).toBe(0)
})

test('the language is that of the option, then of the environment, then of the workspace', async () => {
  const root = tempWorkspace()
  const spoken = async (env: Record<string, string>, ...more: readonly string[]) =>
    (await runInProcess(['check', root, '--town', 'no', ...more], { env })).err.split('\n')[0]
  const chinese = '工作区里没有镇“no”。有：east、west。'
  const english = 'The workspace has no town “no”. It has: east, west.'

  expect(await spoken({})).toBe(chinese)
  expect(await spoken({ LANG: 'C.UTF-8' })).toBe(chinese)
  expect(await spoken({ LANG: 'en_GB.UTF-8' })).toBe(english)
  expect(await spoken({ LANG: 'en_GB.UTF-8' }, '--lang', 'zh')).toBe(chinese)
})

test('the starter runs the source of a clone and passes on streams and exit code', () => {
  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [starter, ...args], {
      input,
      encoding: 'utf8',
      env: { LANG: 'en' },
    })
  const root = tempWorkspace()
  const script = '{"open": {"item": "permit", "town": "east", "at": "2026-03-02T09:00:00+08:00"}}\n'

  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  const ran = run(['run', root, '--script', '-', '--json'], script)
  expect(ran.status).toBe(0)
  expect(JSON.parse(ran.stdout).openTasks[0].task).toBe('window#1')
  expect(run(['no-such-command']).status).toBe(2)
})
