import { beforeAll, describe, expect, test } from 'vitest'
import { xingbinEngine } from '../scripts/bench/homestead-case.ts'
import { impossiblySeen, missing, reportOf } from './trace/report.ts'
import { targetsOf } from './trace/targets.ts'
import { runnableOf, SEED, walkInThread } from './trace/threads.ts'
import type { Walked } from './trace/walk.ts'

/** A million steps in all, over both towns; a workflow has as many as its rarest answer needs. */
const STEPS = { homestead: 200_000, tree: 180_000, mapspot: 120_000 }
const TOWNS = ['sanwu', 'shiling']
const OFTEN = 100
/** Share of the steps that XState itself may be asked for: the others are walked, and prove something. */
const MOST_ASKED = 0.15
const HALF_AN_HOUR = 1_800_000

const assignments = Object.entries(STEPS).flatMap(([item, steps]) =>
  TOWNS.map((town, index) => ({ item, town, steps, seed: SEED + index })),
)
const engine = xingbinEngine()

describe(`a million random steps of the traced program and of XState (seed ${SEED})`, () => {
  const walks = new Map<string, Walked>()
  const walkOf = (item: string, town: string): Walked => {
    const walked = walks.get(`${item} in ${town}`)
    if (walked === undefined) throw new Error(`${item} in ${town} did not come home`)
    return walked
  }

  beforeAll(async () => {
    await Promise.all(
      assignments.map(async (assignment) => {
        const { item, town } = assignment
        walks.set(`${item} in ${town}`, await walkInThread(assignment))
      }),
    )
  }, HALF_AN_HOUR)

  test('agree on value, context and status at every step', () => {
    const steps = [...walks.values()].reduce((sum, walked) => sum + walked.steps, 0)
    expect(steps).toBe(1_000_000)
  })

  test.each(assignments)('move $item in $town, and show nothing impossible', ({ item, town }) => {
    const walked = walkOf(item, town)
    const targets = targetsOf(runnableOf(engine, item, town))
    process.stdout.write(reportOf(`${item} in ${town}`, walked, targets))
    expect(walked.changed / walked.steps).toBeGreaterThanOrEqual(0.6)
    expect(walked.outOfTurn / walked.steps).toBeCloseTo(0.1, 2)
    expect(walked.intruded).toBe(0)
    expect(impossiblySeen(targets, walked)).toEqual([])
    expect(walked.learnt.asked / walked.steps).toBeLessThan(MOST_ASKED)
  })

  test.each(Object.keys(STEPS))('show every action, exit and answer of %s often', (item) => {
    const both = TOWNS.map((town) => walkOf(item, town))
    const { actions, exits, answers } = targetsOf(runnableOf(engine, item, TOWNS[0] ?? ''))
    expect(missing(actions, both, OFTEN)).toEqual({})
    expect(missing(exits, both, OFTEN)).toEqual({})
    expect(missing(answers, both, OFTEN)).toEqual({})
  })
})
