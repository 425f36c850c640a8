import type {
  CalendarRegister,
  Catalogue,
  Directory,
  People,
  Suite,
  Town,
  Workflow,
  WorkspaceInfo,
} from '@yichuang/engine'

const AT = (day: string): string => `2026-03-${day}T09:00:00+08:00`

/** One workflow with an intake, a joint review of two duties and a decision, in two towns. */
export const permit: Workflow = {
  format: 1,
  id: 'permit',
  title: { zh: '临时占道许可', en: 'Temporary road use' },
  fields: {
    area: { type: 'number', scale: 2, min: 0, label: { zh: '占道面积', en: 'Area' } },
    nearRiver: { type: 'boolean', label: { zh: '是否临河', en: 'Near a river' } },
    acceptedOn: { type: 'date', label: { zh: '受理日期', en: 'Accepted on' } },
    phone: { type: 'text', sensitive: true, label: { zh: '联系电话', en: 'Telephone' } },
  },
  outcomes: {
    granted: { class: 'granted', title: { zh: '准予许可', en: 'Granted' } },
    refused: { class: 'refused', title: { zh: '不予许可', en: 'Refused' } },
    withdrawn: { class: 'withdrawn', title: { zh: '撤回申请', en: 'Withdrawn' } },
  },
  start: 'window',
  steps: {
    window: {
      kind: 'task',
      title: { zh: '窗口受理', en: 'Window' },
      stage: 'acceptance',
      by: { duty: 'D01', post: 'clerk' },
      data: { edit: ['area', 'nearRiver', 'phone'], need: ['area'] },
      limit: { value: 5, unit: 'working-day', basis: 'demo' },
      actions: {
        accept: {
          title: { zh: '受理', en: 'Accept' },
          to: 'handling',
          when: 'area > 0',
          sets: { acceptedOn: 'today()' },
          documents: ['受理通知书'],
        },
      },
    },
    handling: {
      kind: 'phase',
      stage: 'review',
      title: { zh: '审查', en: 'Review' },
      clocks: {
        promised: { value: 10, unit: 'working-day', from: 'acceptedOn', basis: 'demo' },
      },
      actions: {
        withdraw: {
          title: { zh: '撤回', en: 'Withdraw' },
          by: { party: 'applicant' },
          result: 'withdrawn',
        },
      },
      start: 'joint',
      steps: {
        joint: {
          kind: 'parallel',
          title: { zh: '联合审查', en: 'Joint review' },
          branches: {
            road: {
              start: 'road-opinion',
              steps: {
                'road-opinion': {
                  kind: 'task',
                  title: { zh: '道路意见', en: 'Road opinion' },
                  by: { duty: 'D02' },
                  actions: {
                    agree: { title: { zh: '同意', en: 'Agree' }, result: 'agree' },
                    object: {
                      title: { zh: '不同意', en: 'Object' },
                      result: 'object',
                      opinion: 'required',
                    },
                  },
                },
              },
            },
            water: {
              when: 'nearRiver',
              start: 'water-opinion',
              steps: {
                'water-opinion': {
                  kind: 'task',
                  title: { zh: '涉水意见', en: 'Water opinion' },
                  by: { duty: 'D03' },
                  actions: {
                    agree: { title: { zh: '同意', en: 'Agree' }, result: 'agree' },
                    object: {
                      title: { zh: '不同意', en: 'Object' },
                      result: 'object',
                      opinion: 'required',
                    },
                  },
                },
              },
            },
          },
          exits: [
            { count: 'object', atLeast: 1, early: true, to: 'decide' },
            { otherwise: true, to: 'decide' },
          ],
        },
        decide: {
          kind: 'task',
          title: { zh: '镇长决定', en: 'Decision' },
          stage: 'decision',
          by: { post: 'mayor' },
          actions: {
            grant: { title: { zh: '准予', en: 'Grant' }, result: 'granted' },
            refuse: {
              title: { zh: '不予', en: 'Refuse' },
              result: 'refused',
              opinion: 'required',
            },
          },
        },
      },
      exits: {
        granted: { result: 'closed', outcome: 'granted' },
        refused: { result: 'closed', outcome: 'refused' },
        withdrawn: { result: 'closed', outcome: 'withdrawn' },
      },
    },
  },
}

const info: WorkspaceInfo = {
  format: 1,
  name: { zh: '测试县', en: 'Test county' },
  locale: 'zh',
  utcOffset: '+08:00',
  towns: ['east', 'west'],
}

function town(name: string, title: string, hasWater: boolean): Town {
  const section = (id: string): string => `${name}.${id}`
  return {
    title: { zh: title },
    centres: {
      [`${name}.C`]: {
        title: { zh: '服务中心' },
        kind: 'centre',
        sections: {
          [section('WIN')]: { title: { zh: '便民服务股' } },
          [section('ROAD')]: { title: { zh: '道路管理股' } },
        },
      },
    },
    bindings: [
      { duty: 'D01', section: section('WIN'), part: 'lead', from: '2025-01-01' },
      { duty: 'D02', section: section('ROAD'), part: 'lead', from: '2025-01-01' },
      {
        duty: 'D03',
        section: section('ROAD'),
        part: hasWater ? 'lead' : 'proposed',
        from: '2025-01-01',
      },
    ],
  }
}

const directory: Directory = {
  format: 1,
  edition: 1,
  duties: {
    D01: { title: { zh: '窗口受理', en: 'Reception' } },
    D02: { title: { zh: '道路管理', en: 'Roads' } },
    D03: { title: { zh: '水利、河道', en: 'Water' } },
  },
  posts: {
    clerk: { title: { zh: '窗口人员', en: 'Clerk' }, level: 'section' },
    handler: { title: { zh: '经办人', en: 'Handler' }, level: 'section' },
    mayor: { title: { zh: '镇长', en: 'Mayor' }, level: 'town' },
  },
  towns: { east: town('east', '东镇', true), west: town('west', '西镇', false) },
}

function staff(name: string): People['people'] {
  return {
    [`${name}-1`]: { town: name, holds: [{ post: 'clerk', section: `${name}.WIN` }] },
    [`${name}-2`]: { town: name, holds: [{ post: 'clerk', section: `${name}.WIN` }] },
    [`${name}-3`]: { town: name, holds: [{ post: 'handler', section: `${name}.ROAD` }] },
    [`${name}-4`]: { town: name, holds: [{ post: 'handler', section: `${name}.ROAD` }] },
    [`${name}-5`]: { town: name, holds: [{ post: 'mayor' }] },
  }
}

export const people: People = {
  format: 1,
  edition: 1,
  people: { ...staff('east'), ...staff('west') },
}

const catalogue: Catalogue = {
  format: 1,
  items: { permit: { title: permit.title, list: 'power', workflow: 'permit' } },
}

const calendar: CalendarRegister = {
  format: 1,
  edition: 1,
  region: { zh: '测试' },
  off: [],
  work: [],
}

const suite: Suite = {
  format: 1,
  id: 'permit',
  item: 'permit',
  walks: [
    {
      id: 'granted',
      title: { zh: '准予' },
      towns: ['east', 'west'],
      script: [
        { open: { town: '$town', at: AT('02'), data: { area: 12.5, nearRiver: false } } },
        { expect: { open: ['window'], sections: { window: '$town.WIN' } } },
        { act: { task: 'window', action: 'accept', at: AT('03') } },
        { expect: { open: ['road-opinion'], due: { promised: '2026-03-17' } } },
        { act: { task: 'road-opinion', action: 'agree' } },
        { act: { task: 'decide', action: 'grant', by: { post: 'mayor' } } },
        { expect: { closed: true, outcome: 'granted', documents: ['受理通知书'] } },
      ],
    },
  ],
}

/** The files of a small valid workspace, by path. */
export const smallFiles: Readonly<Record<string, object>> = {
  'workspace.json': info,
  'directory.json': directory,
  'people.json': people,
  'catalogue.json': catalogue,
  'calendar.json': calendar,
  'workflows/permit.json': permit,
  'suites/permit.json': suite,
}
