import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { installedChromium } from '../../scripts/chromium.mjs'

// Without these Chromium looks for servers of its maker at every start, which a closed network refuses one by one.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
]

/**
 * Starts a headless Chromium: the one that CHROMIUM names, an installed one, else the one packed in
 * `@sparticuz/chromium`. Fails when none starts: a browser test is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = installedChromium()
  const packed = installed === undefined ? await packedChromium() : { path: installed, args: [] }
  // Chromium refuses to build its sandbox for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath: packed.path,
    args: [...QUIET, ...asRoot, ...packed.args],
    headless: true,
  })
}

async function packedChromium(): Promise<{ path: string; args: string[] }> {
  const { default: packed } = await import('@sparticuz/chromium')
  return { path: await packed.executablePath(), args: packed.args }
}

/** A page as an official of the county sees it: Chinese, in the county's time zone, 1280 by 800. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  return context.newPage()
}
