import { expect, test } from 'vitest'
import { edgesOf } from './edges.ts'

const wording = {
  measure: (text: string) => text.length * 10,
  labelOf: ({ exit }: { readonly exit: string }) => exit,
  endText: ({ id }: { readonly id: string }) => id,
}
const exit = (id: string, to: string, cancels = false) => ({ id, to, cancels })
const draw = (...exits: readonly ReturnType<typeof exit>[]) =>
  edgesOf({
    step: 's',
    exits,
    targetOf: ({ to }) => ({ id: to ?? '', ...(to === 'end' && { pill: 'closed' }) }),
    wording,
  })

test('a step with one way on needs no words', () => {
  expect(draw(exit('submit', 'next')).map((edge) => edge.label)).toEqual([''])
})

test('exits with the same target are one arrow that names them all', () => {
  const [first, second] = draw(exit('yes', 'a'), exit('maybe', 'a'), exit('no', 'b'))
  expect(first).toMatchObject({
    id: 's/yes',
    to: 'a',
    exits: ['yes', 'maybe'],
    label: 'yes / maybe',
  })
  expect(second).toMatchObject({ id: 's/no', label: 'no', kind: 'forward' })
})

test('an arrow does not repeat what its pill says', () => {
  expect(draw(exit('closed', 'end'), exit('no', 'b')).map((edge) => edge.label)).toEqual(['', 'no'])
})

test('more words than fit are cut off with an ellipsis', () => {
  expect(draw(exit('twelve-signs', 'a'), exit('another-one', 'a'), exit('no', 'b'))[0]?.label).toBe(
    'twelve-signs / …',
  )
})

test('an arrow cancels only when every exit on it does', () => {
  expect(
    draw(exit('early', 'a', true), exit('all', 'a'), exit('veto', 'b', true)).map(
      (edge) => edge.kind,
    ),
  ).toEqual(['forward', 'cancel'])
})
