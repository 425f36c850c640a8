import type { Phase } from '../model/step.ts'

/** The village's part of the reference homestead: application, meeting, notice. */
export const homesteadVillage: Phase = {
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
}
