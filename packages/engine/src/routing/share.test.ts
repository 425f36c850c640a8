import { describe, expect, test } from 'vitest'
import { fractionOf, reaches } from './share.ts'

describe('a share', () => {
  test.each([
    ['2/3', { over: 2, under: 3 }],
    ['1', { over: 1, under: 1 }],
    [1, { over: 1, under: 1 }],
    [0.5, { over: 5, under: 10 }],
    ['0.6', { over: 6, under: 10 }],
    [0.07, { over: 7, under: 100 }],
    [0.29, { over: 29, under: 100 }],
  ])('%s is a fraction of whole numbers', (share, expected) => {
    expect(fractionOf(share)).toEqual(expected)
  })

  test.each([
    [4, 6, '2/3', true],
    [3, 6, '2/3', false],
    [2, 3, '2/3', true],
    [1, 3, '1/3', true],
    [3, 5, 0.6, true],
    [2, 5, 0.6, false],
    [29, 100, 0.29, true],
    [28, 100, 0.29, false],
    [0, 0, '1/2', true],
    [0, 4, 0, true],
    [1, 10, '0.1', true],
  ])('%d of %d reaches %s: %s', (part, whole, share, expected) => {
    expect(reaches(part, whole, share)).toBe(expected)
  })
})
