import type { Arrow, Parallel, Step, Workflow } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import { smallWorkspace, workflowOf } from '../testing/small-workspace.ts'

const task = (actions: Readonly<Record<string, Arrow>>): Step => ({
  kind: 'task',
  by: { duty: 'D01' },
  actions,
})
const grant: Arrow = { result: 'closed', outcome: 'granted' }

function found(workflow: Workflow): readonly object[] {
  const workspace = smallWorkspace({ workflows: { main: workflow } })
  return check(workspace, { day: '2026-05-06', rules: { 'unused-field': 'off' } })
}

test('a workflow that every case can finish has no finding', () => {
  expect(found(workflowOf({ a: task({ on: { to: 'b' }, keep: {} }), b: task({ grant }) }))).toEqual(
    [],
  )
})

describe('steps that no case can come to', () => {
  test('are one finding, with those that are lost behind them', () => {
    const workflow = workflowOf({
      a: task({ grant }),
      lost: task({ on: { to: 'further' } }),
      further: task({ on: { to: 'tail' }, back: { to: 'lost' } }),
      tail: task({ on: { to: 'a' } }),
      last: task({ grant }),
    })

    expect(found(workflow)).toEqual([
      {
        kind: 'unreachable-step',
        severity: 'error',
        workflow: 'main',
        block: '',
        step: 'lost',
        behind: ['further', 'tail'],
      },
      {
        kind: 'unreachable-step',
        severity: 'error',
        workflow: 'main',
        block: '',
        step: 'last',
        behind: [],
      },
    ])
  })

  test('are named in the block that they lie in, and nothing outside it is blamed', () => {
    const workflow = workflowOf({
      review: {
        kind: 'phase',
        start: 'a',
        steps: { a: task({ on: { result: 'done' } }), lost: task({ on: { result: 'refused' } }) },
        exits: { done: { to: 'issue' }, refused: { to: 'tell' } },
      },
      issue: task({ grant }),
      tell: task({ grant }),
    })

    expect(found(workflow)).toMatchObject([
      { kind: 'unreachable-step', block: 'review', step: 'lost' },
    ])
  })
})

describe('steps from which the block is never left', () => {
  test('a step where every action stays is a dead end, with the steps that only lead there', () => {
    const workflow = workflowOf({
      a: task({ grant, on: { to: 'b' } }),
      b: task({ on: { to: 'c' } }),
      c: task({ note: {} }),
    })

    expect(found(workflow)).toEqual([
      {
        kind: 'dead-end',
        severity: 'error',
        workflow: 'main',
        block: '',
        step: 'c',
        leading: ['b'],
      },
    ])
  })

  test('steps that lead only to each other are one endless loop', () => {
    const workflow = workflowOf({
      a: task({ grant, on: { to: 'b' } }),
      b: task({ on: { to: 'c' } }),
      c: task({ back: { to: 'd' } }),
      d: task({ on: { to: 'c' } }),
    })

    expect(found(workflow)).toMatchObject([
      { kind: 'endless-loop', step: 'c', steps: ['c', 'd'], leading: ['b'] },
    ])
  })
})

describe('the exits of a parallel', () => {
  const branch = (result: string, when?: string) => ({
    start: result,
    steps: { [result]: task({ on: { result: result.split('-')[0] ?? '' } }) },
    ...(when === undefined ? {} : { when }),
  })
  const join = (
    atLeast: number | string,
    branches: Parallel['branches'],
    count: string | readonly string[] = 'agree',
  ): Workflow =>
    workflowOf(
      {
        ask: {
          kind: 'parallel',
          branches,
          exits: [
            { count, atLeast, ...grant },
            { otherwise: true, ...grant },
          ],
        },
      },
      { fields: { near: { type: 'boolean' } } },
    )
  const both = { x: branch('agree'), y: branch('object') }

  test.each<[string, Workflow, readonly object[]]>([
    ['one of two can agree, one is asked for', join(1, both), []],
    [
      'one of two can agree, two are asked for',
      join(2, both),
      [{ kind: 'row-never-true', step: 'ask', exit: 'row-1', atLeast: 2, able: ['x'] }],
    ],
    ['one of two can agree, all are asked for', join('all', both), [{ atLeast: 'all' }]],
    [
      'the other branch may not be concerned',
      join('all', { x: branch('agree'), y: branch('object', 'near') }),
      [],
    ],
    ['either result is counted', join('all', both, ['agree', 'object']), []],
    [
      'a share that one of three cannot reach',
      join('2/3', { ...both, z: branch('object-z') }),
      [{ atLeast: '2/3', able: ['x'] }],
    ],
    ['a share that two of three reach', join('2/3', { ...both, z: branch('agree-z') }), []],
  ])('%s', (_, workflow, expected) => {
    expect(found(workflow)).toMatchObject(expected)
  })
})

describe('outcomes', () => {
  test('an outcome that no reachable arrow gives is named', () => {
    const workflow = workflowOf(
      { a: task({ grant }) },
      { outcomes: { granted: { class: 'granted' }, refused: { class: 'refused' } } },
    )

    expect(found(workflow)).toEqual([
      {
        kind: 'outcome-never-reached',
        severity: 'warning',
        workflow: 'main',
        outcome: 'refused',
      },
    ])
  })

  test('a case closed on a way without an outcome is named with step and exit', () => {
    const workflow = workflowOf({
      a: task({ decide: { to: 'b', outcome: 'granted' }, skip: { to: 'c' } }),
      b: task({ end: { result: 'closed' } }),
      c: task({ end: { result: 'closed' }, grant }),
    })

    expect(found(workflow)).toEqual([
      {
        kind: 'closed-without-outcome',
        severity: 'error',
        workflow: 'main',
        step: 'c',
        exit: 'end',
      },
    ])
  })
})
