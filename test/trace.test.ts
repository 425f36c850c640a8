import { describe, expect, test } from 'vitest'
import { xingbinEngine } from '../scripts/bench/homestead-case.ts'
import { impossiblySeen } from './trace/report.ts'
import { targetsOf } from './trace/targets.ts'
import { runnableOf, SEED } from './trace/threads.ts'
import { walkBoth } from './trace/walk.ts'

const engine = xingbinEngine()
const walks = ['homestead', 'tree', 'mapspot'].flatMap((item) =>
  ['sanwu', 'shiling'].map((town, index) => ({ item, town, seed: SEED + index })),
)

describe(`20,000 random steps of the traced program and of XState (seed ${SEED})`, () => {
  test.each(walks)('agree on $item in $town', ({ item, town, seed }) => {
    const steps = 3_400
    const run = runnableOf(engine, item, town)
    const walked = walkBoth(run, steps, seed)
    expect(walked.steps).toBe(steps)
    expect(walked.changed / steps).toBeGreaterThanOrEqual(0.6)
    expect(walked.outOfTurn / steps).toBeCloseTo(0.1, 1)
    expect(walked.intruded).toBe(0)
    expect(impossiblySeen(targetsOf(run), walked)).toEqual([])
  })
})
