import { editing } from '../server/wording-en.ts'
import { faults } from './en/faults.ts'
import { findings } from './en/findings.ts'
import { refusals } from './en/refusals.ts'
import { usage } from './en/usage.ts'
import { walking } from './en/walking.ts'
import { words } from './en/words.ts'
import type { zh } from './zh.ts'

/** The same in English. */
export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...words,
  ...usage,
  ...faults,
  ...refusals,
  ...findings,
  ...walking,
  ...editing,
}
