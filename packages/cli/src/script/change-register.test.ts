import { expect, test } from 'vitest'
import { changeRegister } from './change-register.ts'

const people = {
  format: 1,
  edition: 4,
  people: {
    p1: { town: 'east', holds: [{ post: 'clerk', section: 'A', from: '2025-01-01' }] },
  },
}

test('an entry about the same thing is dated anew, and the edition counts up', () => {
  const change = { people: { p1: { holds: [{ post: 'clerk', section: 'A', to: '2026-03-01' }] } } }
  expect(changeRegister(people, change)).toEqual({
    format: 1,
    edition: 5,
    people: {
      p1: {
        town: 'east',
        holds: [{ post: 'clerk', section: 'A', from: '2025-01-01', to: '2026-03-01' }],
      },
    },
  })
})

test('an entry about something else is added, and so is one that is dates alone', () => {
  const held = { people: { p1: { holds: [{ post: 'handler', section: 'A' }] } } }
  const calendar = { format: 1, edition: 1, off: [{ from: '2026-01-01' }] }
  expect(changeRegister(people, held)).toMatchObject({
    people: { p1: { holds: [{ post: 'clerk' }, { post: 'handler' }] } },
  })
  expect(changeRegister(calendar, { off: [{ from: '2026-05-01' }], edition: 7 })).toEqual({
    format: 1,
    edition: 7,
    off: [{ from: '2026-01-01' }, { from: '2026-05-01' }],
  })
})
