import { describe, expect, test } from 'vitest'
import type { Signing, Task } from '../model/step.ts'
import type { Seat } from './seat.ts'
import { speak } from './speak.ts'
import { askedNow, seatFor, settle } from './tally.ts'

function signed(rule: Signing['rule'], more: Partial<Task> = {}): Task {
  return {
    kind: 'task',
    by: { duty: 'D01' },
    signing: { rule },
    actions: {
      agree: { counts: 'for', to: 'next' },
      object: { counts: 'against', to: 'back' },
      doubt: { counts: 'against', to: 'back' },
    },
    ...more,
  }
}

const visit = signed('single', { persons: 2 })

function seat(n: number, ...people: readonly string[]): Seat {
  return { id: `s${n}`, group: 0, weight: 1, line: [{ people }], state: 'open' }
}

/** `+a` agrees, `-a` objects, `~a` doubts, `a` has not spoken; in the order of speaking. */
function seats(...words: readonly string[]): readonly Seat[] {
  const turns = { '+': 'agree', '-': 'object', '~': 'doubt' } as const
  return words.map((word, index) => {
    const mark = word[0]
    const open = seat(index + 1, word.replace(/^[+~-]/, ''))
    if (mark !== '+' && mark !== '-' && mark !== '~') return open
    const side = mark === '+' ? 'for' : 'against'
    return speak(open, { exit: turns[mark], side, by: word.slice(1), turn: index + 1 })
  })
}

describe('the first word decides (single, any)', () => {
  test.each(['single', 'any'] as const)('%s, in either direction', (rule) => {
    expect(settle(signed(rule), seats('a', 'b'))).toBeNull()
    expect(settle(signed(rule), seats('a', '+b'))).toEqual({ side: 'for', exit: 'agree' })
    expect(settle(signed(rule), seats('-a', 'b'))).toEqual({ side: 'against', exit: 'object' })
  })

  test('the first in time, not the first in the list', () => {
    const [a, b] = seats('+a', '-b')
    if (a === undefined || b === undefined) throw new Error('two seats')
    const later = { ...a, turn: 9 }
    expect(settle(signed('any'), [later, b])).toEqual({ side: 'against', exit: 'object' })
  })

  test('nobody found, nothing settled', () => {
    expect(settle(signed('any'), [])).toBeNull()
    expect(settle(signed('all'), [])).toBeNull()
    expect(settle(signed('vote'), [])).toBeNull()
  })
})

describe('all must agree (all, in-order, each, persons)', () => {
  const tasks = [signed('all'), signed('in-order'), signed('each'), visit]
  test.each(tasks)('%j: for when every seat agrees', (task) => {
    expect(settle(task, seats('+a', 'b', '+c'))).toBeNull()
    expect(settle(task, seats('+a', '+b'))).toEqual({ side: 'for', exit: 'agree' })
  })

  test.each(tasks)('%j: against at the first refusal, whoever else still owes', (task) => {
    expect(settle(task, seats('+a', '-b', 'c'))).toEqual({ side: 'against', exit: 'object' })
  })

  test('of several refusals the first one is the exit', () => {
    expect(settle(signed('all'), seats('+a', '~b', '-c'))?.exit).toBe('doubt')
    const [b, c] = seats('-b', '~c')
    if (b === undefined || c === undefined) throw new Error('two seats')
    expect(settle(signed('all'), [{ ...b, turn: 5 }, c])?.exit).toBe('doubt')
  })
})

describe('whose turn it is', () => {
  test('in order: the first open seat only', () => {
    const task = signed('in-order')
    expect(askedNow(task, seats('a', 'b', 'c'))).toEqual(['a'])
    expect(seatFor(task, seats('a', 'b'), 'b')).toBeNull()
    expect(askedNow(task, seats('+a', 'b', 'c'))).toEqual(['b'])
    expect(seatFor(task, seats('+a', 'b'), 'b')?.id).toBe('s2')
  })

  test('in order: an empty seat holds up those behind it', () => {
    const chain = [seat(1), seat(2, 'b')]
    expect(askedNow(signed('in-order'), chain)).toEqual([])
    expect(seatFor(signed('in-order'), chain, 'b')).toBeNull()
  })

  test('everybody at once under the other rules', () => {
    expect(askedNow(signed('all'), seats('a', '+b', 'c'))).toEqual(['a', 'c'])
  })

  test('one person fills one seat of a step: who has spoken is asked no more', () => {
    const two = [
      speak(seat(1, 'a', 'b'), { exit: 'agree', side: 'for', by: 'a', turn: 1 }),
      seat(2, 'a', 'b'),
    ]
    expect(seatFor(visit, two, 'a')).toBeNull()
    expect(seatFor(visit, two, 'b')?.id).toBe('s2')
    expect(askedNow(visit, two)).toEqual(['b'])
  })

  test('a section of one cannot give two persons', () => {
    const two = [
      speak(seat(1, 'a'), { exit: 'agree', side: 'for', by: 'a', turn: 1 }),
      seat(2, 'a'),
    ]
    expect(askedNow(visit, two)).toEqual([])
  })

  test('who is not asked has no seat', () => {
    expect(seatFor(signed('all'), seats('a'), 'z')).toBeNull()
  })

  test('who sits in two sections takes the seat that no colleague can fill', () => {
    const both = [seat(1, 'a', 'b'), { ...seat(2, 'a'), group: 1 }]
    expect(seatFor(signed('each'), both, 'a')?.id).toBe('s2')
    expect(seatFor(signed('each'), both, 'b')?.id).toBe('s1')
  })

  test('and looks further than the size of a section', () => {
    const three = [seat(1, 'a', 'c'), seat(2, 'a', 'b'), seat(3, 'b')]
    expect(seatFor(signed('each'), three, 'a')?.id).toBe('s2')
    const chain = [seat(1, 'a', 'b'), seat(2, 'b', 'c'), seat(3, 'a', 'c')]
    expect(seatFor(signed('each'), chain, 'a')?.id).toBe('s1')
  })

  test('where the seats cannot all be filled, the first one is taken', () => {
    const two = [seat(1, 'a'), seat(2, 'a')]
    expect(seatFor(signed('each'), two, 'a')?.id).toBe('s1')
  })
})
