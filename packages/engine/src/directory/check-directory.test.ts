import { describe, expect, test } from 'vitest'
import type { Binding, Directory } from '../model/directory.ts'
import type { People, Person } from '../model/people.ts'
import { checkDirectory } from './check-directory.ts'

const nobody: People = { format: 1, edition: 1, people: {} }

function directoryWith(...bindings: readonly Binding[]): Directory {
  return {
    format: 1,
    edition: 1,
    duties: { D16: { title: { zh: '生态环保' } } },
    posts: {
      handler: { title: { zh: '经办人' }, level: 'section' },
      director: { title: { zh: '中心主任' }, level: 'centre' },
      mayor: { title: { zh: '镇长' }, level: 'town' },
    },
    towns: {
      shiling: {
        title: { zh: '石陵镇' },
        centres: {
          RCC: {
            title: { zh: '乡村建设综合服务中心' },
            kind: 'centre',
            sections: {
              'RCC.RES': { title: { zh: '资源管理股' } },
              'RCC.OFFICE': { title: { zh: '办公室' } },
              'RCC.X5': { title: { zh: '未列名' }, active: false },
            },
          },
        },
        bindings,
      },
    },
  }
}

const ecology = (section: string, rest: Partial<Binding> = {}): Binding => ({
  duty: 'D16',
  section,
  part: 'lead',
  ...rest,
})

describe('bindings', () => {
  test('a sound directory has no fault', () => {
    const directory = directoryWith(
      ecology('RCC.RES', { to: '2025-12-31' }),
      ecology('RCC.OFFICE', { from: '2026-01-01' }),
    )

    expect(checkDirectory(directory, nobody)).toEqual([])
  })

  test.each<[string, readonly Binding[], readonly object[]]>([
    [
      'an unknown duty',
      [{ duty: 'toString', section: 'RCC.RES', part: 'lead' }],
      [{ kind: 'binding-unknown-duty', duty: 'toString' }],
    ],
    [
      'an unknown section',
      [ecology('RCC.ECO')],
      [{ kind: 'binding-unknown-section', section: 'RCC.ECO' }],
    ],
    [
      'an inactive section that leads',
      [ecology('RCC.X5')],
      [{ kind: 'inactive-section-bound', section: 'RCC.X5' }],
    ],
    ['an inactive section that is only proposed', [ecology('RCC.X5', { part: 'proposed' })], []],
    [
      'dates the wrong way round',
      [ecology('RCC.RES', { from: '2026-01-01', to: '2025-01-01' })],
      [{ kind: 'dates-inverted', from: '2026-01-01', to: '2025-01-01' }],
    ],
    [
      'the same section twice',
      [ecology('RCC.RES'), ecology('RCC.RES', { from: '2026-01-01' })],
      [{ kind: 'binding-repeated', section: 'RCC.RES' }],
    ],
    [
      'two that join',
      [ecology('RCC.RES', { part: 'joins' }), ecology('RCC.OFFICE', { part: 'joins' })],
      [],
    ],
  ])('%s', (_, bindings, expected) => {
    expect(checkDirectory(directoryWith(...bindings), nobody)).toMatchObject(expected)
  })

  test('a duty led by two sections on one day is named with both entries and the days', () => {
    const directory = directoryWith(
      ecology('RCC.RES', { to: '2026-03-31' }),
      ecology('RCC.OFFICE', { from: '2026-03-31' }),
    )

    expect(checkDirectory(directory, nobody)).toEqual([
      {
        kind: 'duty-bound-twice',
        file: 'directory.json',
        path: ['towns', 'shiling', 'bindings', 1],
        other: ['towns', 'shiling', 'bindings', 0],
        town: 'shiling',
        duty: 'D16',
        sections: ['RCC.RES', 'RCC.OFFICE'],
        days: { from: '2026-03-31', to: '2026-03-31' },
      },
    ])
  })

  test('a section named by two centres is one fault', () => {
    const directory = directoryWith()
    const shiling = directory.towns['shiling']
    const centres = { ...shiling?.centres, TEC: { ...shiling?.centres['RCC'] } }
    const twice = { ...directory, towns: { shiling: { ...shiling, centres } } }

    const faults = checkDirectory(JSON.parse(JSON.stringify(twice)), nobody)

    expect(faults.map(({ kind }) => kind)).toEqual([
      'section-twice',
      'section-twice',
      'section-twice',
    ])
  })
})

describe('people', () => {
  test.each<[string, Person, readonly object[]]>([
    [
      'a clerk in a section',
      { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.RES' }] },
      [],
    ],
    ['no post', { town: 'shiling', holds: [] }, [{ kind: 'person-without-post' }]],
    [
      'an unknown town',
      { town: 'sanwu', holds: [] },
      [{ kind: 'person-unknown-town', town: 'sanwu' }],
    ],
    [
      'an unknown post',
      { town: 'shiling', holds: [{ post: 'constructor' }] },
      [{ kind: 'holding-unknown-post', post: 'constructor' }],
    ],
    [
      'a section post without a section',
      { town: 'shiling', holds: [{ post: 'handler', centre: 'RCC' }] },
      [{ kind: 'holding-without-place', level: 'section' }],
    ],
    [
      'a centre post without a centre',
      { town: 'shiling', holds: [{ post: 'director' }] },
      [{ kind: 'holding-without-place', level: 'centre' }],
    ],
    [
      'a section of another town',
      { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.ECO' }] },
      [{ kind: 'holding-unknown-place', level: 'section', place: 'RCC.ECO', town: 'shiling' }],
    ],
    [
      'one post held twice on the same days',
      {
        town: 'shiling',
        holds: [
          { post: 'mayor', to: '2026-06-30' },
          { post: 'mayor', from: '2026-06-01' },
        ],
      },
      [
        {
          kind: 'holding-repeated',
          path: ['people', 'p1', 'holds', 1],
          other: ['people', 'p1', 'holds', 0],
        },
      ],
    ],
    [
      'dates the wrong way round',
      { town: 'shiling', holds: [{ post: 'mayor', from: '2026-06-30', to: '2026-06-01' }] },
      [{ kind: 'dates-inverted', file: 'people.json' }],
    ],
  ])('%s', (_, person, expected) => {
    const people: People = { format: 1, edition: 1, people: { p1: person } }

    expect(checkDirectory(directoryWith(), people)).toMatchObject(expected)
  })
})
