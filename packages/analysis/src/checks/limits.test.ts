import type { Clock, Item, ItemLimit, Limit, Phase, Step, Stops, Workflow } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import { smallWorkspace, workflowOf } from '../testing/small-workspace.ts'

const days = (value: number): ItemLimit => ({ value, unit: 'working-day', basis: 'F01 art.42' })
const clock = (value: number | string, unit: Clock['unit'] = 'working-day'): Clock => ({
  value,
  unit,
  basis: 'F01 art.42',
})
const task = (to: object, rest: { limit?: Limit; stops?: Stops } = {}): Step => ({
  kind: 'task',
  by: { duty: 'D01' },
  actions: { on: to },
  ...rest,
})
const handling = (rest: Omit<Phase, 'kind' | 'exits' | 'start'>): Workflow =>
  workflowOf(
    {
      handling: {
        kind: 'phase',
        start: Object.keys(rest.steps)[0] ?? '',
        exits: { done: { result: 'closed', outcome: 'granted' } },
        ...rest,
      },
    },
    { fields: { termDays: { type: 'number' } } },
  )
const item = (promised?: ItemLimit, statutory?: ItemLimit): Item => ({
  title: { zh: '事项' },
  list: 'power',
  workflow: 'main',
  ...(promised === undefined ? {} : { promisedLimit: promised }),
  ...(statutory === undefined ? {} : { statutoryLimit: statutory }),
})

function found(workflow: Workflow, one: Item = item()): readonly object[] {
  return check(smallWorkspace({ workflows: { main: workflow } }, { one }), { day: '2026-05-06' })
    .filter(({ kind }) => kind !== 'unused-field')
    .map(({ severity: _, ...fact }) => fact)
}

const done = { result: 'done' }

describe('a promise', () => {
  const plain = handling({ steps: { a: task(done) } })

  test('longer than the law allows is an error of the item', () => {
    expect(found(plain, item(days(21), days(20)))).toEqual([
      {
        kind: 'promise-over-statute',
        item: 'one',
        promised: { value: 21, unit: 'working-day' },
        statutory: { value: 20, unit: 'working-day' },
      },
    ])
  })

  test.each<[string, ItemLimit | undefined, ItemLimit | undefined]>([
    ['as long as the law allows', days(20), days(20)],
    ['in another unit cannot be compared', days(30), { ...days(1), unit: 'month' }],
    ['without a statutory limit', days(30), undefined],
  ])('%s is no finding', (_, promised, statutory) => {
    expect(found(plain, item(promised, statutory))).toEqual([])
  })

  test('of a phase is compared with the clock beside it', () => {
    const workflow = handling({
      steps: { a: task(done) },
      clocks: { promised: clock(21), statutory: clock(20) },
    })

    expect(found(workflow)).toMatchObject([
      { kind: 'promise-over-statute', workflow: 'main', step: 'handling' },
    ])
  })
})

describe('step limits against the promise', () => {
  const inSum = (steps: Phase['steps'], promised: Clock = clock(10)) =>
    handling({ steps, clocks: { promised } })

  test('that add up to more are one finding with the way that exceeds it', () => {
    const workflow = inSum({
      a: task({ to: 'b' }, { limit: days(5) }),
      b: task(done, { limit: days(6) }),
    })

    expect(found(workflow)).toEqual([
      {
        kind: 'limits-over-promise',
        workflow: 'main',
        step: 'handling',
        promised: 10,
        days: 11,
        path: ['a', 'b'],
      },
    ])
  })

  test('that fit the clock may still exceed the promise of an item', () => {
    const workflow = inSum({ a: task(done, { limit: days(6) }) })

    expect(found(workflow, item(days(5)))).toMatchObject([
      { kind: 'limits-over-promise', item: 'one', promised: 5, days: 6 },
    ])
  })

  const sixEach = { start: 'x', steps: { x: task(done, { limit: days(6) }) } }
  const stops: Stops = { promised: { ground: 'appraisal', basis: 'F01 art.45' } }

  test.each<[string, Workflow]>([
    ['add up to exactly the promise', inSum({ a: task(done, { limit: days(10) }) })],
    [
      'of steps side by side count once',
      inSum({
        ask: {
          kind: 'parallel',
          branches: {
            x: sixEach,
            y: { start: 'y', steps: { y: task(done, { limit: days(6) }) } },
          },
          exits: [{ otherwise: true, result: 'done' }],
        },
      }),
    ],
    [
      'of a loop count once',
      inSum({
        a: task({ to: 'b' }, { limit: days(4) }),
        b: { ...task(done, { limit: days(6) }), actions: { on: done, back: { to: 'a' } } } as Step,
      }),
    ],
    [
      'of steps while the clock stands still do not count',
      inSum({
        a: task({ to: 'b' }, { limit: days(6) }),
        b: task(done, { limit: days(6), stops }),
      }),
    ],
    [
      'in other units, or held by a field, are not certain',
      inSum({
        a: task({ to: 'b' }, { limit: { ...days(30), unit: 'day' } }),
        b: task(done, { limit: { ...days(1), value: 'termDays' } }),
      }),
    ],
    [
      'are not compared with a promise in another unit',
      inSum({ a: task(done, { limit: days(99) }) }, clock(1, 'month')),
    ],
  ])('that %s are no finding', (_, workflow) => {
    expect(found(workflow)).toEqual([])
  })

  test('the longer of two ways is the one counted', () => {
    const workflow = inSum({
      a: { kind: 'decision', rows: [{ when: 'true', to: 'b' }], otherwise: { to: 'c' } },
      b: task(done, { limit: days(3) }),
      c: task({ to: 'b' }, { limit: days(9) }),
    })

    expect(found(workflow)).toMatchObject([{ days: 12, path: ['c', 'b'] }])
  })
})

test('a stop whose basis is blank is named with its clock', () => {
  const workflow = handling({
    steps: { a: task(done, { stops: { promised: { ground: 'testing', basis: ' ' } } }) },
    clocks: { promised: clock(10) },
  })

  expect(found(workflow)).toEqual([
    { kind: 'stop-without-basis', workflow: 'main', step: 'a', clock: 'promised' },
  ])
})

describe('a side', () => {
  const withSide = (limit?: Limit) =>
    handling({
      steps: { a: task(done) },
      sides: {
        recusal: {
          opens: { by: { party: 'applicant' } },
          start: 'judge',
          steps: { judge: task({ result: 'rest' }, limit === undefined ? {} : { limit }) },
        },
      },
    })

  test('with a step that no limit holds is named', () => {
    expect(found(withSide())).toEqual([
      {
        kind: 'side-without-limit',
        workflow: 'main',
        step: 'handling',
        side: 'recusal',
        steps: ['judge'],
      },
    ])
  })

  test('whose steps have limits is no finding', () => {
    expect(found(withSide(days(3)))).toEqual([])
  })
})
