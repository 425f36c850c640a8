import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Seat } from './seat.ts'
import { settleVote } from './signing/vote.ts'

/** `+` agrees, `-` refuses, `.` has not spoken; a digit before it is the weight of the seat. */
function seats(words: string): readonly Seat[] {
  return [...words.matchAll(/(\d*)([+.-])/g)].map(([, weight = '', word], index): Seat => {
    const state = word === '+' ? 'for' : word === '-' ? 'against' : 'open'
    return { id: `s${index + 1}`, group: 0, weight: Number(weight || 1), line: [], state }
  })
}

describe('a vote', () => {
  test.each([
    ['......', '2/3', null],
    ['++++..', '2/3', 'for'],
    ['+++...', '2/3', null],
    ['---...', '2/3', 'against'],
    ['--+...', '2/3', null],
    ['++--..', '2/3', null],
    ['++---.', '2/3', 'against'],
    ['+++---', '2/3', 'against'],
    ['++++--', '2/3', 'for'],
    ['+++---', '1/2', 'for'],
    ['++----', '1/2', 'against'],
    ['..----', '1/2', 'against'],
    ['...---', '1/2', null],
    ['+++', '1', 'for'],
    ['++.', '1', null],
    ['-..', '1', 'against'],
    ['++-', 1, 'against'],
    ['++.', 0.6, 'for'],
    ['+..', 0.6, null],
    ['+.........', '1/10', 'for'],
    ['..........', '1/10', null],
  ] as const)('%s at %s: %s', (words, share, expected) => {
    expect(settleVote(seats(words), { share })).toBe(expected)
  })

  test('half carries where the workflow says nothing', () => {
    expect(settleVote(seats('+-'))).toBe('for')
    expect(settleVote(seats('--+'))).toBe('against')
  })

  test.each([
    ['3+1.1.', '1/2', 'for'],
    ['3-1+1+', '1/2', 'against'],
    ['2+2-1.', '1/2', null],
    ['2+2-1+', '1/2', 'for'],
    ['2+2-1-', '1/2', 'against'],
  ] as const)('counts weight, not heads: %s at %s: %s', (words, share, expected) => {
    expect(settleVote(seats(words), { share })).toBe(expected)
  })

  test.each([
    ['++....', '1/3', '2/3', null],
    ['++-...', '1/3', '2/3', null],
    ['++--..', '1/3', '2/3', 'for'],
    ['++++++', '1/3', 1, 'for'],
    ['+++++.', '1/3', 1, null],
    // What can no longer be reached is lost, quorum or not.
    ['-----.', '1/3', 1, 'against'],
  ] as const)('waits for its quorum: %s at %s, quorum %s: %s', (words, share, quorum, expected) => {
    expect(settleVote(seats(words), { share, quorum })).toBe(expected)
  })

  test.each([
    ['++..', 2, undefined, 'for'],
    ['+...', 2, undefined, null],
    ['---.', 2, undefined, 'against'],
    ['3+...', 2, undefined, null],
    ['++..', 2, 1, null],
    ['++--', 2, 1, 'for'],
    // More than there are seats: everybody, so that it cannot hang.
    ['++', 3, undefined, 'for'],
    ['+.', 3, undefined, null],
    ['+-', 3, undefined, 'against'],
  ] as const)('by a number of seats: %s, %i needed, quorum %s: %s', (words, count, quorum, end) => {
    const rule = quorum === undefined ? { count } : { count, quorum }
    expect(settleVote(seats(words), rule)).toBe(end)
  })

  describe('with a chair', () => {
    const chaired = (words: string) =>
      seats(words).map((seat, index): Seat => (index === 0 ? { ...seat, isChair: true } : seat))

    test.each([
      ['+--+', 'for'],
      ['-++-', 'against'],
      ['+-+-', 'for'],
      ['-+.+', null],
      ['.++-', null],
      ['+++.', 'for'],
      ['---.', 'against'],
      ['.--.', null],
    ] as const)('a tie goes by the chair, and only a tie: %s: %s', (words, expected) => {
      expect(settleVote(chaired(words), { share: '1/2' })).toBe(expected)
    })

    test('weights count towards the tie', () => {
      expect(settleVote(chaired('2-1+1+'), { share: '1/2' })).toBe('against')
      expect(settleVote(chaired('1-2+1-'), { share: '1/2' })).toBe('against')
      expect(settleVote(chaired('1-3+1-'), { share: '1/2' })).toBe('for')
    })
  })

  const words = fc.array(fc.constantFrom('+', '-', '.', '2+', '3-', '2.'), {
    minLength: 1,
    maxLength: 9,
  })
  const shares = fc.constantFrom('1/2', '2/3', '1', '1/3', 0.6)

  test('never hangs: when everybody has spoken it is settled', () => {
    fc.assert(
      fc.property(words, shares, (given, share) => {
        const spoken = given.map((word) => word.replace('.', '+')).join('')
        expect(settleVote(seats(spoken), { share, quorum: '2/3' })).not.toBeNull()
      }),
    )
  })

  test('once settled, no later word turns it', () => {
    fc.assert(
      fc.property(words, shares, fc.constantFrom('+', '-'), (given, share, word) => {
        const before = settleVote(seats(given.join('')), { share })
        const after = settleVote(seats(given.join('').replace('.', word)), { share })
        if (before !== null) expect(after).toBe(before)
      }),
    )
  })

  test('the order of the words does not matter', () => {
    fc.assert(
      fc.property(words, shares, (given, share) => {
        const turned = [...given].reverse().join('')
        expect(settleVote(seats(turned), { share })).toBe(
          settleVote(seats(given.join('')), { share }),
        )
      }),
    )
  })
})
