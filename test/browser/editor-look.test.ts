import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, sitDown } from './editor/desk.ts'
import { type Served, serveCounty } from './editor/served.ts'
import { auditText, everyText } from './editor/text-audit.ts'
import { launchBrowser } from './launch.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Language = 'zh' | 'en'
type Theme = 'light' | 'dark'
type State = 'design' | 'outline' | 'problems'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const
const LANGUAGES: readonly Language[] = ['zh', 'en']
const STATES: readonly State[] = ['design', 'outline', 'problems']
const WORKFLOWS = ['homestead', 'tree', 'mapspot']

let browser: Browser
let served: Served
let desk: Desk
let language: Language = 'zh'

beforeAll(async () => {
  const [started, running] = await Promise.all([launchBrowser(), serveCounty()])
  browser = started
  served = running
  desk = await sitDown(browser, served)
  await desk.chooseTown('石陵镇')
  await desk.page.evaluate(AXE)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function speak(wanted: Language): Promise<void> {
  if (language === wanted) return
  language = wanted
  await desk.page.getByRole('button', { name: /中文/ }).click()
  await desk.page
    .locator(`html[lang="${wanted === 'zh' ? 'zh-CN' : 'en'}"]`)
    .waitFor({ state: 'attached' })
}

async function show(state: State): Promise<void> {
  const { page } = desk
  const surface = { zh: ['流程图', '步骤表'], en: ['Diagram', 'Outline'] }[language]
  await page.getByRole('radio', { name: surface[state === 'outline' ? 1 : 0] ?? '' }).click()
  const panel = page.getByRole('region', { name: /^(问题与历史|Problems and history)$/ })
  const isOpen = (await panel.getByRole('tabpanel').count()) > 0
  const wanted = state === 'problems' || (page.viewportSize()?.width ?? 0) >= 1280
  if (isOpen !== wanted) await panel.getByRole('button').last().click()
  if (state === 'outline') await page.getByRole('table').waitFor()
  else await desk.card('water-opinion').waitFor()
}

async function wear(theme: Theme): Promise<void> {
  await desk.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

/** Two frames: the page has drawn what it was told. */
async function settle(): Promise<void> {
  await desk.page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}

async function graveFindings(): Promise<readonly string[]> {
  return desk.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      )
  })
}

describe.each(SIZES)('at $width × $height', (size) => {
  describe.each(LANGUAGES)('in %s', (spoken) => {
    test.each(STATES)('%s: nothing is cut, covered, too small or hard to read', async (state) => {
      await desk.page.setViewportSize(size)
      await speak(spoken)
      await show(state)
      if (state !== 'outline') await desk.touch('water-opinion')
      for (const theme of ['light', 'dark'] as const) {
        await wear(theme)
        await settle()
        const seen = await desk.page.evaluate(auditText)
        expect({ theme, ...seen }).toEqual({ theme, clipped: [], overlapping: [], small: [] })
        expect({ theme, axe: await graveFindings() }).toEqual({ theme, axe: [] })
      }
    })
  })
})

/** Codes of duties, laws and rules, numbers of official documents, names of keys and of the command, files. */
const NO_WORDS =
  /\b[DFHPR]\d+[a-z]?\b|\b(Ctrl|Shift|Enter|Delete|Escape)\b|\b[ACKZ]\b|yichuang (edit|init)|中文 \/ EN|EN \/ 中文|\.(json|csv|mmd)\b|[a-z]+\/[\w-]+\.json|\bA4\b|[\u3400-\u9fff]+〔\d{4}〕\d+号/g

describe('one language at a time', () => {
  test.each([
    ['zh', /[A-Za-z]/],
    ['en', /[\u3400-\u9fff]/],
  ] as const)(
    'in %s no word of the other stands anywhere',
    async (spoken, foreign) => {
      const { page } = desk
      await page.setViewportSize(SIZES[0])
      await speak(spoken)
      const strange = new Set<string>()
      const look = async () => {
        for (const text of await page.evaluate(everyText)) {
          if (foreign.test(text.replace(NO_WORDS, ''))) strange.add(text)
        }
      }
      for (const [n] of WORKFLOWS.entries()) {
        await page.getByRole('complementary').first().getByRole('option').nth(n).click()
        for (const surface of ['outline', 'design'] as const) {
          await page
            .getByRole('radio', {
              name: surface === 'design' ? /流程图|Diagram/ : /步骤表|Outline/,
            })
            .click()
          await page
            .locator(surface === 'outline' ? 'table' : '[data-step]')
            .first()
            .waitFor()
          await look()
        }
      }
      await page.getByRole('complementary').first().getByRole('option').first().click()
      expect([...strange]).toEqual([])
    },
    180_000,
  )
})

test('nothing broke on the way', () => {
  expect(desk.broken).toEqual([])
})
