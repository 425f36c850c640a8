import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPage } from './launch.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
})

test('a browser of the supported generation starts', () => {
  expect(Number(browser.version().split('.')[0])).toBeGreaterThanOrEqual(100)
})

test('Chinese text is drawn with a Chinese font, not with empty boxes', async () => {
  const page = await openPage(browser)
  await page.setContent('<canvas></canvas>')

  const drawn = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const pen = canvas?.getContext('2d', { willReadFrequently: true })
    return ['一', '窗', '\u{10FFFE}'].map((glyph) => {
      if (!canvas || !pen) return ''
      canvas.width = 60
      canvas.height = 60
      pen.font = '40px "Noto Sans CJK SC", sans-serif'
      pen.fillText(glyph, 10, 45)
      return canvas.toDataURL()
    })
  })

  expect(new Set(drawn).size).toBe(3)
  await page.context().close()
})
