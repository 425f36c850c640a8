import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen, USUAL_PORT } from '../server/listen.ts'
import { editing as en } from '../server/wording-en.ts'
import { editing as zh } from '../server/wording-zh.ts'
import { runInProcess } from '../testing/run-in-process.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'

let root = ''
beforeEach(() => {
  root = tempWorkspace()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

// What the command does when all is well is seen from outside, in test/start.test.ts.

test.each(['x', '-1', '65536', '80.5', ' 80'])('%j is no port', async (port) => {
  expect(await runInProcess(['edit', root, `--port=${port}`])).toMatchObject({
    code: 2,
    out: '',
    err: `--port 要写 0 到 65535 的整数，不是“${port}”。\n`,
  })
})

test('a folder without a workspace is told so, and how to make one', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'yichuang-edit-'))
  expect(await runInProcess(['edit', empty])).toMatchObject({
    code: 2,
    err: `${empty} 不是工作区：里面没有 workspace.json。请核对路径；新建工作区用 yichuang init。\n`,
  })
  rmSync(empty, { recursive: true })
})

test('a port that was asked for is never exchanged for another', async () => {
  const other = createServer()
  const port = await listen(other, 0)
  expect(await runInProcess(['edit', root, '--port', `${port}`])).toEqual({
    code: 2,
    out: '',
    err: `端口 ${port} 已被别的程序占用。请换一个，或不写 --port。\n`,
  })
  other.close()
})

test('without one it is the usual port, or the next that is free', async () => {
  const servers = [createServer(), createServer()]
  const ports: number[] = []
  for (const server of servers) ports.push(await listen(server, undefined))
  const [first = 0, second = 0] = ports
  expect(first).toBeGreaterThanOrEqual(USUAL_PORT)
  expect(second).toBeGreaterThan(first)
  for (const server of servers) server.close()
})

test('the help names the usual port', () => {
  for (const { 'help.edit': help } of [zh, en]) expect(help).toContain(`${USUAL_PORT}`)
})
