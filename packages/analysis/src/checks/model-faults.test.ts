import type { ModelFault } from '@yichuang/engine'
import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { smallWorkspace, workflowOf } from '../testing/small-workspace.ts'

const day = '2026-05-06'
const broken = smallWorkspace({
  workflows: {
    main: workflowOf({
      survey: { kind: 'task', by: { duty: 'D01' }, actions: { done: { to: 'decied' } } },
      decide: {
        kind: 'task',
        by: { post: 'mayor' },
        actions: { grant: { result: 'closed', outcome: 'granted' } },
      },
    }),
  },
})

test('a fault of the model is a finding with workflow, step and path, and nothing follows from it', () => {
  const [fault, ...others] = check(broken, { day })

  expect(others).toEqual([])
  expect(fault).toMatchObject({
    kind: 'unknown-target',
    severity: 'error',
    workflow: 'main',
    step: 'survey',
    file: 'workflows/main.json',
    nearest: 'decide',
    at: 'steps.survey.actions.done.to',
  })
})

test('a fault that the reader of the files has met is not reported again', () => {
  const met: ModelFault = {
    kind: 'unknown-target',
    block: '',
    name: 'decied',
    known: [],
    file: 'workflows/main.json',
    path: ['steps', 'survey', 'actions', 'done', 'to'],
    at: 'steps.survey.actions.done.to',
    line: 12,
    column: 3,
  }

  expect(check(broken, { day, faults: [met] })).toMatchObject([
    { workflow: 'main', step: 'survey', line: 12 },
  ])
})
