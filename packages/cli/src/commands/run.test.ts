import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { hashOfFolder, tempWorkspace } from '../testing/temp-workspace.ts'

const at = (day: string): string => `2026-03-${day}T09:00:00+08:00`
const open = (more: object = {}) => ({
  open: { item: 'permit', town: 'east', at: at('02'), data: { area: 3, nearRiver: true }, ...more },
})
const script = (...lines: readonly object[]): string =>
  lines.map((line) => JSON.stringify(line)).join('\n')

const root = tempWorkspace()
const run = (stdin: string, ...more: readonly string[]) =>
  runInProcess(['run', root, '--script', '-', ...more], { stdin })

test('a case walks from the window to the decision, with the first who may act', async () => {
  const { code, out, err } = await run(
    script(
      open(),
      { act: { task: 'window', action: 'accept', at: at('03') } },
      {
        expect: {
          open: ['water-opinion', 'road-opinion'],
          sections: { 'water-opinion': 'east.ROAD' },
        },
      },
      { act: { task: 'road-opinion', action: 'agree', by: { post: 'handler' } } },
      { act: { task: 'water-opinion', action: 'agree', by: { duty: 'D03' } } },
      { act: { task: 'decide', action: 'grant', by: '@auto' } },
      {
        expect: { closed: true, outcome: 'granted', events: ['acted'], documents: ['受理通知书'] },
      },
    ),
  )
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out).toContain('2026-03-03 09:00  “窗口受理”受理——east-1\n  出具 受理通知书\n')
  expect(out).toContain('  审查·承诺时限 10 个工作日，已用 0，余 10，至 2026-03-17\n')
  expect(out).toContain('  结论 准予许可\n  归档\n')
})

test('with --json, stdout is one document: ledger, open tasks, outcome, refusals', async () => {
  const { out } = await run(script(open()), '--json')
  const { ledger, openTasks, outcome, refusals } = JSON.parse(out)
  expect(ledger[0].hash).toMatch(/^sha256:/)
  expect(openTasks[0]).toMatchObject({ task: 'window#1', people: ['east-1', 'east-2'] })
  expect([outcome, refusals]).toEqual([null, []])
})

test('an action of a phase is offered to whom the phase names', async () => {
  const { code } = await run(
    script(
      open(),
      { act: { task: 'window', action: 'accept' } },
      { act: { task: 'handling', action: 'withdraw' } },
      { expect: { closed: true, outcome: 'withdrawn' } },
    ),
  )
  expect(code).toBe(0)
})

test('a refusal is an error of the script, unless the next line expects it', async () => {
  const refused = { act: { task: 'window', action: 'accept', by: 'east-3' } }
  const unexpected = await run(script(open(), refused))
  const expected = await run(script(open(), refused, { expect: { refused: 'not-for-you' } }))

  expect(unexpected.code).toBe(1)
  expect(unexpected.err).toBe(
    '第 2 行 被拒绝：“窗口受理”不由 east-3 办理。可以办的是：east-1、east-2。\n',
  )
  expect([expected.code, expected.err]).toEqual([0, ''])
})

test('a post that nobody asked holds is not replaced by somebody else', async () => {
  const accept = { act: { task: 'window', action: 'accept', by: { post: 'mayor' } } }
  const { code, err } = await run(script(open(), accept))
  expect(code).toBe(1)
  expect(err).toBe(
    '第 2 行 被拒绝：“窗口受理”不由 脚本要找的人 办理。可以办的是：east-1、east-2。\n',
  )
})

test('an expectation that does not hold says what was found', async () => {
  const { code, err } = await run(script(open(), { expect: { due: { window: '2026-03-10' } } }))
  expect(code).toBe(1)
  expect(err).toBe('第 2 行 核对不符：期限（window）应为 "2026-03-10"，实为 "2026-03-09"。\n')
})

test('a duty that nobody holds stops the case until an edition of the directory binds it', async () => {
  const binding = { duty: 'D03', section: 'west.ROAD', part: 'lead', from: '2026-03-04' }
  const { code, err } = await run(
    script(
      open({ town: 'west' }),
      { act: { task: 'window', action: 'accept', at: at('03') } },
      { expect: { nobody: ['water-opinion'] } },
      { tick: { at: at('04') } },
      { registers: { directory: { towns: { west: { bindings: [binding] } } } } },
      { tick: {} },
      { expect: { nobody: [], sections: { 'water-opinion': ['west.ROAD'] } } },
    ),
  )
  expect([code, err]).toEqual([0, ''])
})

test('a new edition may not rewrite days that are past', async () => {
  const directory = {
    towns: {
      west: { bindings: [{ duty: 'D03', section: 'west.ROAD', part: 'lead', from: '2020-01-01' }] },
    },
  }
  const { code, err } = await run(
    script(open({ town: 'west' }), { tick: { at: at('04') } }, { registers: { directory } }),
  )
  expect(code).toBe(2)
  expect(err).toContain('脚本第 3 行  新版机构名录改写了已经过去的日子')
})

test('sensitive values stand in the vault and nowhere else', async () => {
  const vault = join(tempWorkspace(), 'vault.json')
  const line = open({
    applicant: { name: '韦某', idNumber: '452200' },
    data: { phone: '13800000000' },
  })
  const { out, err } = await run(script(line), '--json', '--vault', vault)

  expect(out + err).not.toMatch(/13800000000|452200|韦某/)
  expect(err).toContain('演示盐值')
  expect(readFileSync(vault, 'utf8')).toContain('13800000000')
  expect((await run(script(line), '--vault', vault)).code).toBe(2)
})

test('$town stands for the town of --town', async () => {
  const { out } = await run(script(open({ town: '$town' })), '--json', '--town', 'west')
  expect(JSON.parse(out).ledger[0].command.town).toBe('west')
})

test.each([
  ['{"open": ', '脚本第 1 行  这一行不是 JSON：'],
  ['[]', '脚本第 1 行  这一行要是一个对象'],
  ['{"act": {}, "tick": {}}', '脚本第 1 行  一行只能写一种，这里写了 act、tick。'],
  ['{"opne": {}}', '没有“opne”。最接近的是“open”。'],
  ['{"open": {"item": "permit", "twon": "east"}}', '没有“twon”。最接近的是“town”。'],
  ['{"open": {"town": "east"}}', '“open”里缺少“item”。'],
  ['{"open": {"item": 5}}', '“open”的“item”应当是文字。'],
  ['{"open": {"item": "permit"}}', '没有说在哪个镇办理。'],
  ['{"open": {"item": "permit", "town": "east"}}', '“open”要写明时间 at'],
  ['\n{"tick": {}}', '脚本第 2 行  还没有开件，不能“tick”。'],
  ['{"open": {"item": "permit", "__proto__": 1}}', '键不能叫“__proto__”。'],
  [script(open(), open()), '脚本第 2 行  一个脚本只办一件'],
  [
    script(open(), { registers: { people: '../../etc/passwd' } }),
    '在工作区和脚本所在文件夹之外，不读。',
  ],
  [
    script(open(), { registers: { people: 'none.json' } }),
    '新版人员名单不能用：none.json 没有这个文件',
  ],
  ['', '脚本是空的。'],
])('the script %j is refused with the number of the line', async (stdin, message) => {
  const { code, err } = await run(stdin)
  expect(err).toContain(message)
  expect(code).toBe(2)
})

test('an unusable time is a refusal that says how to write it', async () => {
  const { code, err } = await run(script(open({ at: '2026-03-02 09:00' })))
  expect(code).toBe(1)
  expect(err).toContain('时间“2026-03-02 09:00”不能用。')
})

test('a run changes nothing in the workspace', async () => {
  const before = hashOfFolder(root)
  await run(script(open(), { act: { task: 'window', action: 'accept' } }))
  expect(hashOfFolder(root)).toBe(before)
})

test('the published schema of the lines has the keys that are understood', async () => {
  const { LINE_SHAPES } = await import('../script/line-shapes.ts')
  const file = join(import.meta.dirname, '../../schemas/run-script.schema.json')
  const { $defs, oneOf } = JSON.parse(readFileSync(file, 'utf8'))
  const published = Object.fromEntries(
    oneOf.map(({ required: [kind] }: { required: [string] }) => [
      kind,
      { keys: Object.keys($defs[kind].properties), required: $defs[kind].required ?? [] },
    ]),
  )
  const understood = Object.fromEntries(
    Object.entries(LINE_SHAPES).map(([kind, shapes]) => [
      kind,
      {
        keys: Object.keys(shapes),
        required: Object.keys(shapes).filter((key) => shapes[key]?.isRequired === true),
      },
    ]),
  )
  expect(published).toEqual(understood)
})

test('the help text shows one line of each kind', async () => {
  const help = (await runInProcess(['run', '--help'])).out
  const lines = help.split('\n').filter((line) => /^ {2}\{"/.test(line))
  expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
    'open',
    'act',
    'tick',
    'registers',
    'expect',
  ])
})
