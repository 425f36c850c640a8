import { expect, test } from 'vitest'
import type { Guard, Move } from '../machine/registry.ts'
import { NotRepeatable, type Traced, withoutRepeats } from './program.ts'

const isOver: Guard = () => false
const isSettled: Guard = () => true
const leave: Move = (context) => context

test('a guard is asked once between two moves, and anew after a move', () => {
  const no: Traced = { ask: isOver, answer: false }
  const yes: Traced = { ask: isSettled, answer: true }
  const move: Traced = { make: leave }
  expect(withoutRepeats([no, yes, no, no, move, no, yes, no, move, move])).toEqual([
    no,
    yes,
    move,
    no,
    yes,
    move,
    move,
  ])
})

test('a guard that answers differently with no move in between is not pure, and nothing is learnt', () => {
  const trace: readonly Traced[] = [
    { ask: isOver, answer: false },
    { ask: isOver, answer: true },
  ]
  expect(() => withoutRepeats(trace)).toThrow(NotRepeatable)
})

test('a guard may answer differently after a move', () => {
  const trace: readonly Traced[] = [
    { ask: isOver, answer: false },
    { make: leave },
    { ask: isOver, answer: true },
  ]
  expect(withoutRepeats(trace)).toEqual(trace)
})
