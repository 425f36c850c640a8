import { describe, expect, test } from 'vitest'
import type { Task } from '../model/step.ts'
import { openSeats, signingRule } from './open-seats.ts'
import type { RoutedGroup } from './resolve.ts'

const base = { kind: 'task', by: { duty: 'D01' }, actions: {} } as const

function group(people: readonly string[], post?: string): RoutedGroup {
  return {
    by: { duty: 'D01' },
    people,
    rejected: [],
    ...(post === undefined ? {} : { post }),
  }
}

function seatsOf(task: Partial<Task>, ...groups: readonly RoutedGroup[]) {
  return openSeats({ ...base, ...task }, groups).map(({ id, group: of, weight, line, state }) => [
    id,
    of,
    weight,
    line[0]?.people,
    state,
  ])
}

describe('the seats of a task as it opens', () => {
  test('single: one seat that anybody asked may fill, each person named once', () => {
    expect(seatsOf({}, group(['a', 'b']), group(['b', 'c']))).toEqual([
      ['s1', 0, 1, ['a', 'b', 'c'], 'open'],
    ])
  })

  test('persons: as many seats as persons, whatever the staff of the town', () => {
    expect(seatsOf({ persons: 2 }, group(['a', 'b', 'c']))).toEqual([
      ['s1', 0, 1, ['a', 'b', 'c'], 'open'],
      ['s2', 0, 1, ['a', 'b', 'c'], 'open'],
    ])
    expect(seatsOf({ persons: 2 }, group(['a']))).toHaveLength(2)
    expect(seatsOf({ persons: 1 }, group(['a', 'b']))).toHaveLength(1)
  })

  test('each: as many seats a group as it owes', () => {
    expect(seatsOf({ signing: { rule: 'each' } }, group(['a', 'b']), group(['c']))).toEqual([
      ['s1', 0, 1, ['a', 'b'], 'open'],
      ['s2', 1, 1, ['c'], 'open'],
    ])
    const two = { signing: { rule: 'each', count: 2 } } as const
    expect(seatsOf(two, group(['a', 'b']), group(['c', 'd'])).map(([, of]) => of)).toEqual([
      0, 0, 1, 1,
    ])
  })

  test.each(['any', 'all', 'in-order', 'vote'] as const)('%s: one seat a person', (rule) => {
    expect(seatsOf({ signing: { rule } }, group(['a', 'b']))).toEqual([
      ['s1', 0, 1, ['a'], 'open'],
      ['s2', 0, 1, ['b'], 'open'],
    ])
  })

  test('one person in two groups has one seat', () => {
    expect(seatsOf({ signing: { rule: 'all' } }, group(['a']), group(['a', 'b']))).toEqual([
      ['s1', 0, 1, ['a'], 'open'],
      ['s2', 1, 1, ['b'], 'open'],
    ])
  })

  test('a group in which nobody is found keeps an empty seat, which holds the step open', () => {
    expect(seatsOf({ signing: { rule: 'all' } }, group([]), group(['b']))).toEqual([
      ['s1', 0, 1, [], 'open'],
      ['s2', 1, 1, ['b'], 'open'],
    ])
    expect(seatsOf({}, group([]))).toEqual([['s1', 0, 1, [], 'open']])
  })

  test('weights go by post', () => {
    const vote = { signing: { rule: 'vote', weights: { mayor: 3 } } } as const
    expect(seatsOf(vote, group(['m'], 'mayor'), group(['a', 'b'], 'leader'), group(['x']))).toEqual(
      [
        ['s1', 0, 3, ['m'], 'open'],
        ['s2', 1, 1, ['a'], 'open'],
        ['s3', 1, 1, ['b'], 'open'],
        ['s4', 2, 1, ['x'], 'open'],
      ],
    )
  })

  test.each([
    [{}, 'single'],
    [{ persons: 1 }, 'single'],
    [{ persons: 2 }, 'persons'],
    [{ signing: { rule: 'vote' } }, 'vote'],
    [{ persons: 2, signing: { rule: 'all' } }, 'persons'],
  ] as const)('the rule of %j is %s', (task, rule) => {
    expect(signingRule({ ...base, ...task })).toBe(rule)
  })
})
