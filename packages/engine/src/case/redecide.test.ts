import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../model/canonical.ts'
import { randomWalk } from '../testing/random-walk.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { task, workflow } from '../testing/small-workflow.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { createEngine, type Engine } from './engine.ts'
import { BrokenLedger } from './evolve.ts'
import { fold } from './fold.ts'
import { redecide } from './redecide.ts'

const clerk = 'D01-handler-1'
const drawn = workflow({
  draft: task('size', { data: { edit: ['area'] } }),
  size: {
    kind: 'decision',
    rows: [{ when: 'area > 100', to: 'large' }],
    otherwise: { to: 'small' },
  },
  small: task('=closed', { limit: { value: 1, unit: 'working-day', basis: 'F52a' } }),
  large: task('=closed'),
})

function livedCase(): SmallCase {
  const kase = new SmallCase(drawn).act('draft', 'go', clerk, { data: { area: 90 } })
  kase.tick('2026-03-05T09:00:00+08:00')
  return kase.act('small', 'go', clerk)
}

function decidedAgain(kase: SmallCase, ledger: readonly CaseEvent[]) {
  return redecide(kase.release, kase.engine.registers, ledger)
}

function changed(
  ledger: readonly CaseEvent[],
  index: number,
  change: (event: CaseEvent) => CaseEvent,
): readonly CaseEvent[] {
  return ledger.map((event, at) => (at === index ? change(event) : event))
}

describe('a ledger decided again', () => {
  test('gives the same events, command by command, and the same case', () => {
    const kase = livedCase()
    const again = decidedAgain(kase, kase.ledger)
    expect(again.ok).toBe(true)
    expect(again.commands).toEqual([
      { kind: 'same', commandId: 'c0', from: 1, to: 1 },
      { kind: 'same', commandId: 'c1', from: 2, to: 2 },
      { kind: 'same', commandId: 'tick@2026-03-05T09:00:00+08:00', from: 3, to: 3 },
      { kind: 'same', commandId: 'c2', from: 4, to: 4 },
    ])
    expect(again.case).toEqual(kase.case)
  })

  test('an event that contradicts the release is found, and where it stands', () => {
    const kase = livedCase()
    const forged = changed(kase.ledger, 1, (event) => ({
      ...event,
      facts: event.facts.map((fact) =>
        fact.fact === 'decided' ? { ...fact, exit: 'row-1' } : fact,
      ),
    }))
    const again = decidedAgain(kase, forged)
    expect(again.ok).toBe(false)
    expect(again.commands).toHaveLength(2)
    expect(again.commands[1]).toEqual({
      kind: 'differs',
      commandId: 'c1',
      seq: 2,
      recorded: forged[1],
      decided: kase.ledger[1],
    })
    expect(again.case).toMatchObject({ seq: 1 })
  })

  test('so is an event put in, or left out', () => {
    const kase = livedCase()
    const without = kase.ledger.filter((_, index) => index !== 2)
    expect(decidedAgain(kase, without).commands.at(-1)).toMatchObject({ kind: 'differs', seq: 4 })
    const extra: CaseEvent = {
      seq: 4,
      commandId: 'tick@x',
      recordedAt: '2026-03-05T09:00:00+08:00',
      effectiveAt: '2026-03-05T09:00:00+08:00',
      kind: 'overdue',
      subject: 'small#1',
      facts: [{ fact: 'overdue', subject: 'small#1' }],
      editions: kase.engine.registers.editions,
    }
    const more = [...kase.ledger.slice(0, 3), extra, ...kase.ledger.slice(3)]
    expect(decidedAgain(kase, more).commands.at(-1)).toMatchObject({
      kind: 'differs',
      commandId: 'tick@x',
      recorded: extra,
      decided: null,
    })
  })

  test('a command that would have been refused is told with the refusal', () => {
    const kase = livedCase()
    const forged = changed(kase.ledger, 1, (event) =>
      event.command?.do === 'act'
        ? { ...event, command: { ...event.command, by: { person: 'D02-handler-1' } } }
        : event,
    )
    expect(decidedAgain(kase, forged).commands.at(-1)).toMatchObject({
      kind: 'refused',
      commandId: 'c1',
      seq: 2,
      refusal: { kind: 'not-for-you' },
    })
  })

  test('a ledger that begins in the middle, or opens twice, is broken', () => {
    const kase = livedCase()
    expect(decidedAgain(kase, kase.ledger.slice(1)).commands).toEqual([{ kind: 'broken', seq: 2 }])
    const [first] = kase.ledger
    if (first === undefined) throw new Error('no event')
    const twice = [first, { ...first, commandId: 'again', seq: 2 }]
    expect(decidedAgain(kase, twice).commands.at(-1)).toEqual({ kind: 'broken', seq: 2 })
    expect(decidedAgain(kase, [])).toEqual({ ok: true, commands: [], case: null })
  })

  test('an edition that is not given is missed', () => {
    const kase = livedCase()
    const other = smallRegisters({ duties: ['D01', 'D02', 'D03', 'D04'], edition: 2 })
    expect(redecide(kase.release, other, kase.ledger).commands).toEqual([
      { kind: 'edition-missing', commandId: 'c0', seq: 1 },
    ])
    const bare = changed(kase.ledger, 0, ({ editions: _, ...event }) => event)
    expect(decidedAgain(kase, bare).commands[0]?.kind).toBe('edition-missing')
  })

  test('a host that uses one id twice has given two commands all the same', () => {
    const kase = new SmallCase(workflow({ draft: task('=closed', { actions: { note: {} } }) }))
    kase.act('draft', 'note', clerk, { commandId: 'same' })
    kase.at = '2026-03-02T10:00:00+08:00'
    kase.act('draft', 'note', clerk, { commandId: 'same' })
    expect(decidedAgain(kase, kase.ledger).commands).toHaveLength(3)
    expect(decidedAgain(kase, kase.ledger).ok).toBe(true)
  })

  test('two ticks at one moment, with an edition between, are two commands', () => {
    const limited = workflow({
      check: task('=closed', { limit: { value: 1, unit: 'working-day', basis: 'F52a' } }),
    })
    const first = smallRegisters({ duties: ['D01'] })
    const second = smallRegisters({ duties: ['D01'], staff: { handler: 1 }, edition: 2 })
    const kase = new SmallCase(limited, { registers: first })
    kase.tick('2026-03-05T09:00:00+08:00')
    kase.learn(second).tick('2026-03-05T09:00:00+08:00')
    expect(kase.kinds()).toEqual(['opened', 'overdue', 'reassigned'])
    expect(redecide(kase.release, [first, second], kase.ledger).ok).toBe(true)
  })
})

describe('a ledger read', () => {
  test('needs nothing but itself, and gives the case at every event', () => {
    const kase = livedCase()
    expect(fold(kase.ledger)).toEqual(kase.case)
    expect(fold(kase.ledger.slice(0, 1)).position.open).toHaveProperty('draft')
  })

  test('that does not continue is a fault of the store', () => {
    const { ledger } = livedCase()
    expect(() => fold([])).toThrow(BrokenLedger)
    expect(() => fold(ledger.slice(1))).toThrow(BrokenLedger)
    expect(() => fold(ledger.filter((_, index) => index !== 1))).toThrow(new BrokenLedger(3))
  })
})

test('random cases that live through three editions fold, and are decided again on each', () => {
  const duties = RANDOM_DUTIES
  const editions = [
    smallRegisters({ duties }),
    smallRegisters({
      duties: duties.slice(0, 3),
      staff: { handler: 1, 'section-head': 2 },
      edition: 2,
      offDays: ['2026-03-10', '2026-03-11'],
    }),
    smallRegisters({ duties, staff: { handler: 3 }, edition: 3 }),
  ]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const release = smallRelease(randomWorkflow(seed))
      const engines = editions.map((registers) => createEngine(release, registers))
      const [first, second, third] = engines
      if (first === undefined || second === undefined || third === undefined) return
      let calls = 0
      const now = () => (calls < 10 ? first : calls < 20 ? second : third)
      const called = () => {
        calls += 1
        return now()
      }
      const turning: Engine = {
        ...first,
        act: (kase, command) => called().act(kase, command),
        tick: (kase, at) => called().tick(kase, at),
        openTasks: (kase, at) => now().openTasks(kase, at),
      }
      const { ledger, cases } = randomWalk(turning, 'random', SMALL_TOWN, seed, 30)
      expect(fold(ledger)).toEqual(cases.at(-1))
      expect(redecide(release, editions, ledger).commands.at(-1)?.kind).toBe('same')
    }),
    { numRuns: 50 },
  )
})

describe('a store that keeps content but no order of keys', () => {
  const registers = smallRegisters({ duties: RANDOM_DUTIES })
  const seeds = fc.integer({ min: 0, max: 1_000_000 })
  const stored = <T>(value: T): T => JSON.parse(canonical(value)) as T

  test('gives back a ledger that is decided again and folds alike', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = smallRelease(randomWorkflow(seed))
        const engine = createEngine(release, registers)
        const { ledger, cases } = randomWalk(engine, 'random', SMALL_TOWN, seed, 30)
        const read = stored(ledger)
        expect(redecide(release, registers, read).commands.at(-1)?.kind).toBe('same')
        expect(fold(read)).toEqual(cases.at(-1))
      }),
      { numRuns: 50 },
    )
  })

  test('gives back a case that goes on alike', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = smallRelease(randomWorkflow(seed))
        const engine = createEngine(release, registers)
        const forgetful = {
          ...engine,
          act: (kase: Case, command: Parameters<typeof engine.act>[1]) =>
            engine.act(stored(kase), command),
          tick: (kase: Case, at: string) => engine.tick(stored(kase), at),
        }
        const one = randomWalk(engine, 'random', SMALL_TOWN, seed, 25)
        const other = randomWalk(forgetful, 'random', SMALL_TOWN, seed, 25)
        expect(canonical(other.ledger)).toBe(canonical(one.ledger))
      }),
      { numRuns: 50 },
    )
  })
})

test('an act leaves the case that it was given as it was', () => {
  const kase = new SmallCase(drawn)
  const before = canonical(kase.case)
  const decided = kase.engine.act(kase.case, {
    commandId: 'x',
    task: 'draft',
    action: 'go',
    at: MONDAY,
    by: { person: clerk },
    data: { area: 120 },
  })
  expect(decided.ok).toBe(true)
  expect(canonical(kase.case)).toBe(before)
  kase.refuse('draft', 'nothing', clerk)
  expect(canonical(kase.case)).toBe(before)
})
