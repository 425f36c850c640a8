import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { permit } from '../testing/small-files.ts'
import { tempWorkspace } from '../testing/temp-workspace.ts'
import { type EditorServer, startEditorServer } from './editor-server.ts'
import { hashOfBytes } from './file-store.ts'

let root = ''
let server: EditorServer

beforeEach(async () => {
  root = tempWorkspace()
  const terminal = { today: () => '2026-03-02', env: {} }
  server = await startEditorServer({ root, editor: root, port: 0, terminal })
})

afterEach(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`
const textOf = (zh: string) => JSON.stringify({ ...permit, title: { zh } })
const hashOf = (text: string) => hashOfBytes(Buffer.from(text))

/** Listens as a page does; gives the next event. */
async function listen(): Promise<() => Promise<unknown>> {
  const response = await fetch(at(`/api/events?token=${server.token}`))
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async () => {
    for (;;) {
      const event = /^data: (.*)\n\n/m.exec(text)
      if (event !== null) {
        text = text.slice(event.index + event[0].length)
        return JSON.parse(event[1] ?? '')
      }
      const part = await reader?.read()
      if (part === undefined || part.done) return 'the stream has ended'
      text += part.value
    }
  }
}

async function put(path: string, text: string): Promise<number> {
  const files = await fetch(at('/api/workspace'), { headers: { 'x-yichuang-token': server.token } })
  const { files: known } = (await files.json()) as { files: Record<string, { hash: string }> }
  const response = await fetch(at(`/api/files/${path}`), {
    method: 'PUT',
    headers: { 'x-yichuang-token': server.token, 'content-type': 'application/json' },
    body: JSON.stringify({ text, base: known[path]?.hash ?? null }),
  })
  return response.status
}

test('a file that another program writes is told with its new hash', async () => {
  const next = await listen()
  const text = textOf('别人改的')
  writeFileSync(join(root, 'workflows/permit.json'), text)
  expect(await next()).toEqual({
    type: 'changed',
    path: 'workflows/permit.json',
    hash: hashOf(text),
  })
})

test('a file that another program puts in place by a rename is told', async () => {
  const next = await listen()
  const text = textOf('别人换的')
  writeFileSync(join(root, 'workflows/.draft'), text)
  renameSync(join(root, 'workflows/.draft'), join(root, 'workflows/permit.json'))
  expect(await next()).toMatchObject({ path: 'workflows/permit.json', hash: hashOf(text) })
})

test('a file that is removed is told without a hash', async () => {
  const next = await listen()
  rmSync(join(root, 'suites/permit.json'))
  expect(await next()).toEqual({ type: 'removed', path: 'suites/permit.json', hash: null })
})

test('a file in a folder made just now is told, and the folder is watched from then on', async () => {
  const next = await listen()
  mkdirSync(join(root, 'tables'))
  writeFileSync(join(root, 'tables/a.json'), '{}')
  expect(await next()).toMatchObject({ type: 'changed', path: 'tables/a.json' })
  writeFileSync(join(root, 'tables/b.json'), '{}')
  expect(await next()).toMatchObject({ type: 'changed', path: 'tables/b.json' })
})

test('what the editor itself writes is not told as foreign, what others write afterwards is', async () => {
  const next = await listen()
  expect(await put('workflows/permit.json', textOf('自己改的'))).toBe(200)
  // Stands last in the order of telling: whatever else was told would come before it.
  writeFileSync(join(root, 'workspace.json'), '{}')
  expect(await next()).toMatchObject({ path: 'workspace.json' })
})

test('a file written over with its own text is no change', async () => {
  const text = textOf('一样')
  expect(await put('workflows/permit.json', text)).toBe(200)
  const next = await listen()
  writeFileSync(join(root, 'workflows/permit.json'), text)
  // Stands last in the order of telling: whatever else was told would come before it.
  writeFileSync(join(root, 'workspace.json'), '{}')
  expect(await next()).toMatchObject({ path: 'workspace.json' })
})

test('every page that listens is told', async () => {
  const pages = [await listen(), await listen()]
  rmSync(join(root, 'suites/permit.json'))
  for (const next of pages) expect(await next()).toMatchObject({ type: 'removed' })
})

test('without the token nobody listens', async () => {
  expect((await fetch(at('/api/events'))).status).toBe(401)
  expect((await fetch(at('/api/events?token=wrong'))).status).toBe(401)
})

test('the end of the server is the end of the stream', async () => {
  const next = await listen()
  await server.close()
  expect(await next().catch(() => 'the stream has ended')).toBe('the stream has ended')
})
