import type { Workflow } from '@yichuang/engine'

/** A small workflow with every kind of block, for tests. */
export const SAMPLE: Workflow = {
  format: 1,
  id: 'sample',
  title: { zh: '示例' },
  fields: { wet: { type: 'boolean' } },
  outcomes: { granted: { class: 'granted' }, refused: { class: 'refused' } },
  start: 'intake',
  steps: {
    intake: {
      kind: 'task',
      title: { zh: '受理', en: 'Intake' },
      by: { duty: 'D01', post: 'window-clerk' },
      actions: {
        accept: { title: { zh: '受理' }, to: 'handling' },
        decline: { result: 'closed', outcome: 'refused', opinion: 'required' },
      },
    },
    handling: {
      kind: 'phase',
      stage: 'review',
      start: 'route',
      steps: {
        route: {
          kind: 'decision',
          rows: [{ when: 'wet', to: 'joint' }],
          otherwise: { to: 'decide' },
        },
        joint: {
          kind: 'parallel',
          branches: {
            land: {
              start: 'land-opinion',
              steps: {
                'land-opinion': {
                  kind: 'task',
                  by: { duty: 'D07' },
                  actions: { agree: { result: 'agree' }, object: { result: 'object' } },
                },
              },
            },
            water: {
              when: 'wet',
              start: 'water-opinion',
              steps: {
                'water-opinion': {
                  kind: 'task',
                  by: { duty: 'D11' },
                  actions: { agree: { result: 'agree' } },
                },
              },
            },
          },
          exits: [
            { count: 'agree', atLeast: 'all', to: 'decide' },
            { otherwise: true, to: 'decide' },
          ],
        },
        decide: {
          kind: 'task',
          by: { post: 'mayor' },
          separateFrom: ['land-opinion', 'water-opinion'],
          actions: { grant: { result: 'granted' }, enquire: { to: 'answer' } },
        },
        answer: {
          kind: 'wait',
          for: { party: 'applicant' },
          answers: { given: { to: 'decide' } },
        },
      },
      exits: { granted: { result: 'closed', outcome: 'granted' } },
    },
  },
  layout: { decide: { x: 8, y: 16 }, 'water-opinion': { x: 80, y: 160 } },
}
