import { editing } from '../server/wording-zh.ts'
import { faults } from './zh/faults.ts'
import { findings } from './zh/findings.ts'
import { refusals } from './zh/refusals.ts'
import { usage } from './zh/usage.ts'
import { walking } from './zh/walking.ts'
import { words } from './zh/words.ts'

/** All wording of the command line, in Chinese. */
export const zh: typeof words &
  typeof usage &
  typeof faults &
  typeof refusals &
  typeof findings &
  typeof walking &
  typeof editing = {
  ...words,
  ...usage,
  ...faults,
  ...refusals,
  ...findings,
  ...walking,
  ...editing,
}
