import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { smallFiles } from '../testing/small-files.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'

const suite = JSON.stringify(smallFiles['suites/permit.json'])

test('a walk passes in each of its towns, and what no walk takes is listed', async () => {
  const { code, out } = await runInProcess(['test', tempWorkspace()])
  expect(code).toBe(0)
  expect(out).toBe(
    [
      '通过  permit/granted  东镇',
      '通过  permit/granted  西镇',
      '临时占道许可：动作 3/8，条件 2/4，出口 2/5',
      '  没有走到的动作：handling.withdraw，decide.refuse，road-opinion.object，water-opinion.agree，water-opinion.object',
      '  没有走到的条件：window.accept: no，joint/water: yes',
      '  没有走到的出口：handling.refused，handling.withdrawn，joint.row-1',
      '2 条通过，0 条不过。',
      '',
    ].join('\n'),
  )
})

test('a walk that does not hold names the line and what was found', async () => {
  const wrong = suite.replace('"outcome":"granted"', '"outcome":"refused"')
  const { code, out } = await runInProcess(['test', tempWorkspace({ 'suites/permit.json': wrong })])
  expect(code).toBe(1)
  expect(out).toContain(
    '不过  permit/granted  东镇  第 7 行 核对不符：结论应为 "refused"，实为 "granted"。',
  )
  expect(out).toContain('0 条通过，2 条不过。')
})

test('a line of a walk that cannot be used fails the walk', async () => {
  const wrong = suite.replace('"task":"window"', '"tsk":"window"')
  const { code, out } = await runInProcess(['test', tempWorkspace({ 'suites/permit.json': wrong })])
  expect(code).toBe(1)
  expect(out).toContain('脚本第 3 行 “act”里没有“tsk”。最接近的是“task”。')
})

test('one town or one suite can be asked for', async () => {
  const root = tempWorkspace()
  const one = await runInProcess(['test', root, '--town', 'west', '--json'])
  const { passed, walks, coverage } = JSON.parse(one.out)
  expect([passed, walks.length, walks[0].town]).toEqual([1, 1, 'west'])
  expect(coverage.permit.actions).toMatchObject({ taken: 3, total: 8 })
  expect((await runInProcess(['test', root, '--suite', 'permits'])).err).toBe(
    '没有走查集“permits”。有：permit。最接近的是 permit。\n',
  )
})
