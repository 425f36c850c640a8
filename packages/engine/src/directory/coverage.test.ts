import { expect, test } from 'vitest'
import type { Binding, Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import { coverageOf } from './coverage.ts'
import { compileDirectory } from './directory-index.ts'

const people: People = {
  format: 1,
  edition: 1,
  people: {
    p1: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.RES' }] },
    p2: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.RES', to: '2025-12-31' }] },
    p3: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.OLD' }] },
  },
}

function shilingWith(...bindings: readonly Omit<Binding, 'duty'>[]): Directory {
  return {
    format: 1,
    edition: 1,
    duties: { D16: { title: { zh: '生态环保' } } },
    posts: { handler: { title: { zh: '经办人' }, level: 'section' } },
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
              'RCC.OLD': { title: { zh: '旧股室' }, to: '2025-06-30' },
              'RCC.X5': { title: { zh: '未列名' }, active: false },
            },
          },
        },
        bindings: bindings.map((binding) => ({ duty: 'D16', ...binding })),
      },
    },
  }
}

const on = (directory: Directory, day: string) =>
  coverageOf(compileDirectory(directory, people), 'shiling', day)

test('a duty led by a section with two officers is covered', () => {
  const directory = shilingWith({ section: 'RCC.RES', part: 'lead' })

  expect(on(directory, '2025-12-31')).toEqual([
    {
      duty: 'D16',
      lead: 'RCC.RES',
      centre: 'RCC',
      joins: [],
      proposed: [],
      people: ['p1', 'p2'],
      facts: [],
    },
  ])
})

test.each<[string, readonly Omit<Binding, 'duty'>[], readonly object[]]>([
  ['nobody leads and nobody is proposed', [], [{ kind: 'vacant' }]],
  [
    'nobody leads, one section is proposed',
    [{ section: 'RCC.RES', part: 'proposed' }],
    [{ kind: 'vacant', proposed: 'RCC.RES' }],
  ],
  [
    'a section that only joins leads nothing',
    [{ section: 'RCC.RES', part: 'joins' }],
    [{ kind: 'vacant' }],
  ],
  [
    'two sections lead',
    [
      { section: 'RCC.RES', part: 'lead' },
      { section: 'RCC.OFFICE', part: 'lead' },
    ],
    [
      { kind: 'doubled', sections: ['RCC.RES', 'RCC.OFFICE'] },
      { kind: 'one-person', section: 'RCC.RES', person: 'p1' },
    ],
  ],
  [
    'the lead is an unnamed placeholder',
    [{ section: 'RCC.X5', part: 'lead' }],
    [{ kind: 'misplaced', section: 'RCC.X5', reason: 'inactive' }],
  ],
  [
    'the lead section is closed',
    [{ section: 'RCC.OLD', part: 'lead' }],
    [{ kind: 'misplaced', section: 'RCC.OLD', reason: 'section-closed' }],
  ],
  [
    'the lead section has no staff',
    [{ section: 'RCC.OFFICE', part: 'lead' }],
    [{ kind: 'unstaffed', section: 'RCC.OFFICE' }],
  ],
  [
    'one officer is left',
    [{ section: 'RCC.RES', part: 'lead' }],
    [{ kind: 'one-person', section: 'RCC.RES', person: 'p1' }],
  ],
])('%s', (_, bindings, facts) => {
  const [ecology] = on(shilingWith(...bindings), '2026-01-01')

  expect(ecology?.facts).toEqual(facts)
})
