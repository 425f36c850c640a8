// biome-ignore-all lint/style/noExcessiveLinesPerFile: one workflow, as an office would file it.
import type { Workflow } from '../model/workflow.ts'

/** The worked example of the language (`docs/language.md`): nearly every construct in one workflow. */
export const homesteadReference: Workflow = {
  format: 1,
  id: 'homestead',
  title: { zh: '农村宅基地和建房审批', en: 'Rural homestead and house building' },
  fields: {
    receivedOn: { type: 'date' },
    acceptedOn: { type: 'date' },
    member: { type: 'boolean' },
    landClass: {
      type: 'choice',
      of: ['construction', 'unused', 'farmland', 'forest', 'basic-farmland'],
    },
    area: { type: 'number', min: 0, max: 1000, unit: 'm2' },
    nearWater: { type: 'boolean' },
    hazardZone: { type: 'boolean' },
    complex: { type: 'boolean' },
    deferred: { type: 'boolean' },
    objection: { type: 'text' },
  },
  outcomes: {
    granted: { class: 'granted' },
    refused: { class: 'refused' },
    'not-accepted': { class: 'not-accepted' },
    'not-recommended': { class: 'terminated' },
    lapsed: { class: 'lapsed' },
    withdrawn: { class: 'withdrawn' },
    terminated: { class: 'terminated' },
    revoked: { class: 'revoked' },
  },
  policies: {
    emptySigner: 'hold',
    sameAsApplicant: 'ask',
    repeatedSigner: 'ask',
    separation: [['acceptance', 'review', 'decision']],
    returns: {
      targets: 'chosen',
      then: ['again', 'straight-back'],
      siblings: 'affected',
      max: 3,
    },
  },
  start: 'village',
  steps: {
    village: {
      kind: 'phase',
      stage: 'apply',
      title: { zh: '村组环节' },
      start: 'apply',
      steps: {
        apply: {
          kind: 'task',
          by: { party: 'applicant' },
          data: { edit: ['area'] },
          actions: {
            submit: { to: 'meeting' },
          },
        },
        meeting: {
          kind: 'task',
          by: { body: 'village-group' },
          limit: { value: 5, unit: 'working-day', basis: 'F31a' },
          actions: {
            pass: { to: 'notice' },
            reject: { result: 'not-recommended', opinion: 'required' },
          },
        },
        notice: {
          kind: 'wait',
          for: { date: true },
          limit: {
            value: 10,
            unit: 'day',
            basis: 'F31a',
            expiry: { take: 'clear' },
          },
          answers: {
            clear: { to: 'village-check' },
            objection: {
              by: { party: 'third-party' },
              to: 'meeting',
            },
          },
        },
        'village-check': {
          kind: 'task',
          by: { body: 'village' },
          limit: { value: 5, unit: 'working-day', basis: 'F31a' },
          actions: {
            forward: { result: 'recommended' },
            reject: { result: 'not-recommended', opinion: 'required' },
          },
        },
      },
      exits: {
        recommended: { to: 'intake' },
        'not-recommended': { result: 'closed', outcome: 'not-recommended' },
      },
    },
    intake: {
      kind: 'phase',
      stage: 'acceptance',
      title: { zh: '受理' },
      actions: {
        withdraw: {
          by: { party: 'applicant' },
          result: 'withdrawn',
        },
      },
      start: 'window',
      steps: {
        window: {
          kind: 'task',
          by: { duty: 'D01', post: 'window-clerk' },
          data: { edit: ['receivedOn', 'landClass', 'nearWater', 'hazardZone', 'deferred'] },
          limit: {
            value: 5,
            unit: 'working-day',
            from: 'receivedOn',
            basis: 'F01 art.32',
            expiry: {
              take: 'accept',
              as: 'deemed',
              sets: { acceptedOn: 'receivedOn' },
            },
          },
          actions: {
            accept: {
              result: 'accepted',
              when: 'landClass = "construction" or landClass = "unused"',
              sets: { acceptedOn: 'today()' },
              documents: ['受理通知书'],
            },
            correct: { to: 'correction', max: 1, documents: ['一次性告知书'] },
            'await-conversion': {
              to: 'conversion',
              when: 'landClass = "farmland" or landClass = "forest"',
            },
            decline: {
              result: 'not-accepted',
              opinion: 'required',
              documents: ['不予受理通知书'],
            },
          },
        },
        correction: {
          kind: 'wait',
          for: { party: 'applicant' },
          limit: {
            value: 15,
            unit: 'working-day',
            basis: 'local',
            expiry: { take: 'lapse' },
          },
          answers: {
            resubmit: { to: 'window' },
            lapse: { result: 'lapsed' },
          },
        },
        conversion: {
          kind: 'wait',
          for: { body: 'county' },
          answers: {
            approved: {
              to: 'window',
              sets: { landClass: '"construction"' },
            },
            denied: { result: 'not-accepted' },
          },
        },
      },
      exits: {
        accepted: { to: 'handling' },
        'not-accepted': { result: 'closed', outcome: 'not-accepted' },
        lapsed: { result: 'closed', outcome: 'lapsed' },
        withdrawn: { result: 'closed', outcome: 'withdrawn' },
      },
    },
    handling: {
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
    },
    issue: {
      kind: 'phase',
      stage: 'issue',
      clocks: {
        delivery: { value: 10, unit: 'working-day', basis: 'F01 art.44' },
      },
      start: 'certificate',
      steps: {
        certificate: {
          kind: 'service',
          operation: 'make-certificate',
          exits: {
            made: { to: 'deliver' },
            failed: { to: 'by-hand' },
          },
        },
        'by-hand': {
          kind: 'task',
          by: { duty: 'D08' },
          actions: {
            made: { to: 'deliver' },
          },
        },
        deliver: {
          kind: 'task',
          by: { duty: 'D01' },
          documents: ['送达回证'],
          actions: {
            delivered: { result: 'delivered' },
          },
        },
      },
      exits: {
        delivered: { to: 'after-care' },
      },
    },
    notify: {
      kind: 'task',
      by: { duty: 'D01' },
      documents: ['送达回证'],
      actions: {
        delivered: { result: 'closed' },
      },
    },
    'after-care': {
      kind: 'phase',
      stage: 'after-care',
      actions: {
        revoke: {
          by: { post: 'mayor' },
          result: 'revoked',
          opinion: 'required',
        },
      },
      start: 'obligations',
      steps: {
        obligations: {
          kind: 'parallel',
          branches: {
            file: {
              start: 'archive',
              steps: {
                archive: {
                  kind: 'task',
                  by: { duty: 'D21' },
                  actions: {
                    archived: { result: 'done' },
                  },
                },
              },
            },
            visits: {
              start: 'start-request',
              steps: {
                'start-request': {
                  kind: 'wait',
                  for: { party: 'applicant' },
                  limit: {
                    value: 24,
                    unit: 'month',
                    basis: 'K',
                    expiry: { take: 'unused' },
                  },
                  answers: {
                    ask: { to: 'visit-2' },
                    unused: { result: 'unused' },
                  },
                },
                'visit-2': {
                  kind: 'task',
                  by: { duty: 'D08' },
                  persons: 2,
                  actions: {
                    'set-out': { counts: 'for', to: 'completion-request' },
                  },
                },
                'completion-request': {
                  kind: 'wait',
                  for: { party: 'applicant' },
                  answers: {
                    ask: { to: 'visit-3' },
                  },
                },
                'visit-3': {
                  kind: 'task',
                  by: { duty: 'D08' },
                  persons: 2,
                  actions: {
                    pass: { counts: 'for', result: 'done' },
                    fail: { counts: 'against', to: 'enforce' },
                  },
                },
                enforce: {
                  kind: 'call',
                  workflow: 'penalty',
                  until: 'finished',
                  onLeave: 'leave',
                  pass: { source: '"homestead"' },
                  exits: {
                    penalised: { to: 'completion-request' },
                    'no-penalty': { to: 'completion-request' },
                    otherwise: { result: 'transferred' },
                  },
                },
              },
            },
          },
          exits: [{ otherwise: true, result: 'done' }],
        },
      },
      exits: {
        done: { result: 'closed' },
        revoked: { result: 'closed', outcome: 'revoked' },
      },
    },
  },
}
