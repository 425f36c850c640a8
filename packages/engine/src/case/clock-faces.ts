import { type TimeLeft, timeLeft } from '../calendar/left.ts'
import { type Light, lightOf } from '../calendar/light.ts'
import type { Case, ClockStop } from './case.ts'
import { countable } from './clocks.ts'
import type { DueDate } from './fact.ts'
import type { World } from './world.ts'

/** What a clock of a case shows at a moment. */
export interface ClockFace extends TimeLeft {
  /** `phase.clock` */
  readonly clock: string
  readonly start: string
  readonly basis: string
  readonly due: DueDate | null
  readonly light: Light
  readonly stops: readonly ClockStop[]
  readonly extensions: number
  readonly endedAt?: string
}

/** The clocks of a case: running ones as of `at`, ended ones as of their end. */
export function clockFacesOf(world: World, kase: Case, at: string): readonly ClockFace[] {
  return Object.entries(kase.clocks).map(([id, clock]) => {
    const limit = countable(world, clock, clock.stops)
    const moment = clock.endedAt ?? at
    const { start, basis, due, stops, extensions, endedAt } = clock
    return {
      clock: id,
      start,
      basis,
      due,
      stops,
      extensions,
      ...(endedAt === undefined ? {} : { endedAt }),
      ...timeLeft(limit, moment),
      light: lightOf(limit, moment),
    }
  })
}
