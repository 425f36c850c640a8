import { expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { permit } from '../testing/small-files.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'

test('a vacant duty is one finding for the town, told with what follows and what to do', async () => {
  const root = tempWorkspace()
  const { code, out, err } = await runInProcess(['check', root], { cwd: root })
  expect(code).toBe(0)
  expect(out).toBe(
    '提醒  directory.json:93:5  towns.west  西镇没有股室承担“水利、河道”。案件停在“涉水意见”，无人可办。建议由“道路管理股”承担。请在名录里指定股室。\n',
  )
  expect(err).toBe('错误 0，提醒 1，建议 0。\n')
})

test('a town that has no gap has no findings', async () => {
  const { code, out, err } = await runInProcess(['check', tempWorkspace(), '--town', 'east'])
  expect([code, out, err]).toEqual([0, '', '没有发现问题。\n'])
})

test('with --json, findings are facts with kind, severity and place', async () => {
  const { out } = await runInProcess(['check', tempWorkspace(), '--json'])
  expect(JSON.parse(out)).toEqual({
    findings: [
      {
        kind: 'duty-vacant',
        severity: 'warning',
        town: 'west',
        duty: 'D03',
        proposed: 'west.ROAD',
        steps: [{ workflow: 'permit', step: 'water-opinion' }],
        file: 'directory.json',
        at: 'towns.west',
        line: 93,
        column: 5,
      },
    ],
  })
})

test('a step that no case reaches is an error, though the workspace can be used', async () => {
  const { window, handling } = permit.steps
  const lost = { kind: 'task', by: { duty: 'D01' }, actions: { go: { to: 'window' } } }
  const changed = { ...permit, steps: { window, handling, lost } }
  const { code, out } = await runInProcess([
    'check',
    tempWorkspace({ 'workflows/permit.json': changed }),
  ])
  expect(code).toBe(1)
  expect(out).toMatch(/错误 {2}\S+permit\.json:\d+:5 {2}steps\.lost {2}没有案件能到“lost”/)
})

test('the position of a rule that cannot be read is that of the character in the file', async () => {
  const text = JSON.stringify(permit, null, 2).replace('"area > 0"', '"area > \\"x\\" or aera = 1"')
  const { out } = await runInProcess([
    'check',
    tempWorkspace({ 'workflows/permit.json': text }),
    '--json',
  ])
  const places = JSON.parse(out).findings.filter(({ file }: { file: string }) =>
    file.startsWith('w'),
  )
  const lines = text.split('\n')
  expect(places.length).toBeGreaterThan(0)
  for (const { line, column } of places)
    expect(lines[line - 1]?.slice(column - 1)).toMatch(/^(?:area|\\"x|aera|>|"when)/)
})
