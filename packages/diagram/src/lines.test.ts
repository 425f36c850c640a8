import { expect, test } from 'vitest'
import { backEdges } from './back-edges.ts'
import { linesOf } from './lines.ts'
import { rowsOf } from './rows.ts'

const hops = (...pairs: readonly string[]) =>
  pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }))

test('a loop has exactly one hop that leads back', () => {
  const all = hops('ab', 'bc', 'cb', 'cd', 'da')
  expect([...backEdges(['a', 'b', 'c', 'd'], all)]).toEqual(hops('cb', 'da'))
})

test('the main line follows the first exit that leads onward; a detour branches off', () => {
  const lines = linesOf({
    ids: ['a', 'b', 'x', 'c'],
    hops: hops('ax', 'ab', 'bc', 'cO'),
    onward: new Set(['O']),
  })
  expect(lines).toEqual([{ ids: ['a', 'b', 'c'] }, { ids: ['x'], parent: 'a' }])
})

test('a line ends where its first exit leaves the block', () => {
  const lines = linesOf({ ids: ['a', 'w'], hops: hops('aO', 'aw'), onward: new Set(['O']) })
  expect(lines).toEqual([{ ids: ['a'] }, { ids: ['w'], parent: 'a' }])
})

test('a detour begins in the row of the step it leaves, and what follows stands below it', () => {
  const all = hops('ab', 'ax', 'xy', 'yb')
  const rows = rowsOf([{ ids: ['a', 'b'] }, { ids: ['x', 'y'], parent: 'a' }], all)
  expect(Object.fromEntries(rows)).toEqual({ a: 0, x: 0, y: 1, b: 2 })
})
