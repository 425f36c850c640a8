import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openPage } from '../browser/launch.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Opens a built page under the strictest rules for scripts: only its own files, and nothing evaluated. */
export async function showPage(browser: Browser, folder: string): Promise<Page> {
  const page = await openPage(browser)
  await page.route('http://embedding.test/**', (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    return route.fulfill({
      body: readFileSync(file),
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
      headers: {
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      },
    })
  })
  await page.goto('http://embedding.test/')
  return page
}
