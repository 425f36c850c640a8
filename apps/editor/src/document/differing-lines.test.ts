import { expect, test } from 'vitest'
import { differingLines } from './differing-lines.ts'

const lines = (...names: string[]) => names.join('\n')

test('only the changed lines and three lines around them are shown', () => {
  const before = lines('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')
  expect(differingLines(before.replace('e', 'E1\nE2'), before)).toEqual({
    from: 2,
    mine: ['b', 'c', 'd', 'E1', 'E2', 'f', 'g', 'h'],
    theirs: ['b', 'c', 'd', 'e', 'f', 'g', 'h'],
  })
})

test('a line that was only added is found', () => {
  expect(differingLines(lines('a', 'b'), lines('a', 'b', 'b'))).toEqual({
    from: 1,
    mine: ['a', 'b'],
    theirs: ['a', 'b', 'b'],
  })
})
