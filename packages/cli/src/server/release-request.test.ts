import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runInProcess } from '../testing/run-in-process.ts'
import { permit } from '../testing/small-files.ts'
import { hashOfFolder, tempWorkspace } from '../testing/temp-workspace.ts'
import { type EditorServer, startEditorServer } from './editor-server.ts'

const folders: string[] = []
let server: EditorServer | undefined

beforeEach(() => {
  server = undefined
})

afterEach(async () => {
  await server?.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function workspace(changes?: Parameters<typeof tempWorkspace>[0]): string {
  const root = tempWorkspace(changes)
  folders.push(root)
  return root
}

async function ask(root: string, body: object) {
  const terminal = { today: () => '2026-03-02', env: {} }
  server ??= await startEditorServer({ root, editor: root, port: 0, terminal })
  const response = await fetch(`http://127.0.0.1:${server.port}/api/release`, {
    method: 'POST',
    headers: { 'x-yichuang-token': server.token, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

const REQUEST = {
  note: '首次发布',
  preparedBy: 'east-1',
  approvedBy: 'east-5',
  effectiveFrom: '2026-04-01',
}

const OPTIONS = [
  ['--note', REQUEST.note],
  ['--prepared-by', REQUEST.preparedBy],
  ['--approved-by', REQUEST.approvedBy],
  ['--effective-from', REQUEST.effectiveFrom],
].flat()

/** A step that nothing leads to: wrong, and yet a workflow that runs. */
const { steps } = permit
const withError = {
  'workflows/permit.json': {
    ...permit,
    steps: {
      ...steps,
      island: { kind: 'task', by: { duty: 'D01' }, actions: { go: { to: 'window' } } },
    },
  },
}

test('a release from the editor is, byte for byte, the one from the command line', async () => {
  const [edited, typed] = [workspace(), workspace()]
  const told = await ask(edited, REQUEST)
  const { code } = await runInProcess(['release', typed, ...OPTIONS])
  expect(code).toBe(0)
  const files = [edited, typed].map((root) => readFileSync(join(root, 'releases/1.json'), 'utf8'))
  expect(files[0]).toBe(files[1])
  const { hash } = JSON.parse(files[0] ?? '')
  expect(told).toEqual({ status: 200, body: { number: 1, path: 'releases/1.json', hash } })
})

test('releases are numbered on, whoever makes them', async () => {
  const root = workspace()
  await runInProcess(['release', root, ...OPTIONS])
  const changed = { ...permit, title: { zh: '改名' } }
  writeFileSync(join(root, 'workflows/permit.json'), JSON.stringify(changed))
  await ask(root, { ...REQUEST, note: '第二次' })
  expect(readdirSync(join(root, 'releases')).sort()).toEqual(['1.json', '2.json'])
})

test('errors stand in the way, and are given as the check gives them', async () => {
  const root = workspace(withError)
  const before = hashOfFolder(root)
  const told = await ask(root, REQUEST)
  expect(told.status).toBe(409)
  expect(told.body.findings).toEqual([
    expect.objectContaining({ kind: 'unreachable-step', severity: 'error', step: 'island' }),
  ])
  expect(hashOfFolder(root)).toBe(before)
})

test('an override is recorded with its reason', async () => {
  const root = workspace(withError)
  expect(await ask(root, { ...REQUEST, override: '先行试运行' })).toMatchObject({ status: 200 })
  const release = JSON.parse(readFileSync(join(root, 'releases/1.json'), 'utf8'))
  expect(release.override.reason).toBe('先行试运行')
})

test('a workspace that cannot be used gives its faults', async () => {
  const root = workspace({ 'calendar.json': '{"format": 1,' })
  const told = await ask(root, REQUEST)
  expect(told.status).toBe(422)
  expect(told.body.faults).toEqual([
    expect.objectContaining({ kind: 'syntax', file: 'calendar.json', line: 1 }),
  ])
  expect(existsSync(join(root, 'releases'))).toBe(false)
})

test.each<[string, object, object]>([
  ['without a note', { ...REQUEST, note: ' ' }, { kind: 'missing-key', key: 'note' }],
  [
    'by one person alone',
    { ...REQUEST, approvedBy: 'east-1' },
    { kind: 'two-persons', key: 'approvedBy' },
  ],
  [
    'from no day',
    { ...REQUEST, effectiveFrom: '2026-02-30' },
    { kind: 'bad-day', key: 'effectiveFrom' },
  ],
  ['with an unknown key', { ...REQUEST, number: '7' }, { kind: 'unknown-key', key: 'number' }],
  ['with a number for a text', { ...REQUEST, note: 1 }, { kind: 'wrong-type', key: 'note' }],
  [
    'over errors without a reason',
    { ...REQUEST, override: '' },
    { kind: 'missing-key', key: 'override' },
  ],
])('a release %s is refused', async (_how, request, fault) => {
  const root = workspace()
  expect(await ask(root, request)).toEqual({ status: 422, body: { faults: [fault] } })
  expect(existsSync(join(root, 'releases'))).toBe(false)
})
