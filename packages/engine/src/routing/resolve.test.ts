import { describe, expect, test } from 'vitest'
import { compileDirectory } from '../directory/directory-index.ts'
import type { Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import { explainTowns } from './explain.ts'
import { type RoutingContext, routeWho } from './resolve.ts'

const directory: Directory = {
  format: 1,
  edition: 1,
  duties: {
    D09: { title: { zh: '林业管理' } },
    D11: { title: { zh: '水利' } },
    D16: { title: { zh: '生态环保' } },
  },
  posts: {
    handler: { title: { zh: '经办人' }, level: 'section' },
    'section-head': { title: { zh: '股长' }, level: 'section' },
    director: { title: { zh: '中心主任' }, level: 'centre' },
    mayor: { title: { zh: '镇长' }, level: 'town' },
  },
  towns: {
    sanwu: {
      title: { zh: '三五镇' },
      centres: {
        RCC: {
          title: { zh: '乡村建设综合服务中心' },
          kind: 'centre',
          sections: { 'RCC.FOREST': { title: { zh: '林业工作股' } } },
        },
      },
      bindings: [{ duty: 'D09', section: 'RCC.FOREST', part: 'lead' }],
    },
    shiling: {
      title: { zh: '石陵镇' },
      centres: {
        RCC: {
          title: { zh: '乡村建设综合服务中心' },
          kind: 'centre',
          sections: {
            'RCC.RES': { title: { zh: '资源管理股' } },
            'RCC.X5': { title: { zh: '未列名' }, active: false },
          },
        },
        TEC: {
          title: { zh: '技术推广综合服务中心' },
          kind: 'centre',
          sections: { 'TEC.FOREXT': { title: { zh: '林业推广股' } } },
        },
      },
      bindings: [
        { duty: 'D09', section: 'TEC.FOREXT', part: 'lead', to: '2025-12-31' },
        { duty: 'D09', section: 'RCC.RES', part: 'lead', from: '2026-01-01' },
        { duty: 'D09', section: 'TEC.FOREXT', part: 'joins', from: '2026-01-01' },
        { duty: 'D11', section: 'RCC.X5', part: 'lead' },
        { duty: 'D16', section: 'RCC.RES', part: 'proposed' },
      ],
    },
  },
}

const people: People = {
  format: 1,
  edition: 1,
  people: {
    a1: { town: 'sanwu', holds: [{ post: 'handler', section: 'RCC.FOREST' }] },
    b1: { town: 'shiling', holds: [{ post: 'handler', section: 'RCC.RES' }] },
    b2: { town: 'shiling', holds: [{ post: 'section-head', section: 'RCC.RES' }] },
    b3: { town: 'shiling', holds: [{ post: 'director', centre: 'RCC' }] },
    b4: { town: 'shiling', holds: [{ post: 'mayor' }] },
    b5: { town: 'shiling', holds: [{ post: 'handler', section: 'TEC.FOREXT', to: '2025-12-31' }] },
  },
}

const index = compileDirectory(directory, people)

const shiling = (change: Partial<RoutingContext> = {}): RoutingContext => ({
  index,
  town: 'shiling',
  day: '2026-05-06',
  data: {},
  completedBy: () => [],
  ...change,
})

describe('a duty', () => {
  test('goes to its lead section, and says why there', () => {
    expect(routeWho({ duty: 'D09', post: 'handler' }, shiling())).toEqual([
      {
        by: { duty: 'D09', post: 'handler' },
        duty: 'D09',
        post: 'handler',
        section: 'RCC.RES',
        centre: 'RCC',
        binding: { part: 'lead', from: '2026-01-01' },
        people: ['b1'],
        rejected: [
          { section: 'TEC.FOREXT', reason: 'not-in-force' },
          { section: 'TEC.FOREXT', reason: 'joins-only' },
        ],
      },
    ])
  })

  test('goes to the section that led it on the day asked for', () => {
    const [group] = routeWho({ duty: 'D09' }, shiling({ day: '2025-12-31' }))

    expect(group).toMatchObject({ section: 'TEC.FOREXT', centre: 'TEC', people: ['b5'] })
  })

  test.each([
    [undefined, ['b1', 'b2']],
    ['section-head', ['b2']],
    ['director', ['b3']],
    ['mayor', ['b4']],
    ['constructor', []],
  ])('at the post %s asks %j', (post, expected) => {
    const by = post === undefined ? { duty: 'D09' } : { duty: 'D09', post }

    expect(routeWho(by, shiling())[0]?.people).toEqual(expected)
  })

  test('that is only proposed asks nobody and names the proposal', () => {
    expect(routeWho({ duty: 'D16' }, shiling())).toEqual([
      {
        by: { duty: 'D16' },
        duty: 'D16',
        people: [],
        gap: { duty: 'D16', proposed: 'RCC.RES' },
        rejected: [{ section: 'RCC.RES', reason: 'proposed-only' }],
      },
    ])
  })

  test('led by an unnamed placeholder asks nobody', () => {
    expect(routeWho({ duty: 'D11' }, shiling())[0]).toMatchObject({
      people: [],
      gap: { duty: 'D11' },
      rejected: [{ section: 'RCC.X5', reason: 'inactive' }],
    })
  })

  test('led by two sections stays with the first of them', () => {
    const doubled = structuredClone(directory)
    const town = { ...doubled.towns['sanwu'] }
    const twice = compileDirectory(
      JSON.parse(
        JSON.stringify({
          ...doubled,
          towns: {
            sanwu: {
              ...town,
              bindings: [
                { duty: 'D09', section: 'RCC.FOREST', part: 'lead' },
                { duty: 'D09', section: 'RCC.ECO', part: 'lead' },
                { duty: 'D09', section: 'RCC.FOREST', part: 'lead' },
              ],
            },
          },
        }),
      ),
      people,
    )

    expect(routeWho({ duty: 'D09' }, shiling({ index: twice, town: 'sanwu' }))[0]).toMatchObject({
      section: 'RCC.FOREST',
      people: ['a1'],
      rejected: [
        { section: 'RCC.ECO', reason: 'unknown-section' },
        { section: 'RCC.FOREST', reason: 'second-lead' },
      ],
    })
  })

  test.each(['constructor', '__proto__', 'D99'])('named %s is a gap', (duty) => {
    expect(routeWho({ duty }, shiling())[0]).toMatchObject({ people: [], gap: { duty } })
  })
})

describe('the others', () => {
  test.each([
    [{ post: 'mayor' }, ['b4']],
    [{ post: 'handler' }, []],
    [{ party: 'applicant' as const }, ['@applicant']],
    [{ party: 'agent' as const }, ['@agent']],
    [{ party: 'third-party' as const }, ['@third-party']],
    [{ body: 'village' }, ['@body:village']],
  ])('%j asks %j', (by, expected) => {
    expect(routeWho(by, shiling())[0]?.people).toEqual(expected)
  })

  test('a list gives one group per entry, in order', () => {
    const groups = routeWho([{ duty: 'D09' }, { post: 'mayor' }], shiling())

    expect(groups.map((group) => group.people)).toEqual([['b1', 'b2'], ['b4']])
  })

  test.each([
    ['b4', ['b4'], undefined],
    [['b4', 'b1', 'b4'], ['b4', 'b1'], undefined],
    [['b1', 'b5', 'a1', 'nobody', '@applicant'], ['b1'], ['b5', 'a1', 'nobody']],
    [null, [], undefined],
    [7, [], undefined],
  ])('a field that holds %j asks %j', (reviewers, expected, absent) => {
    const [group] = routeWho({ field: 'reviewers' }, shiling({ data: { reviewers } }))

    expect(group?.people).toEqual(expected)
    expect(group?.absent).toEqual(absent)
  })

  test('a field that was never written asks nobody', () => {
    expect(routeWho({ field: 'constructor' }, shiling())[0]?.people).toEqual([])
  })

  test('whoever completed a step is asked again while in office', () => {
    const completedBy = (step: string) =>
      step === 'visit' ? ['b2', 'b5', '@body:village', 'b2'] : []

    expect(routeWho({ same: 'visit' }, shiling({ completedBy }))).toEqual([
      {
        by: { same: 'visit' },
        people: ['b2', '@body:village'],
        absent: ['b5'],
        rejected: [],
      },
    ])
  })

  test.each([
    [{ duty: 'D09', post: 'section-head' }, ['b2'], 'RCC.RES'],
    [{ post: 'mayor' }, ['b4'], undefined],
    [{}, [], undefined],
    [null, [], undefined],
  ])('a table that answers %j asks %j', (answer, expected, section) => {
    const [group] = routeWho({ table: 'fellers' }, shiling({ table: () => answer }))

    expect(group).toMatchObject({ by: { table: 'fellers' }, people: expected })
    expect(group?.section).toBe(section)
  })
})

test('every town is explained in one entry, by what the directory alone decides', () => {
  const towns = explainTowns(
    index,
    [{ duty: 'D09', post: 'handler' }, { field: 'x' }],
    '2026-05-06',
  )

  expect(
    towns.map(({ town, groups }) => [town, groups.map((group) => [group.section, group.people])]),
  ).toEqual([
    ['sanwu', [['RCC.FOREST', ['a1']]]],
    ['shiling', [['RCC.RES', ['b1']]]],
  ])
})
