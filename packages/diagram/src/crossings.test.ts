import { expect, test } from 'vitest'
import { crossingsOf } from './crossings.ts'

const upright = [
  { x: 50, y: 0 },
  { x: 50, y: 100 },
]

test.each([
  ['an arrow through the middle of another crosses it once', 0, 100, [{ x: 50, y: 40 }]],
  ['an arrow that ends on another does not cross it', 0, 50, []],
  ['an arrow beside another does not cross it', 60, 100, []],
])('%s', (_, from, to, expected) => {
  const level = [
    { x: from, y: 40 },
    { x: to, y: 40 },
  ]
  expect(crossingsOf(level, [upright])).toEqual(expected)
})

test('arrows that run together do not cross', () => {
  expect(crossingsOf(upright, [upright])).toEqual([])
})
