import type { CalendarRegister } from '../model/calendar.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import type { DecisionTable } from '../model/table.ts'
import type { Suite, WorkspaceInfo } from '../model/workspace.ts'

/** One file of each kind that uses every key of its type: what a schema forgets shows here. */
export const workspaceExample: Required<WorkspaceInfo> = {
  $schema: 'urn:yichuang:1:workspace',
  format: 1,
  name: { zh: '演示县', en: 'Demo county' },
  locale: 'zh',
  utcOffset: '+08:00',
  towns: ['east'],
}

export const directoryExample: Required<Directory> = {
  $schema: 'urn:yichuang:1:directory',
  format: 1,
  edition: 3,
  duties: { D01: { title: { zh: '窗口受理' }, note: { zh: '说明' }, evidence: 'A' } },
  posts: { 'window-clerk': { title: { zh: '窗口人员' }, level: 'section', evidence: 'A' } },
  bodies: { county: { title: { zh: '县级部门' }, evidence: 'A' } },
  towns: {
    east: {
      title: { zh: '东镇', en: 'East town' },
      division: null,
      centres: {
        PMC: {
          title: { zh: '党群服务中心' },
          short: { zh: '党群' },
          kind: 'centre',
          rank: { zh: '股级' },
          nameplates: { VSS: { title: { zh: '服务站' }, seal: true, evidence: 'A' } },
          quota: { value: 12, evidence: 'A' },
          sections: {
            'PMC.CONV': {
              title: { zh: '便民服务股' },
              short: { zh: '便民' },
              alias: { zh: '便民股' },
              active: true,
              from: '2025-01-01',
              to: '2027-12-31',
              note: { zh: '说明' },
              evidence: 'A',
            },
          },
          note: { zh: '说明' },
          evidence: 'A',
        },
      },
      bindings: [
        {
          duty: 'D01',
          section: 'PMC.CONV',
          part: 'lead',
          from: '2026-01-01',
          to: '2026-12-31',
          basis: 'A',
          note: { zh: '说明' },
          evidence: 'A',
        },
      ],
      note: { zh: '说明' },
    },
  },
}

export const peopleExample: Required<People> = {
  $schema: 'urn:yichuang:1:people',
  format: 1,
  edition: 2,
  people: {
    p01: {
      town: 'east',
      holds: [
        { post: 'window-clerk', section: 'PMC.CONV', from: '2026-01-01', to: '2026-12-31' },
        { post: 'centre-director', centre: 'PMC' },
      ],
      name: '演示人员',
    },
  },
}

export const calendarExample: Required<CalendarRegister> = {
  $schema: 'urn:yichuang:1:calendar',
  format: 1,
  edition: 4,
  region: { zh: '演示地区' },
  off: [{ from: '2026-04-19', to: '2026-04-20', title: { zh: '节日' }, basis: 'A', evidence: 'A' }],
  work: [{ from: '2026-04-25' }],
  years: { 2028: { off: [{ from: '2028-01-01' }], work: [], basis: 'A' } },
  officeHours: {
    spans: [
      ['08:00', '12:00'],
      ['15:00', '18:00'],
    ],
    evidence: 'A',
  },
}

const limit = {
  value: 20,
  unit: 'working-day',
  basis: 'A',
  note: { zh: '说明' },
  evidence: 'A',
} as const

export const catalogueExample: Required<Catalogue> = {
  $schema: 'urn:yichuang:1:catalogue',
  format: 1,
  items: {
    homestead: {
      title: { zh: '农村宅基地审批' },
      list: 'power',
      workflow: 'homestead',
      catalogCode: 'DEMO-1',
      taskCode: 'DEMO-2',
      itemType: 'DEMO',
      version: 1,
      legalBasis: [{ basis: 'A', note: { zh: '说明' }, evidence: 'A' }],
      exerciseLevel: 'town',
      powerSource: 'statutory',
      entrustingDept: { zh: '县级部门' },
      implementingBody: { name: { zh: '镇人民政府' }, code: null, nature: 'organ' },
      coHandlingBodies: [{ zh: '县级部门' }],
      serviceTargets: ['natural-person'],
      caseType: 'promised',
      handlingMode: 'joint',
      statutoryLimit: limit,
      promisedLimit: limit,
      acceptanceConditions: { zh: '条件' },
      specialProcedures: [{ zh: '现场踏勘' }],
      quantityLimit: { zh: '无' },
      isCharged: false,
      result: { name: { zh: '批准书' }, type: 'approval' },
      channels: ['window', 'online'],
      visitsRequired: 1,
      materials: {
        form: {
          title: { zh: '申请表' },
          necessity: 'conditional',
          when: 'member',
          form: 'either',
          copies: 1,
          basis: 'A',
          evidence: 'A',
        },
      },
      division: { county: { zh: '指导' }, town: { zh: '审批' } },
      effectiveFrom: '2026-01-01',
      effectiveTo: '2030-12-31',
      note: { zh: '说明' },
      evidence: 'A',
    },
  },
  sources: { F01: { title: { zh: '中华人民共和国行政许可法' }, evidence: 'found' } },
}

export const tableExample: Required<DecisionTable> = {
  $schema: 'urn:yichuang:1:table',
  format: 1,
  id: 'route',
  title: { zh: '分办' },
  hitPolicy: 'collect',
  aggregation: 'min',
  inputs: [{ expression: 'area', label: { zh: '面积' } }],
  outputs: [
    { id: 'duty', type: 'choice', of: ['D06', 'D07'], label: { zh: '职责' } },
    { id: 'post', type: 'text' },
  ],
  rules: [
    {
      id: 'small',
      when: ['<= 100'],
      then: ['"D06"', '"section-head"'],
      note: { zh: '说明' },
      basis: 'A',
      evidence: 'A',
    },
  ],
}

export const suiteExample: Required<Suite> = {
  $schema: 'urn:yichuang:1:suite',
  format: 1,
  id: 'homestead-walks',
  item: 'homestead',
  title: { zh: '宅基地走查' },
  walks: [
    {
      id: 'granted',
      title: { zh: '准予' },
      towns: ['east'],
      script: [
        { open: { item: 'homestead', town: '$town', data: { area: 120.5, member: true } } },
        { act: { task: 'apply#1', action: 'submit' } },
        { tick: { at: '2026-03-02T09:00:00+08:00' } },
        { registers: { edition: 4 } },
        { expect: { outcome: null, open: ['meeting'] } },
      ],
    },
  ],
}
