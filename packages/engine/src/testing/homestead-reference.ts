import type { Workflow } from '../model/workflow.ts'
import { homesteadHandling } from './homestead-handling.ts'
import { homesteadVillage } from './homestead-village.ts'

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
    village: homesteadVillage,
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
    handling: homesteadHandling,
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
