import { describe, expect, test } from 'vitest'
import type { Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import { compileDirectory } from './directory-index.ts'

const directory: Directory = {
  format: 1,
  edition: 1,
  duties: { D07: { title: { zh: '土地利用' } }, D09: { title: { zh: '林业管理' } } },
  posts: {
    handler: { title: { zh: '经办人' }, level: 'section' },
    director: { title: { zh: '中心主任' }, level: 'centre' },
    mayor: { title: { zh: '镇长' }, level: 'town' },
  },
  bodies: { village: { title: { zh: '村民委员会' } } },
  towns: {
    sanwu: {
      title: { zh: '三五镇' },
      centres: {
        RCC: {
          title: { zh: '乡村建设综合服务中心' },
          kind: 'centre',
          sections: {
            'RCC.NATRES': { title: { zh: '自然资源股' } },
            'RCC.FOREST': { title: { zh: '林业工作股' } },
          },
        },
      },
      bindings: [
        { duty: 'D07', section: 'RCC.NATRES', part: 'lead', to: '2025-06-30' },
        { duty: 'D07', section: 'RCC.FOREST', part: 'lead', from: '2025-07-01' },
        { duty: 'D07', section: 'RCC.FOREST', part: 'joins', to: '2025-06-30' },
      ],
    },
    shiling: {
      title: { zh: '石陵镇' },
      centres: {
        RCC: {
          title: { zh: '乡村建设综合服务中心' },
          kind: 'centre',
          sections: { 'RCC.RES': { title: { zh: '资源管理股' } } },
        },
      },
      bindings: [{ duty: 'D09', section: 'RCC.RES', part: 'proposed' }],
    },
  },
}

const people: People = {
  format: 1,
  edition: 1,
  people: {
    s9: { town: 'sanwu', holds: [{ post: 'handler', section: 'RCC.NATRES' }] },
    s1: {
      town: 'sanwu',
      holds: [
        { post: 'handler', section: 'RCC.NATRES', from: '2025-01-01', to: '2025-12-31' },
        { post: 'director', centre: 'RCC', from: '2026-01-01' },
      ],
    },
    s2: { town: 'sanwu', holds: [{ post: 'mayor' }] },
    t1: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.RES' }] },
    lost: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.NATRES' }] },
  },
}

const index = compileDirectory(directory, people)

describe('bindings on a day', () => {
  test.each([
    ['2025-06-30', ['RCC.NATRES'], ['RCC.FOREST']],
    ['2025-07-01', ['RCC.FOREST'], []],
  ])('on %s the duty is led by %j and joined by %j', (day, lead, joins) => {
    const found = index.bindingsOf('sanwu', 'D07', day)

    expect(found.lead.map(({ section }) => section)).toEqual(lead)
    expect(found.joins.map(({ section }) => section)).toEqual(joins)
  })

  test('a proposal leads nothing', () => {
    expect(index.bindingsOf('shiling', 'D09', '2025-07-01')).toEqual({
      lead: [],
      joins: [],
      proposed: [{ duty: 'D09', section: 'RCC.RES', part: 'proposed' }],
    })
  })
})

test('a section knows its centre, and only in its own town', () => {
  expect(index.sectionOf('sanwu', 'RCC.NATRES')).toMatchObject({
    id: 'RCC.NATRES',
    centreId: 'RCC',
    section: { title: { zh: '自然资源股' } },
  })
  expect(index.sectionOf('shiling', 'RCC.NATRES')).toBeUndefined()
})

describe('staff', () => {
  test.each([
    [{ section: 'RCC.NATRES' }, 'handler', '2025-12-31', ['s1', 's9']],
    [{ section: 'RCC.NATRES' }, 'handler', '2026-01-01', ['s9']],
    [{ section: 'RCC.NATRES' }, 'director', '2026-01-01', ['s1']],
    [{ section: 'RCC.NATRES' }, 'mayor', '2026-01-01', ['s2']],
    [{ section: 'RCC.NATRES' }, undefined, '2025-12-31', ['s1', 's9']],
    [{ section: 'RCC.FOREST' }, undefined, '2025-12-31', []],
    [{ centre: 'RCC' }, undefined, '2026-01-01', ['s1', 's9']],
    [{ centre: 'RCC' }, 'handler', '2026-01-01', ['s9']],
    [{ town: true as const }, undefined, '2026-01-01', ['s1', 's2', 's9']],
    [{ town: true as const }, 'clerk', '2026-01-01', []],
  ])('at %j with post %s on %s: %j', (place, post, day, expected) => {
    expect(index.staffOf('sanwu', place, post, day)).toEqual(expected)
  })

  test('a post in a section of another town holds nobody', () => {
    expect(index.staffOf('shiling', { town: true }, undefined, '2026-01-01')).toEqual(['t1'])
    expect(index.staffOf('sanwu', { section: 'RCC.NATRES' }, 'handler', '2026-01-01')).toEqual([
      's9',
    ])
  })
})

test('the posts of a person follow the days', () => {
  expect(index.postsOf('s1', '2025-12-31').map(({ post }) => post)).toEqual(['handler'])
  expect(index.postsOf('s1', '2026-01-01').map(({ post }) => post)).toEqual(['director'])
  expect(index.isInOffice('sanwu', 's1', '2024-12-31')).toBe(false)
  expect(index.isInOffice('sanwu', 't1', '2026-01-01')).toBe(false)
})

test.each(['constructor', '__proto__', 'toString'])('the id %s resolves to nothing', (id) => {
  expect(index.everyBindingOf(id, 'D07')).toEqual([])
  expect(index.everyBindingOf('sanwu', id)).toEqual([])
  expect(index.sectionOf('sanwu', id)).toBeUndefined()
  expect(index.staffOf('sanwu', { town: true }, id, '2026-01-01')).toEqual([])
  expect(index.staffOf(id, { town: true }, undefined, '2026-01-01')).toEqual([])
  expect(index.postsOf(id, '2026-01-01')).toEqual([])
})
