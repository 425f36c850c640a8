import type { Phase } from '../model/step.ts'

/** Review and decision of the reference homestead: joint review, clocks and sides. */
export const homesteadHandling: Phase = {
  kind: 'phase',
  stage: 'review',
  title: { zh: '审查决定' },
  clocks: {
    statutory: {
      value: 20,
      unit: 'working-day',
      from: 'acceptedOn',
      basis: 'F01 art.42',
      extend: {
        value: 10,
        by: { post: 'mayor' },
        times: 1,
      },
    },
    promised: {
      value: 10,
      unit: 'working-day',
      from: 'acceptedOn',
      basis: 'F31a',
      extend: {
        value: 5,
        by: { post: 'mayor' },
        times: 1,
      },
    },
  },
  actions: {
    terminate: {
      by: { duty: 'D08', post: 'centre-director' },
      result: 'terminated',
      opinion: 'required',
    },
  },
  sides: {
    'deferred-materials': {
      opens: { when: 'deferred' },
      start: 'await-materials',
      steps: {
        'await-materials': {
          kind: 'wait',
          for: { party: 'applicant' },
          limit: {
            value: 8,
            unit: 'working-day',
            basis: 'F50c',
            expiry: { take: 'missing' },
          },
          answers: {
            supplied: { result: 'done' },
            missing: { result: 'terminated' },
          },
        },
      },
    },
    withdrawal: {
      opens: {
        by: { party: 'applicant' },
        max: 3,
      },
      start: 'confirm-withdrawal',
      steps: {
        'confirm-withdrawal': {
          kind: 'task',
          by: { duty: 'D01', post: 'window-lead' },
          actions: {
            confirm: { result: 'withdrawn' },
            deny: { result: 'done', opinion: 'required' },
          },
        },
      },
    },
  },
  start: 'visit-1',
  steps: {
    'visit-1': {
      kind: 'task',
      by: [{ duty: 'D06' }, { duty: 'D07' }],
      signing: { rule: 'each', count: 1 },
      data: { edit: ['area', 'hazardZone', 'nearWater'] },
      documents: ['现场审查表'],
      actions: {
        submit: { counts: 'for', to: 'joint' },
      },
    },
    joint: {
      kind: 'parallel',
      branches: {
        agriculture: {
          start: 'agri-draft',
          steps: {
            'agri-draft': {
              kind: 'task',
              by: { duty: 'D06', post: 'handler' },
              data: { read: ['member', 'area'] },
              actions: {
                propose: { to: 'agri-head' },
              },
            },
            'agri-head': {
              kind: 'task',
              by: { duty: 'D06', post: 'section-head' },
              separateFrom: ['agri-draft'],
              data: { read: ['member', 'area'] },
              actions: {
                agree: { result: 'agree' },
                object: { result: 'object', opinion: 'required' },
                redraft: { to: 'agri-draft' },
              },
            },
          },
        },
        land: {
          start: 'land-opinion',
          steps: {
            'land-opinion': {
              kind: 'task',
              by: { duty: 'D07' },
              signing: { rule: 'all' },
              data: { read: ['landClass'] },
              limit: {
                value: 3,
                unit: 'working-day',
                basis: 'A',
                expiry: { take: 'agree', as: 'silent-consent' },
              },
              actions: {
                agree: { counts: 'for', result: 'agree' },
                object: { counts: 'against', result: 'object', opinion: 'required' },
              },
            },
          },
        },
        planning: {
          start: 'plan-opinion',
          steps: {
            'plan-opinion': {
              kind: 'task',
              by: { duty: 'D08' },
              signing: { rule: 'any' },
              data: { read: ['area'] },
              actions: {
                agree: { counts: 'for', result: 'agree' },
                object: { counts: 'against', result: 'object', opinion: 'required' },
                veto: { counts: 'against', result: 'veto', opinion: 'required' },
              },
            },
          },
        },
        water: {
          when: 'nearWater',
          start: 'water-opinion',
          steps: {
            'water-opinion': {
              kind: 'task',
              by: { duty: 'D11' },
              data: { read: ['nearWater'] },
              actions: {
                agree: { result: 'agree' },
                object: { result: 'object' },
              },
            },
          },
        },
        hazard: {
          when: 'hazardZone',
          start: 'appraisal',
          steps: {
            appraisal: {
              kind: 'wait',
              for: { body: 'county-geology' },
              stops: {
                statutory: { ground: 'appraisal', basis: 'F01 art.45' },
                promised: { ground: 'appraisal', basis: 'F01 art.45' },
              },
              answers: {
                safe: { result: 'agree' },
                unsafe: { result: 'object' },
              },
            },
          },
        },
      },
      exits: [
        { count: 'veto', atLeast: 1, early: true, to: 'consolidate' },
        { count: 'object', atLeast: 2, early: true, to: 'consolidate' },
        { count: 'agree', atLeast: 'all', to: 'consolidate' },
        { otherwise: true, to: 'consolidate' },
      ],
    },
    consolidate: {
      kind: 'task',
      by: { duty: 'D08', post: 'section-head' },
      data: { edit: ['complex'] },
      actions: {
        recommend: { to: 'meeting-needed' },
        'not-recommend': { to: 'meeting-needed', opinion: 'required' },
      },
    },
    'meeting-needed': {
      kind: 'decision',
      rows: [{ when: 'complex', to: 'leaders' }],
      otherwise: { to: 'decide' },
    },
    leaders: {
      kind: 'task',
      by: { post: 'leader' },
      signing: { rule: 'vote', share: '2/3', quorum: '2/3' },
      actions: {
        approve: { counts: 'for', to: 'decide' },
        reject: { counts: 'against', to: 'consolidate' },
      },
    },
    decide: {
      kind: 'task',
      stage: 'decision',
      by: { post: 'mayor' },
      actions: {
        grant: { result: 'granted' },
        refuse: { result: 'refused', opinion: 'required', documents: ['不予批准决定书'] },
      },
    },
  },
  exits: {
    granted: { to: 'issue', outcome: 'granted' },
    refused: { to: 'notify', outcome: 'refused' },
    withdrawn: { result: 'closed', outcome: 'withdrawn' },
    terminated: { result: 'closed', outcome: 'terminated' },
  },
}
