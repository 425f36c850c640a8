import { expect, test } from 'vitest'
import { shelve } from './shelves.ts'

const card = { width: 208, height: 90 }

test('four single opinions stand side by side, 12 px apart', () => {
  const { corners, width, height } = shelve([card, card, card, card])
  expect(corners.map((corner) => corner.x)).toEqual([0, 220, 440, 660])
  expect([width, height]).toEqual([868, 90])
})

test('five opinions stand in rows of three and two rather than four and one', () => {
  const { corners, width, height } = shelve([card, card, card, card, card])
  expect(corners.map((corner) => corner.x)).toEqual([0, 220, 440, 0, 220])
  expect([width, height]).toEqual([648, 192])
})

test('where nine branches are too wide, short ones share a column beside a tall one', () => {
  const tall = { width: 208, height: 300 }
  const { corners, width } = shelve([tall, card, card, card, card, card, card, card, card])
  expect(corners.slice(1, 4)).toEqual([
    { x: 220, y: 0 },
    { x: 220, y: 102 },
    { x: 220, y: 204 },
  ])
  expect(width).toBe(4 * 208 + 3 * 12)
})

test('equal branches that are too wide go on in a second row', () => {
  const { corners, height } = shelve(Array.from({ length: 8 }, () => card))
  expect(corners[4]).toEqual({ x: 0, y: 102 })
  expect(height).toBe(192)
})
