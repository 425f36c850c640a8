import { expect, test } from 'vitest'
import { backEdges } from './back-edges.ts'

const hop = (from: string, to: string): { readonly from: string; readonly to: string } => ({
  from,
  to,
})
const named = (hops: Iterable<{ readonly from: string; readonly to: string }>): readonly string[] =>
  [...hops].map(({ from, to }) => `${from}→${to}`)

test.each([
  ['no arrow leads back in a straight line', ['a', 'b', 'c'], ['a→b', 'b→c'], []],
  ['a step that leads to itself leads back', ['a'], ['a→a'], ['a→a']],
  [
    'several returns to one step stay returns, the way on from it does not',
    ['a', 'b', 'c', 'd'],
    ['a→b', 'b→c', 'c→d', 'c→b', 'd→b'],
    ['c→b', 'd→b'],
  ],
  [
    'a redraft leads back to the draft even where another way reaches the check first',
    ['route', 'quick', 'draft', 'check'],
    ['route→quick', 'route→draft', 'quick→check', 'draft→check', 'check→draft'],
    ['check→draft'],
  ],
  [
    'a step that was added last is no reason to turn its arrows round',
    ['a', 'b', 'added'],
    ['a→added', 'added→b', 'b→a'],
    ['b→a'],
  ],
])('%s', (_, ids, written, expected) => {
  const hops = written.map((text) => {
    const [from = '', to = ''] = text.split('→')
    return hop(from, to)
  })
  expect(named(backEdges(ids, hops))).toEqual(expected)
})
