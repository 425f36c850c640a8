import { describe, expect, test } from 'vitest'
import type { Signing, Task } from '../model/step.ts'
import { openSeats } from './open-seats.ts'
import { reseat } from './reseat.ts'
import type { RoutedGroup } from './resolve.ts'
import type { Seat } from './seat.ts'
import { speak } from './speak.ts'
import { vacate } from './vacate.ts'

function signed(rule: Signing['rule'], more: Partial<Signing> = {}): Task {
  return { kind: 'task', by: { duty: 'D01' }, signing: { rule, ...more }, actions: {} }
}

function group(...people: readonly string[]): RoutedGroup {
  return { by: { duty: 'D01' }, people, rejected: [] }
}

function lines(seats: readonly Seat[]): readonly (readonly [string, readonly string[]])[] {
  return seats.map(({ id, line }) => [id, line[0]?.people ?? []])
}

function first(seats: readonly Seat[]): Seat {
  const [seat] = seats
  if (seat === undefined) throw new Error('no seat')
  return seat
}

describe('a newer directory, one seat for all', () => {
  const single = signed('single')

  test('the seat is for those in office now', () => {
    const seats = openSeats(single, [group('a', 'b')])
    expect(lines(reseat(single, seats, [group('b', 'c')]))).toEqual([['s1', ['b', 'c']]])
  })

  test('a claim stands while the claimer is there, and the pool follows the directory', () => {
    const claimed = {
      ...first(openSeats(single, [group('a', 'b')])),
      line: [{ people: ['a'], pool: ['a', 'b'] }],
    }
    const stays = first(reseat(single, [claimed], [group('a', 'c')]))
    expect(stays.line).toEqual([{ people: ['a'], pool: ['a', 'c'] }])
    const left = first(reseat(single, [claimed], [group('b', 'c')]))
    expect(left.line).toEqual([{ people: ['b', 'c'] }])
  })

  test('a transfer stands while the receiver is in office', () => {
    const moved: Seat = {
      ...first(openSeats(single, [group('a', 'b')])),
      line: [{ people: ['x'], owner: ['a', 'b'] }],
    }
    expect(
      reseat(single, [moved], [group('b')], {
        isHere: (person) => person === 'x',
        mayJoin: () => true,
      }),
    ).toEqual([moved])
    const back = first(
      reseat(single, [moved], [group('b')], { isHere: () => false, mayJoin: () => true }),
    )
    expect(back.line).toEqual([{ people: ['b'] }])
  })

  test('a settled seat stands, its signer gone or not', () => {
    const settled = speak(first(openSeats(single, [group('a')])), {
      exit: 'agree',
      side: 'for',
      by: 'a',
      turn: 1,
    })
    expect(reseat(single, [settled], [group('b')])).toEqual([settled])
  })

  test('each group has its own people', () => {
    const each = signed('each')
    const seats = openSeats(each, [group('a'), group('b')])
    expect(lines(reseat(each, seats, [group('c'), group('b', 'd')]))).toEqual([
      ['s1', ['c']],
      ['s2', ['b', 'd']],
    ])
  })
})

describe('a newer directory, one seat a person', () => {
  const all = signed('all')
  const seats = openSeats(all, [group('a', 'b')])

  test('a newcomer takes the seat of somebody who left', () => {
    expect(lines(reseat(all, seats, [group('b', 'c')]))).toEqual([
      ['s1', ['c']],
      ['s2', ['b']],
    ])
  })

  test('the number of seats stays: who joins while nobody leaves has no seat', () => {
    expect(reseat(all, seats, [group('a', 'b', 'c')])).toEqual(seats)
  })

  test('a leaver without a newcomer leaves an empty seat, filled later', () => {
    const emptied = reseat(all, seats, [group('b')])
    expect(lines(emptied)).toEqual([
      ['s1', []],
      ['s2', ['b']],
    ])
    expect(lines(reseat(all, emptied, [group('b', 'c', 'd')]))).toEqual([
      ['s1', ['c']],
      ['s2', ['b']],
    ])
  })

  test('a signer who has spoken keeps the seat, and takes no other', () => {
    const spoken = seats.map((seat) =>
      seat.id === 's1' ? speak(seat, { exit: 'agree', side: 'for', by: 'a', turn: 1 }) : seat,
    )
    expect(reseat(all, spoken, [group('a')])).toEqual([
      spoken[0],
      { ...seats[1], line: [{ people: [] }] },
    ])
  })

  test('newcomers take seats of their own group only', () => {
    const two = openSeats(all, [group('a'), group('b')])
    expect(lines(reseat(all, two, [group(), group('b', 'c')]))).toEqual([
      ['s1', []],
      ['s2', ['b']],
    ])
  })

  test('a duty that was bound by nobody is seated in full once it is bound', () => {
    const gap = openSeats(all, [group(), group('b')])
    expect(lines(reseat(all, gap, [group('x', 'y', 'z'), group('b')]))).toEqual([
      ['s1', ['x']],
      ['s3', ['y']],
      ['s4', ['z']],
      ['s2', ['b']],
    ])
  })

  test('its weight is that of the post found', () => {
    const vote = signed('vote', { weights: { mayor: 3 } })
    const mayors = { ...group('m'), post: 'mayor' }
    const gap: readonly Seat[] = [
      { id: 's1', group: 0, weight: 1, line: [{ people: [] }], state: 'open' },
    ]
    expect(reseat(vote, gap, [mayors])[0]?.weight).toBe(3)
  })

  test('a transfer stands, though the receiver is of another section', () => {
    const moved = seats.map(
      (seat): Seat =>
        seat.id === 's1' ? { ...seat, line: [{ people: ['x'], owner: ['a'] }] } : seat,
    )
    expect(reseat(all, moved, [group('a', 'b')])).toEqual(moved)
  })

  test('a receiver who has left gives way to those routed', () => {
    const moved = seats.map(
      (seat): Seat =>
        seat.id === 's1' ? { ...seat, line: [{ people: ['x'], owner: ['a'] }] } : seat,
    )
    const back = reseat(all, moved, [group('a', 'b')], {
      isHere: (person) => person !== 'x',
      mayJoin: () => true,
    })
    expect(lines(back)).toEqual([
      ['s1', ['a']],
      ['s2', ['b']],
    ])
    expect(back[0]?.line[0]?.owner).toBeUndefined()
  })
})

test('who may not act here is not given the seat of a leaver', () => {
  const all = signed('all')
  const seats = openSeats(all, [group('a', 'b')])
  const after = reseat(all, seats, [group('b', 'c', 'd')], {
    isHere: () => true,
    mayJoin: (person) => person !== 'c',
  })
  expect(lines(after)).toEqual([
    ['s1', ['d']],
    ['s2', ['b']],
  ])
})

describe('a seat given up', () => {
  const open: Seat = { id: 's1', group: 0, weight: 1, line: [{ people: ['a'] }], state: 'open' }

  test('falls back to those who could have claimed it, or to its owner', () => {
    const claimed = { ...open, line: [{ people: ['a'], pool: ['a', 'b'] }] }
    const taken = { ...open, line: [{ people: ['a'], owner: ['b'] }] }
    expect(vacate(claimed, 'a')).toEqual({ ...open, line: [{ people: ['a', 'b'] }] })
    expect(vacate(taken, 'a')).toEqual({ ...open, line: [{ people: ['b'] }] })
  })

  test('stays with whoever else holds it', () => {
    const claimed = { ...open, line: [{ people: ['a'], pool: ['a', 'b'] }] }
    expect(vacate(claimed, 'b')).toBe(claimed)
    expect(vacate(open, 'a')).toBe(open)
    const settled = speak(claimed, { exit: 'agree', side: 'for', by: 'a', turn: 1 })
    expect(vacate(settled, 'a')).toBe(settled)
  })
})
