import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHours, compareInstants, millisecondsOf } from '../calendar/instant.ts'
import { timeLeft } from '../calendar/left.ts'
import type { Clock } from '../model/limit.ts'
import type { Phase, Step, Wait } from '../model/step.ts'
import { randomWalk } from '../testing/random-walk.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'
import type { Case } from './case.ts'
import { countable } from './clocks.ts'
import { createEngine } from './engine.ts'
import { suspendedBy } from './suspension.ts'

const clerk = 'D01-handler-1'

const clocks = {
  statutory: { value: 20, unit: 'working-day', basis: 'F01 art.42' },
  promised: { value: 10, unit: 'working-day', basis: 'F31a' },
} satisfies Readonly<Record<string, Clock>>

function stopping(...names: readonly ('statutory' | 'promised')[]): Wait {
  const stop = { ground: 'appraisal', basis: 'F01 art.45' }
  return {
    kind: 'wait',
    for: { body: 'county' },
    stops: Object.fromEntries(names.map((name) => [name, stop])),
    answers: { go: { result: 'ok' } },
  }
}

function go(kase: SmallCase, at: string, ...steps: readonly string[]): SmallCase {
  kase.at = at
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

function dueOf(kase: SmallCase, name: string): string | null {
  return kase.case.clocks[`handle.${name}`]?.due?.day ?? null
}

function face(kase: SmallCase, name: string, at: string = kase.at) {
  const found = kase.engine.clocks(kase.case, at).find(({ clock }) => clock === `handle.${name}`)
  if (found === undefined) throw new Error(`no clock ${name}`)
  return found
}

function handled(steps: Readonly<Record<string, Step>>, more: Partial<Phase> = {}) {
  return workflow({
    intake: task('handle'),
    handle: phase(steps, { clocks, exits: { done: { to: 'issue' } }, ...more }),
    issue: task('=closed', { actions: { redo: { to: 'handle' } } }),
  })
}

describe('the clocks of a phase', () => {
  test('start as the phase is entered, each with its own limit and basis', () => {
    const kase = go(
      new SmallCase(handled({ check: task('=done') })),
      '2026-03-03T10:00:00+08:00',
      'intake',
    )
    expect(kase.case.clocks).toMatchObject({
      'handle.statutory': {
        start: kase.at,
        value: 20,
        basis: 'F01 art.42',
        due: { day: '2026-03-31', at: '2026-03-31T18:00:00+08:00', provisional: false },
        stops: [],
        extensions: 0,
      },
      'handle.promised': { value: 10, due: { day: '2026-03-17' } },
    })
    expect(kase.ledger.at(-1)?.facts.filter(({ fact }) => fact === 'clock-started')).toHaveLength(2)
  })

  test('end as it is left', () => {
    const kase = go(new SmallCase(handled({ check: task('=done') })), MONDAY, 'intake')
    go(kase, '2026-03-05T10:00:00+08:00', 'check')
    expect(kase.case.clocks['handle.promised']?.endedAt).toBe(kase.at)
    expect(kase.tick('2026-06-01T09:00:00+08:00')).toEqual([])
    expect(face(kase, 'promised')).toMatchObject({ used: 2, left: 8, state: 'running' })
  })

  test('entering the phase again continues them, stops included, and never restarts them', () => {
    const drawn = handled({
      check: task('ask'),
      ask: { ...stopping('promised'), answers: { go: { result: 'done' } } },
    })
    const kase = go(new SmallCase(drawn), MONDAY, 'intake', 'check')
    kase.at = '2026-03-04T10:00:00+08:00'
    kase.act('ask', 'go', '@body:county')
    expect(dueOf(kase, 'promised')).toBe('2026-03-17')
    kase.at = '2026-03-06T10:00:00+08:00'
    kase.act('issue', 'redo', clerk)
    expect(kase.case.clocks['handle.promised']).toMatchObject({
      start: MONDAY,
      due: { day: '2026-03-17' },
      stops: [{ by: 'ask#1', from: MONDAY, to: '2026-03-04T10:00:00+08:00' }],
    })
    expect(kase.case.clocks['handle.promised']?.endedAt).toBeUndefined()
  })

  test('lateness noted before is not noted again when the phase is entered again', () => {
    const kase = go(new SmallCase(handled({ check: task('=done') })), MONDAY, 'intake')
    kase.tick('2026-03-20T09:00:00+08:00')
    go(kase, kase.at, 'check').act('issue', 'redo', clerk)
    expect(kase.tick('2026-03-23T09:00:00+08:00')).toEqual([])
    expect(face(kase, 'promised').light).toBe('red')
  })

  test('count from the day that a field names', () => {
    const from = { promised: { ...clocks.promised, from: 'on' } }
    const kase = go(
      new SmallCase(handled({ check: task('=done') }, { clocks: from }), {
        data: { on: '2026-02-24' },
      }),
      MONDAY,
      'intake',
    )
    // 28 February is a make-up day.
    expect(dueOf(kase, 'promised')).toBe('2026-03-09')
  })

  test('are as long as a field says', () => {
    const byField = { promised: { ...clocks.promised, value: 'area' } }
    const kase = go(
      new SmallCase(handled({ check: task('=done') }, { clocks: byField }), { data: { area: 3 } }),
      MONDAY,
      'intake',
    )
    expect(dueOf(kase, 'promised')).toBe('2026-03-05')
    const unknown = go(
      new SmallCase(handled({ check: task('=done') }, { clocks: byField })),
      MONDAY,
      'intake',
    )
    expect(unknown.case.clocks).toEqual({})
  })
})

describe('standstill', () => {
  const branches = handled({
    joint: parallel(
      {
        geology: { geology: stopping('statutory', 'promised') },
        survey: { survey: stopping('promised') },
        land: { land: task('=ok') },
      },
      { exits: [{ otherwise: true, to: 'sign' }] },
    ),
    sign: task('=done'),
  })

  test('statutory and promised stop and resume by different steps', () => {
    const kase = go(new SmallCase(branches), MONDAY, 'intake')
    expect(dueOf(kase, 'statutory')).toBeNull()
    expect(dueOf(kase, 'promised')).toBeNull()
    expect(face(kase, 'statutory').light).toBe('blue')
    kase.at = '2026-03-05T10:00:00+08:00'
    kase.act('geology', 'go', '@body:county')
    // Tuesday and Wednesday stood still; the day on which it goes on counts.
    expect(dueOf(kase, 'statutory')).toBe('2026-04-01')
    expect(dueOf(kase, 'promised')).toBeNull()
    kase.at = '2026-03-09T10:00:00+08:00'
    kase.act('survey', 'go', '@body:county')
    expect(dueOf(kase, 'promised')).toBe('2026-03-20')
  })

  test('standstills that overlap count once', () => {
    const kase = go(new SmallCase(branches), MONDAY, 'intake')
    kase.at = '2026-03-05T10:00:00+08:00'
    kase.act('survey', 'go', '@body:county')
    kase.at = '2026-03-09T10:00:00+08:00'
    kase.act('geology', 'go', '@body:county')
    expect(dueOf(kase, 'promised')).toBe('2026-03-20')
    expect(kase.case.clocks['handle.promised']?.stops).toEqual([
      {
        by: 'geology#1',
        from: MONDAY,
        to: '2026-03-09T10:00:00+08:00',
        ground: 'appraisal',
        basis: 'F01 art.45',
      },
      {
        by: 'survey#1',
        from: MONDAY,
        to: '2026-03-05T10:00:00+08:00',
        ground: 'appraisal',
        basis: 'F01 art.45',
      },
    ])
  })

  test('a cancelled step stops stopping', () => {
    const cut = handled({
      joint: parallel(
        { geology: { geology: stopping('statutory', 'promised') }, land: { land: task('=ok') } },
        {
          exits: [
            { count: 'ok', atLeast: 1, early: true, to: 'sign' },
            { otherwise: true, to: 'sign' },
          ],
        },
      ),
      sign: task('=done'),
    })
    const kase = go(new SmallCase(cut), MONDAY, 'intake')
    go(kase, '2026-03-04T10:00:00+08:00', 'land')
    expect(kase.open).toEqual(['sign'])
    expect(dueOf(kase, 'promised')).toBe('2026-03-17')
    expect(kase.case.clocks['handle.promised']?.stops[0]?.to).toBe(kase.at)
  })

  test('so does a step that a return closes', () => {
    const returning = handled({
      check: task('joint'),
      joint: parallel(
        { geology: { geology: stopping('promised') }, land: { land: task('=ok') } },
        { exits: [{ otherwise: true, result: 'done' }] },
      ),
    })
    const kase = go(new SmallCase(returning), MONDAY, 'intake', 'check')
    kase.at = '2026-03-04T10:00:00+08:00'
    kase.act('land', 'return', clerk, { to: 'check', opinion: '重来' })
    expect(dueOf(kase, 'promised')).toBe('2026-03-17')
  })

  test('and a standstill that begins and ends within one office day stops no day', () => {
    const kase = go(new SmallCase(branches), MONDAY, 'intake')
    kase.at = '2026-03-02T16:00:00+08:00'
    kase.act('geology', 'go', '@body:county')
    expect(dueOf(kase, 'statutory')).toBe('2026-03-30')
  })

  test('a phase may stop the clock of the phase around it, visit by visit', () => {
    const hearing = handled({
      hearing: phase(
        { hear: task('=held', { actions: { adjourn: { result: 'again' } } }) },
        {
          stops: { statutory: { ground: 'hearing', basis: 'F01 art.45' } },
          exits: { held: { to: 'sign' }, again: { to: 'hearing' } },
        },
      ),
      sign: task('=done'),
    })
    const kase = go(new SmallCase(hearing), MONDAY, 'intake')
    expect(dueOf(kase, 'statutory')).toBeNull()
    expect(dueOf(kase, 'promised')).toBe('2026-03-16')
    kase.at = '2026-03-04T10:00:00+08:00'
    kase.act('hear', 'adjourn', clerk)
    expect(dueOf(kase, 'statutory')).toBeNull()
    go(kase, '2026-03-06T10:00:00+08:00', 'hear')
    expect(dueOf(kase, 'statutory')).toBe('2026-04-02')
    expect(kase.case.clocks['handle.statutory']?.stops).toMatchObject([
      { by: 'hearing#1', from: MONDAY, to: '2026-03-04T10:00:00+08:00' },
      { by: 'hearing#2', from: '2026-03-04T10:00:00+08:00', to: '2026-03-06T10:00:00+08:00' },
    ])
  })

  test('a stop names the nearest clock of that name', () => {
    const nested = workflow({
      outer: phase(
        {
          inner: phase(
            { ask: { ...stopping('promised'), answers: { go: { result: 'done' } } } },
            { clocks: { promised: clocks.promised }, exits: { done: { result: 'done' } } },
          ),
        },
        { clocks: { promised: clocks.promised } },
      ),
    })
    const kase = new SmallCase(nested)
    expect(kase.case.clocks['inner.promised']?.due).toBeNull()
    expect(kase.case.clocks['outer.promised']?.due).toMatchObject({ day: '2026-03-16' })
  })

  test('a step outside the phase stops nothing', () => {
    const outside = workflow({
      ask: { ...stopping('promised'), answers: { go: { to: 'handle' } } },
      handle: phase({ check: task('=done') }, { clocks }),
    })
    const kase = new SmallCase(outside)
    expect(kase.case.clocks).toEqual({})
  })
})

describe('on random cases', () => {
  const registers = smallRegisters({ duties: RANDOM_DUTIES })
  /** Random cases that stop and resume, at every event; every promise below looks at all of them. */
  const walks = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), 100).map((seed) => {
    const engine = createEngine(smallRelease(randomWorkflow(seed)), registers)
    return { seed, cases: randomWalk(engine, 'random', SMALL_TOWN, seed, 40).cases }
  })

  function onEvery(look: (cases: readonly Case[]) => void): void {
    for (const { seed, cases } of walks) {
      try {
        look(cases)
      } catch (cause) {
        throw new Error(`on the walk of seed ${seed}`, { cause })
      }
    }
  }

  const { world } = createEngine(smallRelease(randomWorkflow(1)), registers)

  test('no clock ever gains time, whatever stops and resumes', () => {
    onEvery((cases) => {
      const left = new Map<string, number>()
      for (const kase of cases) {
        for (const [id, clock] of Object.entries(kase.clocks)) {
          const limit = countable(world, clock, clock.stops)
          const now = timeLeft(limit, clock.endedAt ?? kase.recordedAt).left
          expect(now).toBeLessThanOrEqual(left.get(id) ?? Number.POSITIVE_INFINITY)
          left.set(id, now)
        }
      }
    })
  })

  test('net time is gross time less the union of the standstills, hour by hour', () => {
    onEvery((cases) => {
      const kase = cases.at(-1)
      for (const clock of Object.values(kase?.clocks ?? {})) {
        const at = clock.endedAt ?? kase?.recordedAt ?? MONDAY
        const hours = { ...clock, unit: 'hour' as const, value: 100_000 }
        const { used } = timeLeft(countable(world, hours, clock.stops), at)
        expect(used).toBeCloseTo(hoursRun(clock.start, at, clock.stops), 6)
      }
    })
  })

  test('standstills have an end as soon as their step is closed, and a ground throughout', () => {
    onEvery((cases) => {
      for (const kase of cases) {
        const open = [
          ...Object.values(kase.tasks).map((each) => each.task),
          ...Object.keys(kase.suspensions).map(suspendedBy),
        ]
        for (const clock of Object.values(kase.clocks)) {
          const isLater = clock.stops.every(
            ({ from, to }) => to === undefined || compareInstants(from, to) <= 0,
          )
          expect(isLater).toBe(true)
          for (const { by, to, ground, basis } of clock.stops) {
            if (to === undefined) expect(open).toContain(by)
            const isSuspension = by.startsWith('@suspended:')
            expect([ground, basis]).toEqual(isSuspension ? ['hearing', 'A'] : ['test', 'test'])
          }
          if (clock.endedAt !== undefined)
            expect(clock.stops.every(({ to }) => to !== undefined)).toBe(true)
        }
      }
    })
  })

  /** Counts the quarter hours in which the clock ran: slow, and as plain as can be. */
  function hoursRun(
    start: string,
    end: string,
    stops: readonly { readonly from: string; readonly to?: string }[],
  ): number {
    let ran = 0
    for (let at = start; compareInstants(at, end) < 0; at = addHours(at, 1, '+08:00')) {
      const next = addHours(at, 1, '+08:00')
      const isStill = stops.some(
        ({ from, to }) =>
          compareInstants(from, at) <= 0 && (to === undefined || compareInstants(next, to) <= 0),
      )
      if (!isStill) ran += 1
    }
    return ran - overshoot(end, start)
  }

  /** The last hour may be begun only. */
  function overshoot(end: string, start: string): number {
    const hours = (millisecondsOf(end) - millisecondsOf(start)) / 3_600_000
    return Math.ceil(hours) - hours
  }
})
