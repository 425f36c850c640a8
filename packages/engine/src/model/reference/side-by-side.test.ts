import { describe, expect, test } from 'vitest'
import { tableExample } from '../../testing/model-examples.ts'
import type { ReferenceCase } from '../../testing/reference-case.ts'
import { faultsOfCase } from '../../testing/reference-case.ts'
import { clerk, parallel, phase, task, workflow } from '../../testing/small-workflow.ts'
import { checkReferences } from '../check-references.ts'
import type { Step, Task } from '../step.ts'

const wait = { kind: 'wait', for: { date: true }, answers: { go: { result: 'done' } } } as const

const CASES: readonly ReferenceCase[] = [
  {
    fault: 'cycle-without-leaf',
    at: 'steps.a',
    facts: { block: '', steps: ['a', 'b'] },
    of: workflow({
      a: { kind: 'decision', rows: [{ when: 'area > 1', to: 'b' }], otherwise: { to: 'c' } },
      b: { kind: 'decision', rows: [{ when: 'area > 2', to: 'a' }], otherwise: { to: 'c' } },
      c: task('=closed'),
    }),
  },
  {
    fault: 'field-edited-twice',
    at: 'steps.a.branches.two.steps.y.actions.go.sets.area',
    facts: { field: 'area', parts: ['a/one', 'a/two'] },
    of: workflow({
      a: parallel({
        one: { x: task('=ok', { data: { edit: ['area'] } }) },
        two: { y: task('', { actions: { go: { result: 'ok', sets: { area: '1' } } } }) },
      }),
    }),
  },
  {
    fault: 'field-edited-twice',
    at: 'steps.p.sides.beside.steps.s.data.edit[0]',
    facts: { field: 'area', parts: ['a/one', 'p/beside'] },
    of: workflow({
      p: phase(
        {
          a: parallel(
            { one: { x: task('=ok', { data: { edit: ['area'] } }) } },
            { exits: [{ otherwise: true, result: 'done' }] },
          ),
        },
        {
          sides: {
            beside: {
              opens: { by: clerk },
              start: 's',
              steps: { s: task('=rest', { data: { edit: ['area'] } }) },
            },
          },
        },
      ),
    }),
  },
  {
    fault: 'field-read-beside-edit',
    at: 'steps.a.branches.two.steps.y.rows[0].when',
    facts: { field: 'area', editedIn: 'a/one', readIn: 'a/two', reader: 'y' },
    of: workflow({
      a: parallel({
        one: { x: task('=ok', { data: { edit: ['area'] } }) },
        two: {
          y: { kind: 'decision', rows: [{ when: 'area > 1', to: 'z' }], otherwise: { to: 'z' } },
          z: task('=ok'),
        },
      }),
    }),
  },
  {
    fault: 'field-read-beside-edit',
    at: 'steps.a.branches.two.when',
    facts: { reader: 'a/two' },
    of: workflow({
      a: {
        kind: 'parallel',
        branches: {
          one: { start: 'x', steps: { x: task('=ok', { data: { edit: ['area'] } }) } },
          two: { when: 'area > 100', start: 'y', steps: { y: task('=ok') } },
        },
        exits: [{ otherwise: true, result: 'closed' }],
      },
    }),
  },
]

describe('cycles and races', () => {
  test.each(CASES)('$fault at $at', (one) => {
    const faults = faultsOfCase(one)

    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ kind: one.fault, at: one.at, file: 'w.json', ...one.facts })
    expect(faults[0]?.line).toBeGreaterThan(1)
  })
})

describe('cycles that a case could run round for ever', () => {
  test('a leaf that can be skipped does not break a cycle; one that cannot does', () => {
    const back = (leaf: Task) =>
      workflow({
        a: {
          kind: 'decision',
          rows: [{ when: 'area > 1', to: 'b' }],
          otherwise: { result: 'closed' },
        },
        b: leaf,
      })

    expect(checkReferences(back(task('a')))).toEqual([])
    expect(checkReferences(back(task('a', { when: 'false', skip: 'go' })))).toMatchObject([
      { kind: 'cycle-without-leaf', steps: ['a', 'b'] },
    ])
  })

  test.each([
    [
      'a phase of decisions only',
      phase({ x: decision('done') }, { exits: { done: { to: 'a' } } }),
      true,
    ],
    [
      'a phase with work in it',
      phase({ x: task('=done') }, { exits: { done: { to: 'a' } } }),
      false,
    ],
    [
      'a parallel whose branches may all be no concern',
      {
        kind: 'parallel',
        branches: { one: { when: 'area > 1', start: 'x', steps: { x: wait } } },
        exits: [{ otherwise: true, to: 'a' }],
      } satisfies Step,
      true,
    ],
    [
      'a parallel with a branch that is always asked',
      {
        kind: 'parallel',
        branches: { one: { start: 'x', steps: { x: wait } } },
        exits: [{ otherwise: true, to: 'a' }],
      } satisfies Step,
      false,
    ],
  ])('%s', (_, block, spins) => {
    const found = checkReferences(
      workflow({
        a: {
          kind: 'decision',
          rows: [{ when: 'area > 1', to: 'b' }],
          otherwise: { result: 'closed' },
        },
        b: block,
      }),
    )

    expect(found.map(({ kind }) => kind)).toEqual(spins ? ['cycle-without-leaf'] : [])
  })
})

function decision(result: string): Step {
  return { kind: 'decision', rows: [{ when: 'area > 1', result }], otherwise: { result } }
}

test('a table that decides in a branch reads its inputs and writes its outputs', () => {
  const table = { ...tableExample, outputs: [{ id: 'on', type: 'date' as const }] }
  const of = workflow({
    a: parallel({
      one: { x: task('=ok', { data: { edit: ['area'] } }) },
      two: { y: { kind: 'decision', table: 'route', exits: {}, otherwise: { result: 'ok' } } },
      three: { z: task('=ok', { data: { edit: ['on'] } }) },
    }),
  })

  expect(checkReferences(of)).toEqual([])
  expect(checkReferences(of, { tables: { route: table } }).map(({ kind }) => kind)).toEqual([
    'field-read-beside-edit',
    'field-edited-twice',
  ])
})

test('a field named inside a text of a condition is not read', () => {
  const of = workflow({
    a: {
      kind: 'parallel',
      branches: {
        one: { start: 'x', steps: { x: task('=ok', { data: { edit: ['area'] } }) } },
        two: { when: 'plots[1] = "the \\"area"', start: 'y', steps: { y: task('=ok') } },
      },
      exits: [{ otherwise: true, result: 'closed' }],
    },
  })

  expect(checkReferences(of)).toEqual([])
})
