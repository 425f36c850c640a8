import { expect, test } from 'vitest'
import { nearestCard } from './nearest-card.ts'
import { routePath } from './route-path.ts'

test('an arrow turns with a radius of 8 px', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 50 },
  ]
  expect(routePath(points)).toBe('M0,0L92,0Q100,0 100,8L100,50')
})

test('a short piece halves the radius rather than turning past its end', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 10, y: 10 },
  ]
  expect(routePath(points)).toBe('M0,0L0,5Q0,10 5,10L10,10')
})

test('at a crossing the later arrow is left out for 4 px to either side', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]
  expect(routePath(points, [{ x: 40, y: 0 }])).toBe('M0,0L36,0M44,0L100,0')
})

const card = (id: string, x: number, y: number) => ({ id, x, y, width: 208, height: 68 })
const CARDS = [card('a', 0, 0), card('b', 0, 100), card('c', 300, 110), card('d', 0, 400)]

test.each([
  ['a', 'down', 'b'],
  ['b', 'down', 'd'],
  ['b', 'right', 'c'],
  ['c', 'left', 'b'],
  ['b', 'up', 'a'],
  ['a', 'up', undefined],
] as const)('from %s the key %s leads to %s', (from, direction, expected) => {
  expect(nearestCard(CARDS, from, direction)).toBe(expected)
})
