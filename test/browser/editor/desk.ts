import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openPage } from '../launch.ts'
import type { Served } from './served.ts'

/** An official at the editor: what one sees and does there, in the words of the page. */
export interface Desk {
  readonly page: Page
  /** What the page reported as broken since it was opened. */
  readonly broken: readonly string[]
  card(step: string): Locator
  chooseTown(name: string): Promise<void>
  /** Finds a step by its title, as with Ctrl K, and selects it. */
  find(title: string): Promise<void>
  /** Selects a step on the drawing without moving the pointer there. */
  touch(step: string): Promise<void>
  openItem(title: string): Promise<void>
}

/** Opens the editor and waits until its first drawing and its first check are there. */
export async function sitDown(
  browser: Browser,
  { address }: Served,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, ...options })
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text())
  })
  await page.goto(address)
  await page.locator('[data-step]').first().waitFor()
  await page.getByText(/^已校验/).waitFor()
  return {
    page,
    broken,
    card: (step) => page.locator(`[data-step="${step}"]`),
    chooseTown: async (name) => {
      await page
        .getByRole('button', { name: /镇$|Town$/ })
        .first()
        .click()
      await page.getByRole('option', { name }).click()
    },
    find: async (title) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('searchbox').fill(title)
      await page.getByRole('dialog').getByRole('option', { name: title }).first().click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
    touch: (step) => page.locator(`[data-step="${step}"]`).dispatchEvent('click'),
    openItem: async (title) => {
      await page.getByRole('complementary').getByRole('option', { name: title }).click()
    },
  }
}
