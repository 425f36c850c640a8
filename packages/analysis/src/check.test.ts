import type { Workflow, Workspace } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'

const day = '2026-05-06'

/** Two towns, one duty each way: 三五 leads ecology, 石陵 has only a proposal. */
const felling: Workflow = {
  format: 1,
  id: 'felling',
  title: { zh: '林木采伐许可' },
  fields: { volume: { type: 'number', scale: 3 } },
  outcomes: { granted: { class: 'granted' } },
  start: 'intake',
  steps: {
    intake: {
      kind: 'task',
      by: { duty: 'D01' },
      data: { edit: ['volume'] },
      actions: { accept: { to: 'survey' } },
    },
    survey: {
      kind: 'task',
      by: { duty: 'D16', post: 'handler' },
      actions: { done: { to: 'decide' } },
    },
    decide: {
      kind: 'task',
      by: { post: 'mayor' },
      actions: { grant: { result: 'closed', outcome: 'granted' } },
    },
  },
}

const section = (zh: string) => ({ title: { zh } })

const xingbin: Workspace = {
  info: {
    format: 1,
    name: { zh: '兴宾区' },
    locale: 'zh',
    utcOffset: '+08:00',
    towns: ['sanwu', 'shiling'],
  },
  directory: {
    format: 1,
    edition: 1,
    duties: {
      D01: { title: { zh: '窗口受理' } },
      D16: { title: { zh: '生态环保' } },
      D20: { title: { zh: '招商引资' } },
    },
    posts: {
      handler: { title: { zh: '经办人' }, level: 'section' },
      mayor: { title: { zh: '镇长' }, level: 'town' },
    },
    towns: {
      sanwu: {
        title: { zh: '三五镇' },
        centres: {
          RCC: {
            title: { zh: '乡村建设综合服务中心' },
            kind: 'centre',
            sections: { 'RCC.ECO': section('生态环保股'), 'PMC.CONV': section('便民服务股') },
          },
        },
        bindings: [
          { duty: 'D01', section: 'PMC.CONV', part: 'lead' },
          { duty: 'D16', section: 'RCC.ECO', part: 'lead' },
        ],
      },
      shiling: {
        title: { zh: '石陵镇' },
        centres: {
          RCC: {
            title: { zh: '乡村建设综合服务中心' },
            kind: 'centre',
            sections: { 'RCC.RES': section('资源管理股'), 'PMC.CONV': section('便民服务股') },
          },
        },
        bindings: [
          { duty: 'D01', section: 'PMC.CONV', part: 'lead' },
          { duty: 'D16', section: 'RCC.RES', part: 'proposed' },
        ],
      },
    },
  },
  people: {
    format: 1,
    edition: 1,
    people: {
      a1: { town: 'sanwu', holds: [{ post: 'handler', section: 'PMC.CONV' }] },
      a2: { town: 'sanwu', holds: [{ post: 'handler', section: 'PMC.CONV' }] },
      a3: { town: 'sanwu', holds: [{ post: 'handler', section: 'RCC.ECO' }, { post: 'mayor' }] },
      a4: { town: 'sanwu', holds: [{ post: 'handler', section: 'RCC.ECO' }] },
      b1: { town: 'shiling', holds: [{ post: 'handler', section: 'PMC.CONV' }] },
      b2: { town: 'shiling', holds: [{ post: 'handler', section: 'PMC.CONV' }, { post: 'mayor' }] },
    },
  },
  catalogue: {
    format: 1,
    items: {
      felling: { title: { zh: '林木采伐许可' }, list: 'power', workflow: 'felling' },
    },
  },
  calendar: { format: 1, edition: 1, region: { zh: '广西' }, off: [], work: [] },
  workflows: { felling },
  tables: {},
  suites: {},
}

test('an unbound duty is one finding for the town, with the proposal and the steps that ask for it', () => {
  expect(check(xingbin, { day })).toEqual([
    {
      kind: 'duty-vacant',
      severity: 'warning',
      town: 'shiling',
      duty: 'D16',
      proposed: 'RCC.RES',
      steps: [{ workflow: 'felling', step: 'survey' }],
    },
  ])
})

test('asked for one town, the findings of the other are left out', () => {
  expect(check(xingbin, { day, town: 'sanwu' })).toEqual([])
  expect(check(xingbin, { day, town: 'shiling' })).toHaveLength(1)
})

test('a rule can be made graver or switched off', () => {
  expect(check(xingbin, { day, rules: { 'duty-vacant': 'error' } })).toMatchObject([
    { severity: 'error' },
  ])
  expect(check(xingbin, { day, rules: { 'duty-vacant': 'off' } })).toEqual([])
})

describe('people', () => {
  const withPeople = (people: Workspace['people']['people']): Workspace => ({
    ...xingbin,
    people: { format: 1, edition: 1, people },
  })
  const found = (workspace: Workspace) =>
    check(workspace, { day, town: 'sanwu' }).map(({ severity: _, ...fact }) => fact)

  test('a town without people is one finding, not one per step', () => {
    expect(found(withPeople({}))).toEqual([{ kind: 'town-without-people', town: 'sanwu' }])
  })

  test('an empty section, a lone officer and an unheld post are told apart', () => {
    const { a1, a3, ...others } = xingbin.people.people
    const workspace = withPeople({
      a4: others['a4'] ?? { town: 'sanwu', holds: [] },
    })

    expect(found(workspace)).toEqual([
      {
        kind: 'duty-unstaffed',
        town: 'sanwu',
        duty: 'D01',
        section: 'PMC.CONV',
        steps: [{ workflow: 'felling', step: 'intake' }],
      },
      {
        kind: 'duty-of-one-person',
        town: 'sanwu',
        duty: 'D16',
        section: 'RCC.ECO',
        person: 'a4',
        steps: [{ workflow: 'felling', step: 'survey' }],
      },
      {
        kind: 'post-vacant',
        town: 'sanwu',
        post: 'mayor',
        steps: [{ workflow: 'felling', step: 'decide' }],
      },
    ])
  })

  test('an empty section is the cause, not the post that is asked there', () => {
    const { a3, a4, ...others } = xingbin.people.people

    expect(found(withPeople(others))).toMatchObject([
      { kind: 'duty-unstaffed', duty: 'D16' },
      { kind: 'post-vacant', post: 'mayor' },
    ])
  })

  test('a post that nobody holds in the lead section names duty and section', () => {
    const survey = {
      kind: 'task',
      by: { duty: 'D16', post: 'chief' },
      actions: { done: { to: 'decide' } },
    } as const
    const workspace: Workspace = {
      ...xingbin,
      directory: {
        ...xingbin.directory,
        posts: { ...xingbin.directory.posts, chief: { title: { zh: '股长' }, level: 'section' } },
      },
      workflows: { felling: { ...felling, steps: { ...felling.steps, survey } } },
    }

    expect(found(workspace)).toEqual([
      {
        kind: 'post-vacant',
        town: 'sanwu',
        post: 'chief',
        duty: 'D16',
        section: 'RCC.ECO',
        steps: [{ workflow: 'felling', step: 'survey' }],
      },
    ])
  })
})

test('a directory fault of the other town is left out, a fault of the people is not', () => {
  const doubled: Workspace = {
    ...xingbin,
    directory: {
      ...xingbin.directory,
      towns: {
        ...xingbin.directory.towns,
        shiling: {
          title: { zh: '石陵镇' },
          centres: {},
          bindings: [{ duty: 'D99', section: 'RCC.RES', part: 'lead' }],
        },
      },
    },
    people: {
      ...xingbin.people,
      people: { ...xingbin.people.people, c1: { town: 'nowhere', holds: [] } },
    },
  }

  expect(check(doubled, { day, town: 'sanwu' }).map(({ kind }) => kind)).toEqual([
    'person-unknown-town',
  ])
})

test('a town that is offered but not in the directory is named', () => {
  const workspace: Workspace = {
    ...xingbin,
    info: { ...xingbin.info, towns: ['sanwu', 'constructor'] },
  }

  expect(check(workspace, { day })).toEqual([
    { kind: 'unknown-town', severity: 'error', town: 'constructor' },
  ])
})
