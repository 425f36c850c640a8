import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { permit } from '../testing/small-files.ts'
import { hashOfFolder, tempWorkspace } from '../testing/temp-workspace.ts'
import { replaceFile } from '../workspace/write-file.ts'
import { type EditorServer, startEditorServer } from './editor-server.ts'
import { hashOfBytes } from './file-store.ts'
import { LARGEST_BODY } from './request-body.ts'

const terminal = { today: () => '2026-03-02', env: {} }

let root = ''
let editor = ''
let server: EditorServer

beforeEach(async () => {
  root = tempWorkspace()
  editor = mkdtempSync(join(tmpdir(), 'yichuang-editor-'))
  mkdirSync(join(editor, 'assets'))
  writeFileSync(join(editor, 'index.html'), '<!doctype html><html><head><title>一窗</title></head>')
  writeFileSync(join(editor, 'assets/main-1a2b.js'), 'document.title')
  server = await startEditorServer({ root, editor, port: 0, terminal })
})

afterEach(async () => {
  await server.close()
  for (const folder of [root, editor]) rmSync(folder, { recursive: true, force: true })
})

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
}

interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks as the editor does; `headers` change that, undefined leaves one out. The path goes out as it is. */
function ask({ method = 'GET', path = '/api/workspace', headers = {}, body }: Asked = {}) {
  const sentBody = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const usual: Asked['headers'] = {
    host: `127.0.0.1:${server.port}`,
    'x-yichuang-token': server.token,
    ...(sentBody === undefined
      ? {}
      : {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(sentBody)),
        }),
  }
  const sent = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined)
  return new Promise<Told>((resolve, reject) => {
    const { port } = server
    const options = { host: '127.0.0.1', port, method, path, headers: Object.fromEntries(sent) }
    const asking = request(options, async (response) => {
      let text = ''
      for await (const part of response.setEncoding('utf8')) text += part
      const isJson = String(response.headers['content-type']).startsWith('application/json')
      const told = isJson ? JSON.parse(text) : {}
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: told })
    })
    asking.on('error', reject)
    asking.end(sentBody)
  })
}

const put = (path: string, text: string, base: string | null) =>
  ask({ method: 'PUT', path: `/api/files/${path}`, body: { text, base } })

const onDisk = (path: string) => readFileSync(join(root, path))
const hashOnDisk = (path: string) => hashOfBytes(onDisk(path))
const renamed = (zh: string) => `${JSON.stringify({ ...permit, title: { zh } }, null, 2)}\n`

describe('who may ask', () => {
  test.each<[string, Asked, number, string]>([
    [
      'a page of another name (DNS rebinding)',
      { headers: { host: 'evil.example' } },
      403,
      'wrong-host',
    ],
    ['the right name at another port', { headers: { host: '127.0.0.1:80' } }, 403, 'wrong-host'],
    ['an address of the network', { headers: { host: '192.168.1.5' } }, 403, 'wrong-host'],
    ['another site', { headers: { origin: 'https://evil.example' } }, 403, 'wrong-origin'],
    [
      'another server of this machine',
      { headers: { origin: 'http://127.0.0.1:1' } },
      403,
      'wrong-origin',
    ],
    ['a page without an origin', { headers: { origin: 'null' } }, 403, 'wrong-origin'],
    [
      'a link from another site',
      { headers: { 'sec-fetch-site': 'cross-site' } },
      403,
      'wrong-origin',
    ],
    ['nobody known: no token', { headers: { 'x-yichuang-token': undefined } }, 401, 'no-token'],
    [
      'nobody known: another token',
      { headers: { 'x-yichuang-token': 'x'.repeat(32) } },
      401,
      'no-token',
    ],
    ['nobody known: an empty token', { headers: { 'x-yichuang-token': '' } }, 401, 'no-token'],
  ])('%s is refused', async (_who, asked, status, kind) => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
      const told = await ask({ method, ...asked })
      expect([told.status, told.body]).toEqual([status, { kind }])
    }
  })

  test('the token in the address opens nothing but the event stream', async () => {
    const path = `/api/workspace?token=${server.token}`
    const told = await ask({ path, headers: { 'x-yichuang-token': undefined } })
    expect([told.status, told.body]).toEqual([401, { kind: 'no-token' }])
  })

  test.each(['127.0.0.1', 'localhost'])('a page opened as %s may ask', async (name) => {
    const host = `${name}:${server.port}`
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
    expect((await ask({ headers })).status).toBe(200)
  })

  test('each start has its own token', async () => {
    const other = await startEditorServer({ root, editor, port: 0, terminal })
    expect(other.token).not.toBe(server.token)
    expect(other.token).toMatch(/^[\w-]{32}$/)
    await other.close()
  })
})

describe('the workspace', () => {
  test('comes as texts and hashes; hidden folders, packages, links and other files stay out', async () => {
    for (const folder of ['.git', 'node_modules/x']) {
      mkdirSync(join(root, folder), { recursive: true })
      writeFileSync(join(root, folder, 'a.json'), '{}')
    }
    writeFileSync(join(root, 'notes.txt'), 'x')
    symlinkSync('/etc/hostname', join(root, 'link.json'))
    const { status, body } = await ask()
    const files = Object.entries(body['files'] ?? {})
    expect(status).toBe(200)
    expect(files.map(([path]) => path)).toEqual([
      'calendar.json',
      'catalogue.json',
      'directory.json',
      'people.json',
      'suites/permit.json',
      'workflows/permit.json',
      'workspace.json',
    ])
    for (const [path, file] of files) {
      expect(file).toEqual({ text: onDisk(path).toString(), hash: hashOnDisk(path) })
    }
  })

  test('text with a byte order mark comes back and goes home unchanged', async () => {
    writeFileSync(join(root, 'calendar.json'), `\uFEFF${onDisk('calendar.json')}`)
    const { body } = await ask()
    const files = body['files'] as Record<string, { text: string; hash: string }>
    const file = files['calendar.json']
    expect(file?.text.charCodeAt(0)).toBe(0xfeff)
    expect(await put('calendar.json', file?.text ?? '', file?.hash ?? null)).toMatchObject({
      status: 200,
      body: { hash: file?.hash },
    })
  })
})

describe('writing', () => {
  test('a text that started from what is on disk is written and gets its hash', async () => {
    const text = renamed('改名')
    const told = await put('workflows/permit.json', text, hashOnDisk('workflows/permit.json'))
    expect([told.status, told.body]).toEqual([200, { hash: hashOfBytes(Buffer.from(text)) }])
    expect(onDisk('workflows/permit.json').toString()).toBe(text)
  })

  test('a new file, in a folder that is not there yet, starts from nothing', async () => {
    const suite = { format: 1, id: 'more', item: 'permit', walks: [] }
    rmSync(join(root, 'suites'), { recursive: true })
    expect((await put('suites/more.json', JSON.stringify(suite), null)).status).toBe(200)
    expect(JSON.parse(onDisk('suites/more.json').toString())).toEqual(suite)
  })

  test('what somebody else changed is not written over; the answer holds what is there', async () => {
    const base = hashOnDisk('workflows/permit.json')
    const theirs = renamed('别人改的')
    writeFileSync(join(root, 'workflows/permit.json'), theirs)
    const told = await put('workflows/permit.json', renamed('我改的'), base)
    expect(told.status).toBe(409)
    expect(told.body).toMatchObject({ hash: hashOfBytes(Buffer.from(theirs)), text: theirs })
    expect(onDisk('workflows/permit.json').toString()).toBe(theirs)
  })

  test('a file that somebody removed is not made again unasked', async () => {
    const base = hashOnDisk('suites/permit.json')
    const text = onDisk('suites/permit.json').toString()
    rmSync(join(root, 'suites/permit.json'))
    const told = await put('suites/permit.json', text, base)
    expect([told.status, told.body]).toMatchObject([409, { hash: null, text: null }])
  })

  test('a new file does not replace one that came meanwhile', async () => {
    expect((await put('workflows/permit.json', renamed('新'), null)).status).toBe(409)
  })

  test('the same text sent twice is written once', async () => {
    const base = hashOnDisk('workflows/permit.json')
    const told = [
      await put('workflows/permit.json', renamed('改名'), base),
      await put('workflows/permit.json', renamed('改名'), base),
    ]
    expect(told.map(({ status }) => status)).toEqual([200, 200])
  })

  test('of two writes from one base at once, one wins and the other hears of it', async () => {
    const base = hashOnDisk('workflows/permit.json')
    const told = await Promise.all(
      ['甲', '乙', '丙'].map((title) => put('workflows/permit.json', renamed(title), base)),
    )
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test.each<[string, string, string, object]>([
    ['broken JSON', 'catalogue.json', '{"format": 1,', { kind: 'syntax', line: 1 }],
    [
      'a key nobody knows',
      'workflows/permit.json',
      renamed('x').replace('"outcomes"', '"outcome"'),
      { kind: 'unknown-key', nearest: 'outcomes' },
    ],
    [
      'another id than the name of the file',
      'workflows/other.json',
      renamed('x'),
      { kind: 'id-differs-from-name', id: 'permit', name: 'other', line: 3 },
    ],
    [
      'a key that reaches a prototype',
      'people.json',
      '{"format": 1, "edition": 1, "people": {"__proto__": {}}}',
      { kind: 'forbidden-key' },
    ],
  ])('%s is refused with its place, and nothing changes', async (_what, path, text, fault) => {
    const before = hashOfFolder(root)
    const told = await put(path, text, null)
    expect(told.status).toBe(422)
    const faults = told.body['faults'] as object[]
    expect(faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: path, ...fault })]),
    )
    expect(hashOfFolder(root)).toBe(before)
  })

  test('a rename that fails leaves what was there, and no draft beside it', async () => {
    const target = join(root, 'workflows')
    const before = hashOfFolder(root)
    const written = await replaceFile(target, 'a file cannot take the place of a folder')
    expect(written.ok).toBe(false)
    expect(hashOfFolder(root)).toBe(before)
  })
})

describe('removing', () => {
  const remove = (path: string, base: string | null) =>
    ask({ method: 'DELETE', path: `/api/files/${path}`, body: { base } })

  test('a file is removed by whoever knows its present text', async () => {
    const told = await remove('suites/permit.json', hashOnDisk('suites/permit.json'))
    expect([told.status, told.body]).toEqual([200, {}])
    expect(existsSync(join(root, 'suites/permit.json'))).toBe(false)
  })

  test('a file that somebody changed stays', async () => {
    const base = hashOnDisk('workflows/permit.json')
    writeFileSync(join(root, 'workflows/permit.json'), renamed('别人改的'))
    const told = await remove('workflows/permit.json', base)
    expect(told.status).toBe(409)
    expect(told.body).toMatchObject({ text: renamed('别人改的') })
    expect(onDisk('workflows/permit.json').toString()).toBe(renamed('别人改的'))
  })

  test('a file that is gone already is said to be gone', async () => {
    const told = await remove('suites/gone.json', 'sha256:00')
    expect([told.status, told.body]).toMatchObject([409, { hash: null, text: null }])
  })

  test('a workspace keeps the files that make it one', async () => {
    const told = await remove('directory.json', hashOnDisk('directory.json'))
    expect([told.status, told.headers['allow']]).toEqual([405, 'PUT'])
  })
})

describe('places that are not for writing', () => {
  test.each([
    ['../outside.json', 400, 'bad-path'],
    ['..%2Foutside.json', 400, 'bad-path'],
    ['workflows/..%2f..%2foutside.json', 400, 'bad-path'],
    ['workflows/%2e%2e/workspace.json', 400, 'bad-path'],
    ['workflows/..%5c..%5coutside.json', 400, 'bad-path'],
    ['/etc/passwd', 400, 'bad-path'],
    ['%2Fetc%2Fpasswd', 400, 'bad-path'],
    ['C:%5Cboot.json', 400, 'bad-path'],
    ['workflows//permit.json', 400, 'bad-path'],
    ['workflows/permit.json%00.txt', 400, 'bad-path'],
    ['workflows/%E0%A4%A.json', 400, 'bad-path'],
    ['', 400, 'bad-path'],
    ['workflows/permit.txt', 403, 'not-for-writing'],
    ['workflows/.permit.json', 403, 'not-for-writing'],
    ['workflows/deep/permit.json', 403, 'not-for-writing'],
    ['workflows/permit.json/deep.json', 403, 'not-for-writing'],
    ['releases/1.json', 403, 'not-for-writing'],
    ['package.json', 403, 'not-for-writing'],
    ['.git/config.json', 403, 'not-for-writing'],
    ['__proto__/x.json', 403, 'not-for-writing'],
    ['constructor', 403, 'not-for-writing'],
  ])('%j is refused', async (path, status, kind) => {
    for (const method of ['PUT', 'DELETE']) {
      const told = await ask({
        method,
        path: `/api/files/${path}`,
        body: { text: '{}', base: null },
      })
      expect([told.status, told.body['kind']]).toEqual([status, kind])
    }
  })

  test('a folder that is a link to somewhere else is not written through', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'yichuang-elsewhere-'))
    symlinkSync(elsewhere, join(root, 'tables'))
    const before = hashOfFolder(elsewhere)
    const table = {
      format: 1,
      id: 't',
      title: { zh: '表' },
      hitPolicy: 'first',
      inputs: [{ expression: 'area' }],
      outputs: [{ id: 'exit', type: 'text' }],
      rules: [{ id: 'r', when: ['-'], then: ['"a"'] }],
    }
    const told = await put('tables/t.json', JSON.stringify(table), null)
    expect([told.status, told.body['kind']]).toEqual([403, 'leads-outside'])
    expect(hashOfFolder(elsewhere)).toBe(before)
  })

  test('a file that is a link is neither read, written nor removed', async () => {
    const target = join(editor, 'target.json')
    writeFileSync(target, renamed('外面'))
    rmSync(join(root, 'workflows/permit.json'))
    symlinkSync(target, join(root, 'workflows/permit.json'))
    const base = hashOfBytes(readFileSync(target))
    const { body } = await ask()
    expect(Object.keys(body['files'] ?? {})).not.toContain('workflows/permit.json')
    for (const method of ['PUT', 'DELETE']) {
      const path = '/api/files/workflows/permit.json'
      const told = await ask({ method, path, body: { text: renamed('里面'), base } })
      expect([told.status, told.body['kind']]).toEqual([403, 'leads-outside'])
    }
    expect(readFileSync(target, 'utf8')).toBe(renamed('外面'))
  })
})

describe('requests that are not what the address takes', () => {
  test.each<[string, string, number, string | undefined]>([
    ['POST', '/api/workspace', 405, 'GET'],
    ['GET', '/api/release', 405, 'POST'],
    ['GET', '/api/files/workflows/permit.json', 405, 'PUT, DELETE'],
    ['PATCH', '/api/files/calendar.json', 405, 'PUT'],
    ['POST', '/api/events', 405, 'GET'],
    ['POST', '/', 405, 'GET, HEAD'],
    ['OPTIONS', '/api/workspace', 405, 'GET'],
    ['GET', '/api/secrets', 404, undefined],
    ['GET', '/api/', 404, undefined],
  ])('%s %s', async (method, path, status, allow) => {
    const told = await ask({ method, path })
    expect([told.status, told.headers['allow']]).toEqual([status, allow])
  })

  test.each<[string, Asked, number, string]>([
    [
      'no JSON by its type',
      { headers: { 'content-type': 'text/plain' }, body: '{}' },
      415,
      'json-needed',
    ],
    ['no JSON by its text', { body: '{"text"' }, 400, 'bad-request'],
    ['a list', { body: [] }, 400, 'bad-request'],
    ['no text', { body: { base: null } }, 400, 'bad-request'],
    ['a text that is a number', { body: { text: 1, base: null } }, 400, 'bad-request'],
    ['no base', { body: { text: '{}' } }, 400, 'bad-request'],
    ['a key twice', { body: '{"text": "", "text": "", "base": null}' }, 400, 'bad-request'],
    [
      'a key that reaches a prototype',
      { body: '{"__proto__": {}, "base": null}' },
      400,
      'bad-request',
    ],
  ])('a write with %s is refused', async (_what, asked, status, kind) => {
    const before = hashOfFolder(root)
    const told = await ask({ method: 'PUT', path: '/api/files/calendar.json', ...asked })
    expect([told.status, told.body['kind']]).toEqual([status, kind])
    expect(hashOfFolder(root)).toBe(before)
  })

  test('more than the largest body is refused, told or not told beforehand', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(LARGEST_BODY), base: null })
    for (const headers of [{}, { 'transfer-encoding': 'chunked', 'content-length': undefined }]) {
      const told = await ask({
        method: 'PUT',
        path: '/api/files/calendar.json',
        headers,
        body,
      }).catch(() => null)
      // The server does not wait for the rest: the answer, or the end of the connection, comes first.
      expect(told?.status ?? 413).toBe(413)
    }
    expect((await ask()).status).toBe(200)
  })
})

describe('the pages', () => {
  test('the page may run its own scripts and ask its own server, nothing else', async () => {
    const { status, headers, text } = await ask({ path: `/?token=${server.token}`, headers: {} })
    const policy = String(headers['content-security-policy'])
    const nonce = /<head><meta property="csp-nonce" nonce="([^"]+)">/.exec(text)?.[1]
    expect(status).toBe(200)
    expect(policy.replace(nonce ?? '', '…')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; worker-src 'self'; " +
        "connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  test('no two pages share a nonce', async () => {
    const [first, second] = [await ask({ path: '/' }), await ask({ path: '/' })]
    expect(first.text).not.toBe(second.text)
  })

  test('a script comes as a script', async () => {
    const { status, headers, text } = await ask({ path: '/assets/main-1a2b.js' })
    expect([status, text]).toEqual([200, 'document.title'])
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })

  test('HEAD tells the size and nothing more', async () => {
    const { status, headers, text } = await ask({ method: 'HEAD', path: '/assets/main-1a2b.js' })
    expect([status, headers['content-length'], text]).toEqual([200, '14', ''])
  })

  test.each([
    '/../secret',
    '/assets/../../secret',
    '/%2e%2e/secret',
    '/assets',
    '/.env',
    '//etc/passwd',
  ])('%s is nothing', async (path) => {
    writeFileSync(join(editor, '../secret'), 'x')
    writeFileSync(join(editor, '.env'), 'x')
    expect((await ask({ path })).status).toBe(404)
    rmSync(join(editor, '../secret'))
  })

  test('a page of another name gets no page either', async () => {
    expect((await ask({ path: '/', headers: { host: 'evil.example' } })).status).toBe(403)
  })
})
