import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 180_000 })

const root = resolve(import.meta.dirname, '..')

/** What a tool of the repository prints when it finds something; nothing when it is content. */
async function complaintsOf(tool: string, args: readonly string[]): Promise<string> {
  const starter = join(root, 'node_modules', '.bin', tool)
  const child = spawn(starter, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  let printed = ''
  child.stdout.on('data', (text) => {
    printed += text
  })
  child.stderr.on('data', (text) => {
    printed += text
  })
  const status = await new Promise((settle, refuse) =>
    child.on('close', settle).on('error', refuse),
  )
  return status === 0 ? '' : `${tool} ${args.join(' ')} ended with ${status}\n${printed}`
}

const packages = globSync('packages/*/tsconfig.json', { cwd: root }).map(dirname).sort()

test('the types of the whole repository hold', async () => {
  expect(await complaintsOf('tsc', ['-p', '.'])).toBe('')
})

test('every package is seen', () => {
  expect(packages).toEqual(expect.arrayContaining(['packages/engine']))
  expect(packages).toEqual(globSync('packages/*/package.json', { cwd: root }).map(dirname).sort())
})

test.each(packages)('%s builds on its own, without Node and without a browser', async (folder) => {
  expect(await complaintsOf('tsc', ['-b', folder])).toBe('')
})

test('format and lint have nothing to say', async () => {
  const args = ['ci', '--error-on-warnings', '--max-diagnostics=50', '--colors=off', '.']
  expect(await complaintsOf('biome', args)).toBe('')
})

test('no file, export or dependency is unused', async () => {
  expect(await complaintsOf('knip', ['--no-progress', '--no-config-hints'])).toBe('')
})
