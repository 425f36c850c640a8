import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfFolder } from '../packages/cli/src/testing/temp-workspace.ts'
import { launchBrowser, openPage } from './browser/launch.ts'

const root = resolve(import.meta.dirname, '..')
const xingbin = join(root, 'examples/xingbin')

interface Started {
  readonly process: ChildProcess
  readonly address: string
  /** Everything printed so far. */
  readonly told: () => string
}

/** Starts a program in a group of its own, as a terminal would; waits for the address that it prints. */
async function start(program: string, args: readonly string[]): Promise<Started> {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  const started = spawn(program, args, {
    cwd: root,
    env: { ...env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  return new Promise((resolve, reject) => {
    const hear = (part: unknown) => {
      told += part
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(told)?.[0]
      if (address !== undefined) resolve({ process: started, address, told: () => told })
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.on('error', reject)
    started.on('exit', () => reject(new Error(`ended without an address:\n${told}`)))
  })
}

function signal(started: Started, name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void {
  const { pid, exitCode, signalCode } = started.process
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, name)
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  )
}

describe('npm start', () => {
  let started: Started
  beforeAll(async () => {
    started = await start('npm', ['start', '--', '--port', '0'])
  }, 120_000)
  afterAll(() => signal(started, 'SIGKILL'))

  test('says on its first line which Node runs: the pinned one', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const pinned = optionalDependencies[`node-${process.platform}-${process.arch}`]
    const line = /^yichuang: .*$/m.exec(started.told())?.[0]
    expect(line).toBe(`yichuang: Node v${pinned} (${process.platform} ${process.arch})`)
  })

  test('opens the three workflows of the county in a page that breaks none of its own rules', async () => {
    const before = hashOfFolder(xingbin)
    const browser = await launchBrowser()
    try {
      const page = await openPage(browser)
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') broken.push(message.text())
      })
      await page.goto(started.address)
      for (const title of ['农村宅基地', '林木采伐', '图斑']) {
        await page.getByText(title).filter({ visible: true }).first().waitFor()
      }
      // The canvas is drawn, by whatever the editor draws with.
      await page.locator('.react-flow__node').first().waitFor()
      expect(broken).toEqual([])
      expect(page.url()).not.toContain('token')
    } finally {
      await browser.close()
    }
    expect(hashOfFolder(xingbin)).toBe(before)
  }, 120_000)

  test('stops at Ctrl-C while a page is open, says nothing more, and frees the port', async () => {
    const before = started.told()
    const page = await listen(started)
    signal(started, 'SIGINT')
    await page.ended
    await expect.poll(() => answers(started.address), { timeout: 10_000 }).toBe(false)
    expect(started.told()).toBe(before)
  }, 60_000)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the program that npm starts ends at %s with exit code 0',
  async (name) => {
    const started = await start(process.execPath, ['scripts/start.mjs', '--port', '0'])
    const page = await listen(started)
    const ended = once(started.process, 'exit')
    signal(started, name)
    expect(await ended).toEqual([0, null])
    await page.ended
    expect(await answers(started.address)).toBe(false)
  },
  120_000,
)

/** Listens to the event stream, as an open page does, until it ends. */
async function listen({ address }: Started): Promise<{ readonly ended: Promise<unknown> }> {
  const token = new URL(address).searchParams.get('token')
  const stream = await fetch(new URL(`/api/events?token=${token}`, address))
  expect(stream.status).toBe(200)
  return { ended: stream.text().catch(() => '') }
}
