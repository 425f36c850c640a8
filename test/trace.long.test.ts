import { beforeAll, describe, expect, test } from 'vitest'
import { xingbinEngine } from '../scripts/bench/homestead-case.ts'
import { missing, reportOf } from './trace/report.ts'
import { targetsOf } from './trace/targets.ts'
import { runnableOf, SEED, walkInThread } from './trace/threads.ts'
import type { Walked } from './trace/walk.ts'

/** A million steps in all; a workflow has as many as it needs to see its rarest answer often enough. */
const STEPS = { homestead: 200_000, tree: 180_000, mapspot: 120_000 }
const TOWNS = ['sanwu', 'shiling']
const OFTEN = 100
/** Share of the steps that XState itself may be asked for: the others are walked, and so prove something. */
const MOST_ASKED = 0.15
const HALF_AN_HOUR = 1_800_000

const walks = Object.entries(STEPS).flatMap(([item, steps]) =>
  TOWNS.map((town, index) => ({ item, town, steps, seed: SEED + index })),
)
const engine = xingbinEngine()

describe(`a million random steps of the traced program and of XState (seed ${SEED})`, () => {
  const seen = new Map<string, Walked>()

  beforeAll(async () => {
    await Promise.all(
      Object.keys(STEPS).map(async (item) => {
        const own = walks.filter((walk) => walk.item === item)
        const walked = await walkInThread(own)
        for (const [index, { town }] of own.entries()) {
          const each = walked[index]
          if (each !== undefined) seen.set(`${item} in ${town}`, each)
        }
      }),
    )
  }, HALF_AN_HOUR)

  test('agree on value, context and status at every step', () => {
    const steps = [...seen.values()].reduce((sum, walked) => sum + walked.steps, 0)
    expect(steps).toBe(1_000_000)
  })

  test.each(walks)('show all that $item can do in $town', ({ item, town }) => {
    const walked = seen.get(`${item} in ${town}`)
    if (walked === undefined) throw new Error('this walk did not come home')
    const targets = targetsOf(runnableOf(engine, item, town))
    process.stdout.write(reportOf(`${item} in ${town}`, walked, targets))
    expect(walked.changed / walked.steps).toBeGreaterThanOrEqual(0.6)
    expect(walked.outOfTurn / walked.steps).toBeCloseTo(0.1, 2)
    expect(walked.intruded).toBe(0)
    expect(missing(targets.actions, walked, OFTEN)).toEqual({})
    expect(missing(targets.exits, walked, OFTEN)).toEqual({})
    expect(missing(targets.answers, walked, OFTEN)).toEqual({})
    const impossible = targets.impossible.map(({ name }) => name)
    expect(impossible.filter((name) => (walked.counts[name] ?? 0) > 0)).toEqual([])
    expect(walked.learnt.asked / walked.steps).toBeLessThan(MOST_ASKED)
  })
})
