import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateValueOf } from '../machine/step-machine.ts'
import { canonical } from '../model/canonical.ts'
import { randomWalk } from '../testing/random-walk.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { createEngine } from './engine.ts'
import { fold } from './fold.ts'
import { stateValueAt } from './move.ts'
import { redecide } from './redecide.ts'

const registers = smallRegisters({ duties: RANDOM_DUTIES })

function walkOf(seed: number, length = 40) {
  const release = smallRelease(randomWorkflow(seed))
  const engine = createEngine(release, registers)
  return { release, engine, walked: randomWalk(engine, 'random', SMALL_TOWN, seed, length) }
}

const seeds = fc.integer({ min: 0, max: 1_000_000 })

test('the fold of a ledger is the case, byte for byte, at every event', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { walked } = walkOf(seed)
      expect(canonical(fold(walked.ledger))).toBe(canonical(walked.cases.at(-1)))
    }),
    { numRuns: 150 },
  )
})

test('every recorded command, decided again, gives the same events', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { release, walked } = walkOf(seed)
      const again = redecide(release, registers, walked.ledger)
      expect(again.commands.at(-1)?.kind).toBe('same')
      expect(again.ok).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('open steps are the leaves of the XState configuration, and a position alone gives the state value back', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { engine, walked } = walkOf(seed)
      for (const { position, workflow, town } of walked.cases) {
        const run = engine.world.runnable(workflow, town)
        const value = stateValueAt(run, position)
        const leaves = leavesOf(value).filter((key) => !key.startsWith('@'))
        expect(leaves.sort()).toEqual(Object.keys(position.open).sort())
        expect(stateValueOf(run, position)).toEqual(value)
      }
    }),
    { numRuns: 60 },
  )
})

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value as Record<string, unknown>).flatMap(([, inner]) => leavesOf(inner))
}

test('an open case always has an open step, and a closed case has none', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { position, closedAt } of walkOf(seed).walked.cases) {
        expect(Object.keys(position.open).length > 0).toBe(closedAt === null)
        expect(position.resume).toBeNull()
      }
    }),
    { numRuns: 100 },
  )
})
