// @ts-check
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * The path of an installed Chromium: the one that the variable CHROMIUM names, else one in a usual place.
 *
 * @returns {string | undefined}
 */
export function installedChromium() {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  const places = Object.entries(PLACES).find(([platform]) => platform === process.platform)?.[1]
  return places?.find((place) => existsSync(place))
}

/** Whether Chinese text can be drawn. Only Linux machines come without a Chinese font. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
