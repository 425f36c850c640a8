import { describe, expect, test } from 'vitest'
import type { CountRow, OtherwiseRow, Parallel, Task } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const agree = { result: 'agree' }
const object = { result: 'object' }
const veto = { result: 'veto' }

/** An opinion of the section that holds the duty. */
function opinion(duty: string): Task {
  return { kind: 'task', by: { duty }, actions: { agree, object, veto } }
}

function joint(
  exits: readonly (CountRow | OtherwiseRow)[],
  whens: readonly string[] = [],
): Parallel {
  const names = ['x', 'y', 'z']
  const branches = names.map((name, index) => {
    const when = whens[index]
    const start = `${name}-opinion`
    const steps = { [start]: opinion(`D0${index + 1}`) }
    return [name, { start, steps, ...(when === undefined ? {} : { when }) }] as const
  })
  return { kind: 'parallel', branches: Object.fromEntries(branches), exits }
}

/** joint review, then a step named for the row that was taken. */
function reviewed(
  exits: readonly (CountRow | OtherwiseRow)[],
  whens: readonly string[] = [],
): Workflow {
  return workflow(
    {
      joint: joint(exits, whens),
      early: task('=closed'),
      passed: task('=closed'),
      rest: task('=closed'),
    },
    { fields: { wet: { type: 'boolean' }, wild: { type: 'boolean' }, n: { type: 'number' } } },
  )
}

function opinionOf(name: 'x' | 'y' | 'z'): string {
  return `D0${'xyz'.indexOf(name) + 1}-section-head-1`
}

type Opinion = readonly ['x' | 'y' | 'z', 'agree' | 'object' | 'veto']

function give(kase: SmallCase, ...opinions: readonly Opinion[]): SmallCase {
  for (const [name, word] of opinions) kase.act(`${name}-opinion`, word, opinionOf(name))
  return kase
}

const otherwise: OtherwiseRow = { otherwise: true, to: 'rest' }

describe('the exits of a joint review', () => {
  test('all branches open at once, each with its own duty', () => {
    const kase = new SmallCase(reviewed([otherwise]))
    expect(kase.open).toEqual(['x-opinion', 'y-opinion', 'z-opinion'])
    expect(kase.task('y-opinion').groups).toMatchObject([{ duty: 'D02', section: 'C.D02' }])
  })

  test('without early, a row waits until every branch has answered', () => {
    const exits = [{ count: 'object', atLeast: 1, to: 'passed' }, otherwise]
    const kase = give(new SmallCase(reviewed(exits)), ['x', 'object'], ['y', 'agree'])
    expect(kase.open).toEqual(['z-opinion'])
    expect(give(kase, ['z', 'agree']).open).toEqual(['passed'])
  })

  test('a veto ends the review at once and cancels the branches still open', () => {
    const exits = [{ count: 'veto', atLeast: 1, early: true, to: 'early' }, otherwise]
    const kase = give(new SmallCase(reviewed(exits)), ['x', 'agree'], ['y', 'veto'])
    expect(kase.open).toEqual(['early'])
    expect(kase.ledger.at(-1)?.facts).toContainEqual({ fact: 'cancelled', step: 'z-opinion' })
    expect(kase.case.position.answers['joint']).toMatchObject({
      x: { result: 'agree' },
      y: { result: 'veto' },
    })
  })

  test.each<[string, CountRow['atLeast'], readonly Opinion[], string]>([
    [
      'all of three',
      'all',
      [
        ['x', 'agree'],
        ['y', 'agree'],
        ['z', 'agree'],
      ],
      'passed',
    ],
    [
      'all but one of three',
      'all',
      [
        ['x', 'agree'],
        ['y', 'object'],
        ['z', 'agree'],
      ],
      'rest',
    ],
    [
      'two of three',
      2,
      [
        ['x', 'agree'],
        ['y', 'object'],
        ['z', 'agree'],
      ],
      'passed',
    ],
    [
      'one where two are asked for',
      2,
      [
        ['x', 'agree'],
        ['y', 'object'],
        ['z', 'object'],
      ],
      'rest',
    ],
    [
      'two thirds of three',
      '2/3',
      [
        ['x', 'object'],
        ['y', 'agree'],
        ['z', 'agree'],
      ],
      'passed',
    ],
    [
      'one third where two are asked for',
      '2/3',
      [
        ['x', 'object'],
        ['y', 'agree'],
        ['z', 'object'],
      ],
      'rest',
    ],
    [
      'half of three is two',
      0.5,
      [
        ['x', 'agree'],
        ['y', 'object'],
        ['z', 'object'],
      ],
      'rest',
    ],
    [
      'one is one branch, not every branch',
      1,
      [
        ['x', 'agree'],
        ['y', 'object'],
        ['z', 'object'],
      ],
      'passed',
    ],
  ])('counts branches: %s', (_, atLeast, opinions, expected) => {
    const kase = new SmallCase(reviewed([{ count: 'agree', atLeast, to: 'passed' }, otherwise]))
    expect(give(kase, ...opinions).open).toEqual([expected])
  })

  test('a row may count several results as one', () => {
    const exits = [{ count: ['agree', 'object'], atLeast: 'all' as const, to: 'passed' }, otherwise]
    const kase = give(
      new SmallCase(reviewed(exits)),
      ['x', 'agree'],
      ['y', 'object'],
      ['z', 'agree'],
    )
    expect(kase.open).toEqual(['passed'])
  })

  test('what can no longer pass is one more early row on the other result', () => {
    const exits: readonly (CountRow | OtherwiseRow)[] = [
      { count: 'agree', atLeast: '2/3', to: 'passed' },
      { count: 'object', atLeast: 2, early: true, to: 'early' },
      otherwise,
    ]
    const kase = give(new SmallCase(reviewed(exits)), ['z', 'object'])
    expect(kase.open).toEqual(['x-opinion', 'y-opinion'])
    expect(give(kase, ['x', 'object']).open).toEqual(['early'])
  })

  test('the first true row is taken, in the order drawn', () => {
    const exits = [
      { count: 'agree', atLeast: 1, to: 'early' },
      { count: 'agree', atLeast: 'all' as const, to: 'passed' },
      otherwise,
    ]
    const kase = give(
      new SmallCase(reviewed(exits)),
      ['x', 'agree'],
      ['y', 'agree'],
      ['z', 'agree'],
    )
    expect(kase.open).toEqual(['early'])
  })

  test('the exit does not depend on the order of the answers', () => {
    const exits = [{ count: 'agree', atLeast: '2/3', to: 'passed' }, otherwise]
    const answers: readonly Opinion[] = [
      ['x', 'agree'],
      ['y', 'object'],
      ['z', 'agree'],
    ]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const order of orders) {
      const given = order.flatMap((index) => answers.slice(index, index + 1))
      expect(give(new SmallCase(reviewed(exits)), ...given).open).toEqual(['passed'])
    }
  })
})

describe('branches that are not concerned', () => {
  const whens = ['wet = true', 'wild = true', 'n > 5']

  test('stay outside every count: all of one is one', () => {
    const exits = [{ count: 'agree', atLeast: 'all' as const, to: 'passed' }, otherwise]
    const kase = new SmallCase(reviewed(exits, whens), { data: { wet: true, wild: false } })
    expect(kase.open).toEqual(['x-opinion'])
    expect(give(kase, ['x', 'agree']).open).toEqual(['passed'])
  })

  test('a share is a share of the branches concerned', () => {
    const exits = [{ count: 'agree', atLeast: '2/3', to: 'passed' }, otherwise]
    const kase = new SmallCase(reviewed(exits, whens), { data: { wet: true, wild: true } })
    expect(give(kase, ['x', 'agree'], ['y', 'object']).open).toEqual(['rest'])
  })

  test('null is not true', () => {
    expect(new SmallCase(reviewed([otherwise], whens)).open).toEqual(['rest'])
  })

  test('where nobody is concerned the review takes otherwise, not all of none', () => {
    const exits = [{ count: 'agree', atLeast: 'all' as const, to: 'passed' }, otherwise]
    const kase = new SmallCase(reviewed(exits, whens), { data: { n: 1 } })
    expect(kase.open).toEqual(['rest'])
    expect(kase.case.position.done['joint']?.exit).toBe('otherwise')
  })

  test('are asked by the facts at entry, once: a later change opens nothing', () => {
    const exits = [{ count: 'agree', atLeast: 'all' as const, to: 'passed' }, otherwise]
    const steps = reviewed(exits, whens).steps
    const edits = joint(exits, whens)
    const x = { ...opinion('D01'), data: { edit: ['wild'] } }
    const editing: Workflow = {
      ...reviewed(exits, whens),
      steps: {
        ...steps,
        joint: {
          ...edits,
          branches: {
            ...edits.branches,
            x: { when: 'wet = true', start: 'x-opinion', steps: { 'x-opinion': x } },
          },
        },
      },
    }
    const kase = new SmallCase(editing, { data: { wet: true } })
    kase.act('x-opinion', 'agree', opinionOf('x'), { data: { wild: true } })
    expect(kase.open).toEqual(['passed'])
  })
})

test('one section may owe two opinions: counting is by branch, not by person', () => {
  const exits = [{ count: 'agree', atLeast: 'all' as const, to: 'passed' }, otherwise]
  const two: Parallel = {
    kind: 'parallel',
    branches: {
      land: { start: 'land-opinion', steps: { 'land-opinion': opinion('D01') } },
      farm: { start: 'farm-opinion', steps: { 'farm-opinion': opinion('D01') } },
    },
    exits,
  }
  const kase = new SmallCase(
    workflow({ joint: two, passed: task('=closed'), rest: task('=closed') }),
  )
  kase.act('land-opinion', 'agree', 'D01-section-head-1')
  kase.act('farm-opinion', 'agree', 'D01-section-head-1')
  expect(kase.open).toEqual(['passed'])
})

test('a parallel inside a branch gives its branch one result', () => {
  const exits = [{ count: 'agree', atLeast: 'all' as const, to: 'passed' }, otherwise]
  const inner: Parallel = {
    kind: 'parallel',
    branches: {
      a: { start: 'a-opinion', steps: { 'a-opinion': opinion('D01') } },
      b: { start: 'b-opinion', steps: { 'b-opinion': opinion('D02') } },
    },
    exits: [
      { count: 'agree', atLeast: 'all', result: 'agree' },
      { otherwise: true, result: 'object' },
    ],
  }
  const outer: Parallel = {
    kind: 'parallel',
    branches: {
      left: { start: 'inner', steps: { inner } },
      right: { start: 'r-opinion', steps: { 'r-opinion': opinion('D03') } },
    },
    exits,
  }
  const kase = new SmallCase(
    workflow({ joint: outer, passed: task('=closed'), rest: task('=closed') }),
  )
  expect(kase.open).toEqual(['a-opinion', 'b-opinion', 'r-opinion'])
  kase.act('a-opinion', 'agree', 'D01-section-head-1')
  kase.act('b-opinion', 'agree', 'D02-section-head-1')
  expect(kase.open).toEqual(['r-opinion'])
  kase.act('r-opinion', 'agree', 'D03-section-head-1')
  expect(kase.open).toEqual(['passed'])
})
