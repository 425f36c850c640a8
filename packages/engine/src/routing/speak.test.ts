import { describe, expect, test } from 'vitest'
import type { Action } from '../model/arrow.ts'
import type { Signing, Task } from '../model/step.ts'
import { askedIn, replaceSigner } from './line.ts'
import { sayOn } from './say-on.ts'
import { peopleWhoSpoke, type Seat, type Signer } from './seat.ts'
import { closeLine, speak } from './speak.ts'

function seatOf(...line: readonly Signer[]): Seat {
  return { id: 's1', group: 0, weight: 2, line, state: 'open' }
}

function added(person: string, more: Partial<Signer> = {}): Signer {
  return { people: [person], added: { by: 'own', as: 'signer' }, ...more }
}

const adviser: Signer = { people: ['helper'], added: { by: 'own', as: 'adviser' } }

function agrees(seat: Seat, by: string, turn = 1): Seat {
  return speak(seat, { exit: 'agree', side: 'for', by, turn })
}

function objects(seat: Seat, by: string): Seat {
  return speak(seat, { exit: 'object', side: 'against', by, turn: 1 })
}

function asked({ line }: Seat): readonly (readonly string[])[] {
  return askedIn(line).map(({ people }) => people)
}

describe('a signer added before', () => {
  const seat = seatOf({ people: ['own'], before: [added('a'), added('b')] })

  test('is asked first, several in any order, then the drawn signer', () => {
    expect(asked(seat)).toEqual([['a'], ['b']])
    const one = agrees(seat, 'b')
    expect(asked(one)).toEqual([['a']])
    expect(asked(agrees(one, 'a'))).toEqual([['own']])
    expect(agrees(agrees(one, 'a'), 'own', 4)).toEqual({
      id: 's1',
      group: 0,
      weight: 2,
      line: [],
      state: 'for',
      voices: [
        { by: 'b', exit: 'agree', as: 'signer' },
        { by: 'a', exit: 'agree', as: 'signer' },
      ],
      exit: 'agree',
      by: 'own',
      turn: 4,
    })
  })

  test('refuses for the whole seat', () => {
    expect(objects(seat, 'a')).toMatchObject({
      state: 'against',
      by: 'a',
      exit: 'object',
      line: [],
    })
  })
})

describe('a signer added after', () => {
  const seat = seatOf({ people: ['own'], after: [added('a'), added('b')] })

  test('is asked once the drawn signer has agreed', () => {
    expect(asked(seat)).toEqual([['own']])
    const own = agrees(seat, 'own')
    expect(own.state).toBe('open')
    expect(asked(own)).toEqual([['a'], ['b']])
    expect(agrees(agrees(own, 'a'), 'b')).toMatchObject({ state: 'for', by: 'b' })
  })

  test('is not asked once the drawn signer has refused', () => {
    expect(objects(seat, 'own')).toMatchObject({ state: 'against', by: 'own', line: [] })
  })

  test('leaves the exit of an agreeing seat to the drawn signer', () => {
    const own = speak(seatOf({ people: ['own'], after: [added('a')] }), {
      exit: 'agree-in-part',
      side: 'for',
      by: 'own',
      turn: 1,
    })
    expect(agrees(own, 'a')).toMatchObject({ state: 'for', exit: 'agree-in-part', by: 'a' })
  })
})

test('signers side by side agree in any order', () => {
  const seat = seatOf({ people: ['own'] }, added('a'))
  const ends = [agrees(agrees(seat, 'own'), 'a'), agrees(agrees(seat, 'a'), 'own')]
  expect(ends.map(({ state, exit }) => [state, exit])).toEqual([
    ['for', 'agree'],
    ['for', 'agree'],
  ])
})

describe('an adviser', () => {
  const seat = seatOf({ people: ['own'], before: [adviser] })

  test('says a word that counts nowhere: the work goes back to whoever asked', () => {
    const advised = objects(seat, 'helper')
    expect(advised).toMatchObject({
      state: 'open',
      line: [{ people: ['own'] }],
      voices: [{ by: 'helper', exit: 'object', as: 'adviser' }],
    })
    expect(agrees(advised, 'own')).toMatchObject({ state: 'for', exit: 'agree', by: 'own' })
  })

  test('three deep: each word goes back one level', () => {
    const deep = seatOf({
      people: ['own'],
      before: [
        {
          ...adviser,
          before: [{ ...adviser, people: ['k'], before: [{ ...adviser, people: ['m'] }] }],
        },
      ],
    })
    const path = ['m', 'k', 'helper', 'own']
    let now = deep
    for (const person of path) {
      expect(asked(now)).toEqual([[person]])
      now = agrees(now, person)
    }
    expect(now.state).toBe('for')
    expect(peopleWhoSpoke([now])).toEqual(path)
  })
})

describe('signers taken off', () => {
  test('after the drawn signer agreed: the seat agrees by that word', () => {
    const own = agrees(seatOf({ people: ['own'], after: [added('a')] }), 'own')
    expect(closeLine(own, [], 3)).toMatchObject({
      state: 'for',
      exit: 'agree',
      by: 'own',
      turn: 3,
      line: [],
    })
    expect(closeLine(own, [], 3).voices).toBeUndefined()
  })

  test('before it spoke: the seat stays open', () => {
    const [drawn] = seatOf({ people: ['own'], before: [added('a')] }).line
    if (drawn === undefined) throw new Error('no signer')
    const [first] = drawn.before ?? []
    if (first === undefined) throw new Error('no signer')
    const line = replaceSigner([drawn], first, [])
    expect(closeLine(seatOf(drawn), line, 1)).toEqual(seatOf({ people: ['own'] }))
  })
})

test('a settled seat keeps whose work it first was', () => {
  const moved = seatOf({ people: ['b'], owner: ['a'] })
  expect(agrees(moved, 'b', 3)).toEqual({
    id: 's1',
    group: 0,
    weight: 2,
    line: [],
    state: 'for',
    exit: 'agree',
    by: 'b',
    turn: 3,
    owner: ['a'],
  })
  const longer = seatOf({ people: ['b'], owner: ['a'], after: [added('c')] })
  expect(agrees(agrees(longer, 'b'), 'c')).toMatchObject({ state: 'for', owner: ['a'] })
})

describe('an action that does not count', () => {
  const actions: Readonly<Record<string, Action>> = {
    grant: { to: 'x' },
    refuse: { to: 'y' },
    agree: { to: 'x', counts: 'for' },
  }
  const taskOf = (rule: Signing['rule']): Task => ({
    kind: 'task',
    by: { duty: 'D01' },
    signing: { rule },
    actions,
  })
  const say = (seat: Seat, by: string, action: string, rule: Signing['rule'] = 'single') =>
    sayOn(taskOf(rule), seat, { action, by, turn: 1 })

  test('moves the step at once when nobody else of the seat owes a word', () => {
    expect(say(seatOf({ people: ['own'] }), 'own', 'grant').movesAtOnce).toBe(true)
  })

  test('by an adviser, or by a signer added before, moves nothing', () => {
    for (const before of [adviser, added('helper')]) {
      const said = say(seatOf({ people: ['own'], before: [before] }), 'helper', 'refuse')
      expect([said.movesAtOnce, asked(said.seat)]).toEqual([false, [['own']]])
    }
  })

  test('by the drawn signer waits for those added after, who may take another', () => {
    const { seat, movesAtOnce } = say(
      seatOf({ people: ['own'], after: [added('a')] }),
      'own',
      'grant',
    )
    expect([movesAtOnce, asked(seat)]).toEqual([false, [['a']]])
    expect(say(seat, 'a', 'grant')).toMatchObject({ movesAtOnce: true, seat: { state: 'for' } })
    expect(say(seat, 'a', 'refuse')).toMatchObject({
      movesAtOnce: true,
      seat: { state: 'against', exit: 'refuse' },
    })
  })

  test('moves a joint signing at once, whoever else of the seat is asked', () => {
    expect(
      say(seatOf({ people: ['own'], after: [added('a')] }), 'own', 'refuse', 'all').movesAtOnce,
    ).toBe(true)
  })

  test('one that counts never moves the step by itself', () => {
    expect(say(seatOf({ people: ['own'] }), 'own', 'agree', 'all').movesAtOnce).toBe(false)
  })
})
