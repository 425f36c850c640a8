import type { Item, Step, Workflow, Workspace } from '@yichuang/engine'

/** A workspace with one town `sanwu` whose clerk `p1` and mayor `p2` hold the duty D01 and the post. */
export function smallWorkspace(
  parts: Partial<Workspace>,
  items: Readonly<Record<string, Item>> = {},
): Workspace {
  return {
    info: {
      format: 1,
      name: { zh: '小县' },
      locale: 'zh',
      utcOffset: '+08:00',
      towns: ['sanwu'],
    },
    directory: {
      format: 1,
      edition: 1,
      duties: { D01: { title: { zh: '窗口受理' } } },
      posts: {
        handler: { title: { zh: '经办人' }, level: 'section' },
        mayor: { title: { zh: '镇长' }, level: 'town' },
      },
      bodies: { village: { title: { zh: '村民委员会' } } },
      towns: {
        sanwu: {
          title: { zh: '三五镇' },
          centres: {
            PMC: {
              title: { zh: '党群综合服务中心' },
              kind: 'centre',
              sections: { 'PMC.CONV': { title: { zh: '便民服务股' } } },
            },
          },
          bindings: [{ duty: 'D01', section: 'PMC.CONV', part: 'lead' }],
        },
      },
    },
    people: {
      format: 1,
      edition: 1,
      people: {
        p1: { town: 'sanwu', holds: [{ post: 'handler', section: 'PMC.CONV' }] },
        p2: {
          town: 'sanwu',
          holds: [{ post: 'handler', section: 'PMC.CONV' }, { post: 'mayor' }],
        },
      },
    },
    catalogue: { format: 1, items },
    calendar: { format: 1, edition: 1, region: { zh: '广西' }, off: [], work: [] },
    workflows: {},
    tables: {},
    suites: {},
    ...parts,
  }
}

/** A workflow of some root steps; the first one is the start. */
export function workflowOf(
  steps: Readonly<Record<string, Step>>,
  rest: Partial<Workflow> = {},
): Workflow {
  return {
    format: 1,
    id: 'main',
    title: { zh: '办理' },
    fields: {},
    outcomes: { granted: { class: 'granted' } },
    start: Object.keys(steps)[0] ?? '',
    steps,
    ...rest,
  }
}
