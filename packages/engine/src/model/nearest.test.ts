import { describe, expect, test } from 'vitest'
import { editDistance, nearestName } from './nearest.ts'

describe('the nearest known name', () => {
  test.each([
    ['opnion', 'opinion'],
    ['tilte', 'title'],
    ['Start', 'start'],
    ['handing', 'handling'],
    ['x', undefined],
    ['completely-else', undefined],
  ])('to %s is %s', (name, nearest) => {
    expect(nearestName(name, ['opinion', 'title', 'start', 'handling'])).toBe(nearest)
  })

  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j are %i edits', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance)
  })
})
