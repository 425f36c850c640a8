import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'

const root = tempWorkspace()
const at = (day: string): string => `2026-03-${day}T09:00:00+08:00`
const lines = [
  { open: { item: 'permit', town: 'east', at: at('02'), data: { area: 2, phone: '138' } } },
  { act: { task: 'window', action: 'accept', at: at('03') } },
  { act: { task: 'road-opinion', action: 'agree', at: at('04') } },
]
const vault = join(root, 'vault.out')
const script = lines.map((line) => JSON.stringify(line)).join('\n')
const ran = await runInProcess(['run', root, '--script', '-', '--json', '--vault', vault], {
  stdin: script,
})
const { ledger } = JSON.parse(ran.out)
await runInProcess(['release', root, '--note', 'x', '--prepared-by', 'a', '--approved-by', 'b'])

function saved(name: string, text: string): string {
  const file = join(root, name)
  writeFileSync(file, text)
  return file
}
const asLines = (events: readonly object[]): string =>
  `${events.map((event) => JSON.stringify(event)).join('\n')}\n`
const whole = saved('whole.jsonl', asLines(ledger))

test('a whole ledger is told by its last hash, whether as lines, a list or the output of run', async () => {
  const files = [whole, saved('list.json', JSON.stringify(ledger)), saved('run.json', ran.out)]
  for (const file of files) {
    const { code, out } = await runInProcess(['verify', file])
    expect([code, out]).toEqual([0, `台账完整：3 个事件前后相接，末端 ${ledger[2].hash}。\n`])
  }
})

test('a byte altered in any event is told at that event', async () => {
  for (const [index, event] of ledger.entries()) {
    const altered = ledger.with(index, {
      ...event,
      recordedAt: event.recordedAt.replace('09', '10'),
    })
    const { code, out } = await runInProcess(['verify', saved('altered.jsonl', asLines(altered))])
    expect([code, out]).toEqual([
      1,
      `台账断在第 ${index + 1} 个事件：内容同它的哈希不符，封存之后被改过。\n`,
    ])
  }
})

test('an event taken out breaks the chain; a tail cut off shows only against the head', async () => {
  const gap = saved('gap.jsonl', asLines([ledger[0], ledger[2]]))
  expect((await runInProcess(['verify', gap])).code).toBe(1)
  const cut = saved('cut.jsonl', asLines(ledger.slice(0, 2)))
  expect((await runInProcess(['verify', cut])).code).toBe(0)
  expect((await runInProcess(['verify', cut, '--head', ledger[2].hash])).code).toBe(1)
  expect((await runInProcess(['verify', whole, '--head', ledger[2].hash])).err).toBe('')
})

test('with release, registers and vault every command is decided again', async () => {
  const grounds = ['--release', join(root, 'releases/1.json'), '--registers', root]
  const full = await runInProcess(['verify', whole, ...grounds, '--vault', vault])
  expect(full.out).toContain('重新裁定 3 条命令，结果全部相同。')
  expect(full.code).toBe(0)

  const without = await runInProcess(['verify', whole, ...grounds])
  expect(without.out).toContain('用到保密库里的内容（phone），库里没有')
  expect(without.code).toBe(1)
})

test.each([
  ['{"seq": 1', /:1:10 /],
  ['[]', /台账里没有事件/],
  ['[{"seq": 1}]', /第 1 个事件没有封存（缺 commandId）/],
  ['{"a": 1}', /不是台账/],
])('%j is no ledger', async (text, message) => {
  const { code, err } = await runInProcess(['verify', saved('bad.json', text)])
  expect(err).toMatch(message)
  expect(code).toBe(2)
})

test('a ledger that is not there, and half of what re-deciding needs, are refused', async () => {
  expect((await runInProcess(['verify', join(root, 'none.jsonl')])).code).toBe(2)
  expect((await runInProcess(['verify', whole, '--registers', root])).code).toBe(2)
  expect(readFileSync(whole, 'utf8')).toBe(asLines(ledger))
})
