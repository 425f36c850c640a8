import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser/launch.ts'
import { makeCounty } from './embedding/county.ts'
import { FLOOR, floorNode } from './embedding/node-floor.ts'
import { installExample, packEngine, root } from './embedding/published.ts'
import { run } from './embedding/run.ts'
import { showPage } from './embedding/show-page.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-embedding-'))
const county = join(folder, 'county')
let node = ''
let tarball = ''

beforeAll(async () => {
  tarball = packEngine(folder)
  await makeCounty(county)
  node = floorNode(folder)
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The program of a package that the example itself installed. */
function installed(example: string, program: string): string {
  return join(example, 'node_modules/.bin', program)
}

test.each(readdirSync(join(root, 'packages')))(
  'every entry of packages/%s has its source, and names its types first',
  (name) => {
    const place = join(root, 'packages', name)
    const {
      exports = {},
      version,
      dependencies,
    } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
    for (const [entry, target] of Object.entries(exports)) {
      if (entry.includes('*')) continue
      const source = (target as Record<string, string>)['@yichuang/source'] ?? ''
      const built = source.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1')
      expect(existsSync(join(place, source))).toBe(true)
      expect(Object.entries(target as object)).toEqual([
        ['@yichuang/source', source],
        ['types', `${built}.d.ts`],
        ['default', `${built}.js`],
      ])
    }
    for (const [other, wanted] of Object.entries<string>(dependencies ?? {})) {
      expect([other, wanted]).toEqual([other, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
      if (other.startsWith('@yichuang/')) expect(wanted).toBe(version)
    }
  },
)

describe('the engine, packed and installed in an empty folder, under the oldest Node promised', () => {
  let example = ''
  let engine = ''
  beforeAll(() => {
    example = installExample('embed-node', folder, tarball)
    engine = join(example, 'node_modules/@yichuang/engine')
  }, 240_000)

  test(`that Node is version ${FLOOR}`, () => {
    expect(run(node, ['--version'], folder)).toMatch(new RegExp(`^v${FLOOR}\\.`))
  })

  test('the package holds its build and its schemas, and neither sources nor tests', () => {
    const files = readdirSync(engine, { recursive: true, encoding: 'utf8' })
    const strangers = files.filter(
      (file) => /^src|\.test\.|tsconfig|tsbuildinfo/.test(file) || /(?<!\.d)\.ts$/.test(file),
    )
    expect(strangers).toEqual([])
    expect(readdirSync(engine)).toEqual(expect.arrayContaining(['dist', 'schemas']))
  })

  test('every file of the build has its declarations, and imports nothing that is not there', () => {
    const built = filesOf(join(engine, 'dist')).filter((file) => file.endsWith('.js'))
    expect(built.length).toBeGreaterThan(100)
    expect(built.filter((file) => !existsSync(file.replace(/\.js$/, '.d.ts')))).toEqual([])
    const targets = built.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(
        ([, name = '']) => ({ file, name }),
      ),
    )
    const broken = targets.filter(({ file, name }) =>
      name.startsWith('.')
        ? !name.endsWith('.js') || !existsSync(join(file, '..', name))
        : name.startsWith('node:'),
    )
    expect(broken).toEqual([])
  })

  test('its entries resolve without any condition, and every module loads', () => {
    writeFileSync(join(example, 'entries.mjs'), ENTRIES)
    const lines = run(node, ['entries.mjs'], example).trim().split('\n')
    expect(lines).toEqual([
      '. createEngine readRelease',
      './trace traceMachine',
      './testing smallRegisters',
      './schemas workflow',
      'modules all',
    ])
  })

  test('its declarations hold without skipLibCheck', () => {
    const config = {
      compilerOptions: {
        target: 'es2023',
        lib: ['es2023', 'dom'],
        module: 'nodenext',
        types: ['node'],
        strict: true,
        noEmit: true,
      },
      files: ['every-entry.ts'],
    }
    const entries = ['engine', 'engine/trace', 'engine/testing']
    const imports = entries.map(
      (entry, n) => `import * as e${n} from '@yichuang/${entry}'\nconsole.log(e${n})\n`,
    )
    writeFileSync(join(example, 'every-entry.ts'), imports.join(''))
    writeFileSync(join(example, 'tsconfig.strict.json'), JSON.stringify(config))
    expect(run(installed(example, 'tsc'), ['-p', 'tsconfig.strict.json'], example)).toBe('')
  })

  test('embed-node compiles, and its homestead case runs to the certificate', () => {
    expect(run(installed(example, 'tsc'), [], example)).toBe('')
    const lines = run(node, ['homestead.js', county], example).trim().split('\n')
    expect(lines.map((line) => line.replace(/ sha256:[0-9a-f]{64}$/, ' sha256:…'))).toEqual([
      '20 2026-03-24T09:00:00+08:00 acted leader-decide#1 sha256:…',
      '21 2026-03-24T10:00:00+08:00 acted certificate#1 sha256:…',
      '22 2026-03-24T16:00:00+08:00 acted seal#1 sha256:…',
      '23 2026-03-25T09:00:00+08:00 acted deliver#1 sha256:…',
      'certificate 2026-03-24T16:00:00+08:00 granted',
    ])
  })
})

test('embed-react compiles, builds, and its homestead case is clicked to the certificate', async () => {
  const example = installExample('embed-react', folder, tarball)
  expect(run(installed(example, 'tsc'), [], example)).toBe('')
  cpSync(county, join(example, 'public/county'), { recursive: true })
  run(installed(example, 'vite'), ['build', '--logLevel', 'error'], example)
  const browser = await launchBrowser()
  try {
    const page = await showPage(browser, join(example, 'dist'))
    const openSteps = () => page.locator('li').allTextContents()
    await page.locator('li').first().waitFor()
    const seen: [string, string][] = []
    for (const [event] of CLICKS) {
      await page.getByRole('button', { name: event, exact: true }).click()
      seen.push([event, (await openSteps()).join(' ')])
    }
    expect(seen).toEqual(CLICKS)
    expect(await page.locator('output').textContent()).toBe('granted')
    await page.getByRole('button', { name: 'start-request.unused', exact: true }).click()
    expect(await openSteps()).toEqual(['keep-ledger', 'publish', 'archive'])
  } finally {
    await browser.close()
  }
}, 240_000)

/** Each button, and the steps that are open after it. */
const CLICKS: readonly [string, string][] = [
  ['apply.submit', 'group-receive'],
  ['group-receive.receive', 'group-meeting'],
  ['group-meeting.pass', 'notice'],
  ['notice.clear', 'village-check'],
  ['village-check.forward', 'register'],
  ['register.receive', 'window'],
  ['window.accept', 'visit-1'],
  ['visit-1.submit', 'visit-1'],
  ['visit-1.submit', 'visit-1'],
  ['visit-1.submit', 'agri-draft land-draft planning-draft'],
  ['agri-draft.propose', 'land-draft planning-draft agri-head'],
  ['agri-head.agree', 'land-draft planning-draft'],
  ['land-draft.propose', 'planning-draft land-head'],
  ['land-head.agree', 'planning-draft'],
  ['planning-draft.propose', 'planning-head'],
  ['planning-head.agree', 'consolidate'],
  ['consolidate.recommend', 'director-check'],
  ['director-check.agree', 'leader-decide'],
  ['leader-decide.grant', 'certificate'],
  ['certificate.made', 'seal'],
  ['seal.stamp', 'deliver'],
  ['deliver.delivered', 'keep-ledger publish archive start-request'],
]

const ENTRIES = `
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
const names = (module, ...wanted) => wanted.filter((name) => name in module).join(' ')
console.log('.', names(await import('@yichuang/engine'), 'createEngine', 'readRelease'))
console.log('./trace', names(await import('@yichuang/engine/trace'), 'traceMachine'))
console.log('./testing', names(await import('@yichuang/engine/testing'), 'smallRegisters'))
const schema = fileURLToPath(import.meta.resolve('@yichuang/engine/schemas/workflow.schema.json'))
console.log('./schemas', JSON.parse(readFileSync(schema, 'utf8')).$id.split(':').at(-1))
const dist = join(schema, '../../dist')
const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js'))
for (const file of files) await import(join(dist, file))
console.log('modules', files.length > 100 ? 'all' : files.length)
`

function filesOf(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
