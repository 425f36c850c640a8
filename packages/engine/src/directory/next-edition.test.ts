import { describe, expect, test } from 'vitest'
import type { Binding, Directory, Section } from '../model/directory.ts'
import type { Holding, People } from '../model/people.ts'
import { checkNextDirectory, checkNextPeople } from './next-edition.ts'

const settledUntil = '2026-03-31'
const resources: Section = { title: { zh: '资源管理股' } }

function edition(
  number: number,
  bindings: readonly Binding[],
  sections: Readonly<Record<string, Section>> = { 'RCC.RES': resources },
): Directory {
  return {
    format: 1,
    edition: number,
    duties: { D07: { title: { zh: '土地利用' } } },
    posts: { handler: { title: { zh: '经办人' }, level: 'section' } },
    towns: {
      shiling: {
        title: { zh: '石陵镇' },
        centres: { RCC: { title: { zh: '乡村建设' }, kind: 'centre', sections } },
        bindings,
      },
    },
  }
}

const land = (rest: Partial<Binding> = {}): Binding => ({
  duty: 'D07',
  section: 'RCC.RES',
  part: 'lead',
  ...rest,
})

const rewritten = (before: readonly object[], after: readonly object[]) => ({
  kind: 'binding-rewritten',
  town: 'shiling',
  duty: 'D07',
  section: 'RCC.RES',
  part: 'lead',
  before,
  after,
})

describe('a new edition of the directory', () => {
  test.each<[string, readonly Binding[], readonly Binding[], readonly object[]]>([
    ['may close a binding with the last settled day', [land()], [land({ to: '2026-03-31' })], []],
    ['may close a binding later', [land()], [land({ to: '2026-12-31' })], []],
    ['may lengthen a binding that is still running', [land({ to: '2026-04-30' })], [land()], []],
    ['may add a binding from the next day', [], [land({ from: '2026-04-01' })], []],
    ['may drop what was never in force', [land({ from: '2026-04-01' })], [], []],
    ['may reword a note', [land()], [land({ note: { zh: '更正' } })], []],
    [
      'may not close a binding in the past',
      [land()],
      [land({ to: '2026-03-30' })],
      [rewritten([{ to: '2026-03-31' }], [{ to: '2026-03-30' }])],
    ],
    [
      'may not drop a binding that was in force',
      [land({ from: '2025-01-01', to: '2025-12-31' })],
      [],
      [rewritten([{ from: '2025-01-01', to: '2025-12-31' }], [])],
    ],
    [
      'may not fill a past gap',
      [],
      [land({ from: '2026-03-31' })],
      [rewritten([], [{ from: '2026-03-31', to: '2026-03-31' }])],
    ],
    [
      'may not reopen a binding that was closed',
      [land({ to: '2025-12-31' })],
      [land()],
      [rewritten([{ to: '2025-12-31' }], [{ to: '2026-03-31' }])],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(checkNextDirectory(edition(1, before), edition(2, after), settledUntil)).toEqual(
      expected,
    )
  })

  test('carries a higher number', () => {
    expect(checkNextDirectory(edition(2, []), edition(2, []), settledUntil)).toEqual([
      { kind: 'edition-not-newer', previous: 2, next: 2 },
    ])
  })

  test('keeps every duty, post and town', () => {
    const next: Directory = { ...edition(2, []), duties: {}, posts: {}, towns: {} }

    expect(checkNextDirectory(edition(1, []), next, settledUntil)).toEqual([
      { kind: 'entry-removed', path: ['duties', 'D07'] },
      { kind: 'entry-removed', path: ['posts', 'handler'] },
      { kind: 'entry-removed', path: ['towns', 'shiling'] },
    ])
  })

  test('does not switch a section off or on backwards', () => {
    const off = edition(2, [], { 'RCC.RES': { ...resources, active: false } })
    const later = edition(2, [], { 'RCC.RES': { ...resources, to: '2026-03-31' } })

    expect(checkNextDirectory(edition(1, []), off, settledUntil)).toEqual([
      {
        kind: 'section-rewritten',
        town: 'shiling',
        section: 'RCC.RES',
        before: [{ to: '2026-03-31' }],
        after: [],
      },
    ])
    expect(checkNextDirectory(edition(1, []), later, settledUntil)).toEqual([])
  })

  test('leaves a post at its level, and a new town free', () => {
    const next = edition(2, [])
    const sanwu = edition(1, [land({ from: '2020-01-01' })]).towns['shiling']
    const changed: Directory = {
      ...next,
      posts: { handler: { title: { zh: '经办人' }, level: 'centre' } },
      towns: { ...next.towns, ...(sanwu === undefined ? {} : { sanwu }) },
    }

    expect(checkNextDirectory(edition(1, []), changed, settledUntil)).toEqual([
      { kind: 'post-level-changed', post: 'handler' },
    ])
  })
})

describe('a new edition of the people', () => {
  const staff = (number: number, holds: readonly Holding[], town = 'shiling'): People => ({
    format: 1,
    edition: number,
    people: { p1: { town, holds } },
  })
  const clerk: Holding = { post: 'handler', section: 'RCC.RES', from: '2025-01-01' }

  test.each<[string, People, readonly object[]]>([
    ['may close a post', staff(2, [{ ...clerk, to: '2026-03-31' }]), []],
    [
      'may not move a person to another town',
      staff(2, [clerk], 'sanwu'),
      [{ kind: 'person-moved', person: 'p1' }],
    ],
    [
      'may not drop a post that was held',
      staff(2, []),
      [
        {
          kind: 'holding-rewritten',
          person: 'p1',
          post: 'handler',
          place: 'RCC.RES',
          before: [{ from: '2025-01-01', to: '2026-03-31' }],
          after: [],
        },
      ],
    ],
    [
      'may not drop a person',
      { format: 1, edition: 2, people: {} },
      [{ kind: 'entry-removed', path: ['people', 'p1'] }],
    ],
  ])('%s', (_, next, expected) => {
    expect(checkNextPeople(staff(1, [clerk]), next, settledUntil)).toEqual(expected)
  })
})
