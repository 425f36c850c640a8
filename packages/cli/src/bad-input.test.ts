import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workflow } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { runInProcess } from './testing/run-in-process.ts'
import { people, permit, smallFiles } from './testing/small-files.ts'
import { hashOfFolder, tempWorkspace } from './testing/temp-workspace.ts'

const WORKFLOW = 'workflows/permit.json'
const workflowText = JSON.stringify(permit, null, 2)
const textOf = (file: string): string => JSON.stringify(smallFiles[file], null, 2)

/** The workflow with some text of its file replaced: once, and only if it is there. */
function edited(file: string, from: string, to: string): string {
  const text = textOf(file)
  if (!text.includes(from)) throw new Error(`${from} does not stand in ${file}`)
  return text.replace(from, to)
}

function withSteps(steps: Workflow['steps'], fields: Workflow['fields'] = {}): Workflow {
  return {
    ...permit,
    fields: { ...permit.fields, ...fields },
    steps: { ...permit.steps, ...steps },
  }
}

const ring: Workflow['steps'] = {
  window: {
    kind: 'task',
    by: { duty: 'D01' },
    actions: { accept: { to: 'first' }, skip: { to: 'handling' } },
  },
  first: {
    kind: 'decision',
    rows: [{ when: 'area > 1', to: 'second' }],
    otherwise: { to: 'second' },
  },
  second: {
    kind: 'decision',
    rows: [{ when: 'area > 2', to: 'first' }],
    otherwise: { to: 'first' },
  },
}

function deep(levels: number): string {
  const open = '{"kind":"phase","start":"a","exits":{},"steps":{"a":'.repeat(levels)
  return `{"format":1,"id":"permit","title":{"zh":"深"},"fields":{},"outcomes":{},"start":"a","steps":{"a":${open}`
}

const DIRECTORY = 'directory.json'
const boundTwice = textOf(DIRECTORY).replace(
  /"duty": "D03",(\s+)"section": "west.ROAD",\s+"part": "proposed"/,
  '"duty": "D01",$1"section": "west.ROAD",$1"part": "lead"',
)

interface Bad {
  readonly what: string
  readonly files: Readonly<Record<string, object | string>>
  readonly says: RegExp
}

const BAD: readonly Bad[] = [
  {
    what: 'a truncated file',
    files: { [WORKFLOW]: workflowText.slice(0, 400) },
    says: /permit\.json:\d+:\d+ .*没有写完就断了/,
  },
  {
    what: 'an unknown key',
    files: { [WORKFLOW]: edited(WORKFLOW, '"limit": {', '"limt": {') },
    says: /permit\.json:\d+:\d+ {2}steps\.window\S* .*没有“limt”这个键。最接近的是“limit”/,
  },
  {
    what: 'a key that stands twice',
    files: {
      [WORKFLOW]: edited(
        WORKFLOW,
        '"start": "window",',
        '"start": "window",\n  "start": "handling",',
      ),
    },
    says: /permit\.json:\d+:\d+ {2}start .*“start”写了两次，第一次在第 \d+ 行/,
  },
  {
    what: 'a step id that stands twice',
    files: {
      [WORKFLOW]: edited(WORKFLOW, '"decide": {', '"window": {').replaceAll(
        '"to": "decide"',
        '"to": "window"',
      ),
    },
    says: /permit\.json:\d+:\d+ .*步骤号“.+”用了两次/,
  },
  {
    what: 'an arrow to a step that is not there',
    files: { [WORKFLOW]: edited(WORKFLOW, '"to": "handling"', '"to": "handlin"') },
    says: /permit\.json:\d+:\d+ {2}steps\.window\.actions\.accept\S* .*“handlin”.*最接近的是“handling”/,
  },
  {
    what: 'an arrow across a block border',
    files: { [WORKFLOW]: edited(WORKFLOW, '"to": "handling"', '"to": "decide"') },
    says: /permit\.json:\d+:\d+ {2}steps\.window\.actions\.accept\S* .*箭头不能跨块/,
  },
  {
    what: 'a ring of decisions in which nobody acts',
    files: { [WORKFLOW]: withSteps(ring) },
    says: /permit\.json:\d+:\d+ .*连成一圈，圈里没有人办理/,
  },
  {
    what: 'a field that two branches edit',
    files: {
      [WORKFLOW]: workflowText.replace(
        /("duty": "D0([23])"\s+\},)/g,
        '$1 "data": {"edit": ["area"]},',
      ),
    },
    says: /permit\.json:\d+:\d+ .*字段“占道面积”在并行的.*都能改/,
  },
  {
    what: 'a condition that cannot be read',
    files: { [WORKFLOW]: edited(WORKFLOW, '"area > 0"', '"area >> 0"') },
    says: /permit\.json:\d+:\d+ {2}steps\.window\.actions\.accept\.when .*条件 area >> 0 第 \d+ 个字符/,
  },
  {
    what: 'a duty bound twice',
    files: { [DIRECTORY]: boundTwice },
    says: /directory\.json:\d+:\d+ {2}towns\.west\.bindings\S* .*西镇的“窗口受理”有两个牵头股室/,
  },
  {
    what: 'a person without a post',
    files: {
      'people.json': {
        ...people,
        people: { ...people.people, 'east-5': { town: 'east', holds: [] } },
      },
    },
    says: /people\.json:\d+:\d+ {2}people\.east-5 .*east-5 没有任何岗位/,
  },
  {
    what: 'a key that reaches a prototype',
    files: {
      [WORKFLOW]: edited(WORKFLOW, '"fields": {', '"fields": { "__proto__": {"type": "text"},'),
    },
    says: /permit\.json:\d+:\d+ .*键不能叫“__proto__”/,
  },
  {
    what: '20,000 nested blocks',
    files: { [WORKFLOW]: deep(20_000) },
    says: /permit\.json:1:\d+ .*括号套了 \d+ 层以上/,
  },
  {
    what: 'a file that is not UTF-8',
    files: { 'people.json': '{"format": 1, "edition": 1, "people": {} }' },
    says: /people\.json:1:\d+ .*不是 UTF-8/,
  },
]

describe.each(BAD)('$what', ({ what, files, says }) => {
  const root = tempWorkspace(files)
  if (what === 'a file that is not UTF-8')
    writeFileSync(
      join(root, 'people.json'),
      Buffer.from([0x7b, 0x22, 0xd5, 0xf2, 0x22, 0x3a, 0x31, 0x7d]),
    )

  test.each([
    ['check', ['check', root]],
    ['run', ['run', root, '--script', '-']],
    ['test', ['test', root]],
    ['release', ['release', root, '--note', 'x', '--prepared-by', 'a', '--approved-by', 'b']],
    ['export', ['export', root, '--format', 'mermaid']],
  ])('%s says where and what, exits with 2 and changes nothing', async (_, args) => {
    const before = hashOfFolder(root)
    const { code, out, err } = await runInProcess(args)
    expect(out + err).toMatch(says)
    expect(code).toBe(2)
    expect(hashOfFolder(root)).toBe(before)
  })
})

test('50 MB of nonsense is refused by its size, without being read', async () => {
  const root = tempWorkspace({ [WORKFLOW]: 'nonsense' })
  truncateSync(join(root, WORKFLOW), 50 * 1024 * 1024)

  const { code, out } = await runInProcess(['check', root])

  expect(out).toMatch(/permit\.json:1:1 {2}文件有 52428800 字节，最多 8388608 字节/)
  expect(code).toBe(2)
})

test('a link is not followed out of the workspace', async () => {
  const root = tempWorkspace()
  symlinkSync('/etc/hostname', join(root, 'workflows', 'other.json'))

  const { code, out } = await runInProcess(['check', root])

  expect(out).toMatch(/workflows\/other\.json {2}这是一个链接/)
  expect(code).toBe(2)
})

test('faults of all files are told together', async () => {
  const root = tempWorkspace({
    'people.json': '{',
    'calendar.json': '[]',
    [WORKFLOW]: '{"format": 2}',
  })

  const { out } = await runInProcess(['check', root])

  expect(out).toMatch(/people\.json:1:2/)
  expect(out).toMatch(/calendar\.json:1:1/)
  expect(out).toMatch(/permit\.json:1:2 .*格式号 2 不认识/)
})

test('format writes nothing while one file cannot be read', async () => {
  const root = tempWorkspace({ 'people.json': '{' })
  const before = hashOfFolder(root)

  expect((await runInProcess(['format', root])).code).toBe(2)
  expect(hashOfFolder(root)).toBe(before)
})
