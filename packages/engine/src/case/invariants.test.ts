import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside } from '../machine/block.ts'
import { randomWalk } from '../testing/random-walk.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import type { Case } from './case.ts'
import { createEngine } from './engine.ts'
import type { Runnable } from './world.ts'

const registers = smallRegisters({ duties: RANDOM_DUTIES })

/** Random walks, returns, lapses and nonsense included; every promise below looks at all of them. */
const walks = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), 80).map((seed) => {
  const engine = createEngine(smallRelease(randomWorkflow(seed)), registers)
  const run = engine.runnable('random', SMALL_TOWN)
  if (!run.ok) throw new Error(run.error.kind)
  return { seed, run: run.value, ...randomWalk(engine, 'random', SMALL_TOWN, seed, 40) }
})

/** Looks at a case after every event; a broken promise names the seed of its walk. */
function everywhere(look: (kase: Case, run: Runnable) => void): void {
  for (const { seed, run, cases } of walks) {
    try {
      for (const kase of cases) look(kase, run)
    } catch (cause) {
      throw new Error(`on the walk of seed ${seed}`, { cause })
    }
  }
}

test('open steps and tasks are the same, and each block that is open holds one', () => {
  everywhere((kase, { program: { tree } }) => {
    const open = Object.keys(kase.position.open)
    expect(Object.keys(kase.tasks).sort()).toEqual([...open].sort())
    for (const id of Object.keys(kase.position.blocks)) {
      const block = tree.blocks.get(id)
      expect(block !== undefined && open.some((step) => isInside(tree, step, block))).toBe(true)
    }
  })
})

test('a clock runs exactly as long as its phase is open', () => {
  everywhere((kase) => {
    for (const [id, clock] of Object.entries(kase.clocks)) {
      const isOpen = kase.position.blocks[id.slice(0, id.lastIndexOf('.'))] !== undefined
      expect(clock.endedAt === undefined).toBe(isOpen)
    }
  })
})

test('a way back is carried by what is open, and leads to what is not', () => {
  everywhere(({ position }) => {
    expect(position.resume).toBeNull()
    for (const [by, { resume }] of Object.entries(position.carried)) {
      expect(position.open[by] ?? position.blocks[by]).toBeDefined()
      for (const step of Object.keys(resume.steps)) expect(position.open[step]).toBeUndefined()
    }
  })
})

test('returns keep to their limit, and a review that is open is none to return into from behind', () => {
  everywhere(({ position }, { program }) => {
    const max = program.tree.workflow.policies?.returns?.max ?? 0
    for (const count of Object.values(position.returns)) expect(count).toBeLessThanOrEqual(max)
    for (const [id, block] of Object.entries(position.blocks)) {
      if (block.branches === undefined) continue
      // An open parallel is not done in this visit: nobody returns into it from behind.
      expect(position.trail).not.toContain(id)
    }
  })
})

test('of one step each round is opened once, save where it is taken up again', () => {
  everywhere((kase) => {
    for (const [step, { round }] of Object.entries(kase.position.open))
      expect(round).toBeLessThanOrEqual(kase.position.rounds[step] ?? 0)
  })
})
