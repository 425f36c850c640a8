import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createActor } from 'xstate'
import { createEngine } from '../case/engine.ts'
import type { Runnable } from '../case/world.ts'
import type { MoveEvent, ReturnRequest } from '../machine/event.ts'
import { exitsOf } from '../machine/exits.ts'
import type { Position } from '../machine/position.ts'
import { planReturn } from '../machine/return.ts'
import { returnTargets } from '../machine/return-obstacle.ts'
import { stateValueOf } from '../machine/step-machine.ts'
import { type Choices, choicesFrom } from '../testing/random.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { traceMachine } from './tracer.ts'

const registers = smallRegisters({ duties: RANDOM_DUTIES })
const AT = '2026-03-02T09:00:00+08:00'

test('the traced program agrees with XState on value, context and status at every step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const engine = createEngine(smallRelease(randomWorkflow(seed)), registers)
      const run = engine.runnable('random', SMALL_TOWN)
      if (!run.ok) throw new Error(run.error.kind)
      const tracer = traceMachine(run.value)
      for (let round = 0; round < 3; round += 1)
        compare(run.value, tracer, choicesFrom(seed + round))
    }),
    { numRuns: 60 },
  )
})

function compare(run: Runnable, tracer: ReturnType<typeof traceMachine>, choices: Choices): void {
  const actor = createActor(run.machine, { input: { at: AT } }).start()
  let traced = tracer.start({ at: AT })
  for (let n = 0; n < 40; n += 1) {
    const event = randomEvent(run, traced.context.position, choices)
    if (actor.getSnapshot().status === 'active') actor.send(event)
    traced = tracer.step(traced, event)
    const snapshot = actor.getSnapshot()
    expect(tracer.valueOf(traced)).toEqual(snapshot.value)
    expect(traced.context).toEqual(snapshot.context)
    expect(tracer.isClosed(traced)).toBe(snapshot.status === 'done')
    const restored = tracer.restore(traced.context.position, AT)
    expect(tracer.valueOf(restored)).toEqual(stateValueOf(run, traced.context.position))
    expect(restored.state).toBe(traced.state)
  }
}

function randomEvent(run: Runnable, position: Position, choices: Choices): MoveEvent {
  const step = choices.any(Object.keys(position.open)) ?? 'nowhere'
  const roll = choices.below(100)
  if (roll < 8) return { type: choices.pick(['nonsense', `${step}.nonsense`, 's1.agree']), at: AT }
  if (roll < 14) return { type: `${step}.@expired`, at: AT }
  if (roll < 24) {
    const to = choices.any(returnTargets(run.program, position, step, AT))
    if (to !== undefined) {
      const request: ReturnRequest = {
        from: step,
        to,
        then: choices.pick(['again', 'straight-back']),
        siblings: choices.pick(['cancel', 'keep', 'affected']),
      }
      expect(planReturn(run.program, position, request, AT).ok).toBe(true)
      return { type: '@return', at: AT, request }
    }
  }
  if (roll < 30) {
    const phase = choices.any(Object.keys(position.blocks)) ?? 'nowhere'
    return { type: `${phase}.${choices.pick(['withdraw', 'beside'])}`, at: AT }
  }
  const place = run.program.tree.places.get(step)
  const action =
    place === undefined ? 'none' : (choices.any(Object.keys(exitsOf(place.step))) ?? 'none')
  return {
    type: `${step}.${action}`,
    at: AT,
    data: { a: choices.chance(50), b: choices.chance(50), n: choices.below(101) },
  }
}

test('a program at its bound asks XState and stays right', () => {
  const engine = createEngine(smallRelease(randomWorkflow(7)), registers)
  const run = engine.runnable('random', SMALL_TOWN)
  if (!run.ok) throw new Error(run.error.kind)
  const tracer = traceMachine(run.value, 3)
  for (let round = 0; round < 5; round += 1) compare(run.value, tracer, choicesFrom(round))
  expect(tracer.learnt().isFull).toBe(true)
})

test('what was learnt once is not asked again', () => {
  const engine = createEngine(smallRelease(randomWorkflow(7)), registers)
  const run = engine.runnable('random', SMALL_TOWN)
  if (!run.ok) throw new Error(run.error.kind)
  const tracer = traceMachine(run.value)
  compare(run.value, tracer, choicesFrom(3))
  const { asked } = tracer.learnt()
  compare(run.value, tracer, choicesFrom(3))
  expect(tracer.learnt().asked).toBe(asked)
})
