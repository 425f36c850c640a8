import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { hashOfFolder } from '../testing/temp-workspace.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'yichuang-init-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]) => runInProcess(args, { cwd })

test('a new workspace is whole: the check finds nothing, and says what comes next', async () => {
  const made = await run('init', 'county')
  expect(made).toEqual({
    code: 0,
    out: `已建好工作区 ${join(cwd, 'county')}，共 6 个文件。\n`,
    err: '接下来：\n  yichuang check county   校验\n  yichuang edit county    在浏览器里打开\n',
  })
  expect(await run('check', 'county', '--json')).toMatchObject({
    code: 0,
    out: '{\n  "findings": []\n}\n',
  })
})

test('its item runs: a small one is granted at the window, a large one is reviewed', async () => {
  await run('init', 'county')
  const at = '2026-03-02T09:00:00+08:00'
  const script = [
    { open: { item: 'first-item', town: 'demo', at } },
    { act: { task: 'window', action: 'accept', data: { area: 80 } } },
    { expect: { open: ['review'], sections: { review: 'DEMO.REVIEW' } } },
    { act: { task: 'review', action: 'grant' } },
    { expect: { closed: true, outcome: 'granted' } },
  ]
  writeFileSync(join(cwd, 'large.jsonl'), script.map((line) => JSON.stringify(line)).join('\n'))
  expect(await run('run', 'county', '--script', 'large.jsonl')).toMatchObject({ code: 0 })
  const small = [
    { open: { item: 'first-item', town: 'demo', at } },
    { act: { task: 'window', action: 'accept', data: { area: 50 } } },
    { expect: { closed: true, outcome: 'granted' } },
  ]
  writeFileSync(join(cwd, 'small.jsonl'), small.map((line) => JSON.stringify(line)).join('\n'))
  expect(await run('run', 'county', '--script', 'small.jsonl')).toMatchObject({ code: 0 })
})

test('its files lie as the formatter would lay them', async () => {
  await run('init', 'county')
  expect(await run('format', 'county', '--check')).toMatchObject({ code: 0 })
})

test('the example county comes whole, without its releases', async () => {
  expect(await run('init', 'county', '--from', 'xingbin')).toMatchObject({ code: 0 })
  const original = join(import.meta.dirname, '../../../../examples/xingbin')
  for (const file of ['directory.json', 'workflows/homestead.json']) {
    expect(readFileSync(join(cwd, 'county', file))).toEqual(readFileSync(join(original, file)))
  }
  const { files } = JSON.parse((await run('init', 'other', '--from', 'xingbin', '--json')).out)
  expect(files.filter((file: string) => file.startsWith('releases/'))).toEqual([])
})

test('a folder with anything in it is left alone', async () => {
  mkdirSync(join(cwd, 'county'))
  writeFileSync(join(cwd, 'county/.keep'), '')
  const before = hashOfFolder(cwd)
  expect(await run('init', 'county')).toMatchObject({
    code: 2,
    err: `${join(cwd, 'county')} 里已有东西，没有动它。请换一个不存在的或空的文件夹。\n`,
  })
  expect(hashOfFolder(cwd)).toBe(before)
})

test('an empty folder is filled', async () => {
  mkdirSync(join(cwd, 'county'))
  expect(await run('init', 'county')).toMatchObject({ code: 0 })
})

test('a file is no folder', async () => {
  writeFileSync(join(cwd, 'county'), 'x')
  expect(await run('init', 'county')).toMatchObject({ code: 2 })
  expect(readFileSync(join(cwd, 'county'), 'utf8')).toBe('x')
})

test('a template of another name is told with the nearest one', async () => {
  expect(await run('init', 'county', '--from', 'xinbin')).toMatchObject({
    code: 2,
    err: '--from 只能是 empty、xingbin，没有“xinbin”。最接近的是 xingbin。\n',
  })
})
