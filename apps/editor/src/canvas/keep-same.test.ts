import { expect, test } from 'vitest'
import { keepSame } from './keep-same.ts'

const card = (id: string, isSelected: boolean) => ({ id, data: { isSelected, mark: { n: 1 } } })

test('a selection changes the two cards that it concerns and no other', () => {
  const before = [card('a', true), card('b', false), card('c', false)]
  const after = [card('a', false), card('b', true), card('c', false)]
  const kept = keepSame(before, after)
  expect(kept).toEqual(after)
  expect(kept.map((it, n) => it === before[n])).toEqual([false, false, true])
})

test('what moved, came or went is taken over', () => {
  const before = [{ ...card('a', false), x: 1 }, card('gone', false)]
  const after = [{ ...card('a', false), x: 2 }, card('new', false)]
  expect(keepSame<{ id: string }>(before, after)).toEqual(after)
})
