import { describe, expect, test } from 'vitest'
import type { Task } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

const survey: Task = {
  kind: 'task',
  by: { duty: 'D01' },
  when: 'area > 100',
  skip: 'clear',
  documents: ['勘测记录'],
  actions: {
    clear: { to: 'sign', documents: ['通过单'], sets: { on: 'today()' } },
    stop: { to: 'sign' },
  },
}

const optional = workflow({
  draft: task('survey', { data: { edit: ['area'] } }),
  survey,
  sign: task('=closed'),
})

describe('a step that may be passed over', () => {
  test('is opened where its condition is true', () => {
    const kase = new SmallCase(optional, { data: { area: 120 } }).act('draft', 'go', clerk)
    expect(kase.open).toEqual(['survey'])
  })

  test('is passed by the exit that it names, and the ledger says so', () => {
    const kase = new SmallCase(optional, { data: { area: 80 } }).act('draft', 'go', clerk)
    expect(kase.open).toEqual(['sign'])
    expect(kase.ledger.at(-1)?.facts).toContainEqual({
      fact: 'done',
      step: 'survey',
      exit: 'clear',
      people: [],
      how: 'skipped',
    })
    expect(kase.case.position.data['on']).toBe('2026-03-02')
  })

  test('a condition that is neither true nor false passes it', () => {
    expect(new SmallCase(optional).act('draft', 'go', clerk).open).toEqual(['sign'])
  })

  test('issues the document of the exit, but none of work that nobody did', () => {
    const kase = new SmallCase(optional).act('draft', 'go', clerk)
    expect(Object.keys(kase.case.documents)).toEqual(['通过单'])
  })

  test('is not on the trail, and becomes nobody’s task', () => {
    const kase = new SmallCase(optional).act('draft', 'go', clerk)
    expect(kase.task('sign').returns).toEqual(['draft'])
    expect(Object.keys(kase.case.tasks)).toEqual(['sign'])
    expect(kase.effects.filter(({ effect }) => effect === 'notify')).toHaveLength(2)
  })

  test('is not passed over when the case was returned to it', () => {
    const kase = new SmallCase(optional, { data: { area: 120 } })
    kase.act('draft', 'go', clerk).act('survey', 'clear', clerk)
    kase.act('sign', 'return', clerk, { to: 'draft', opinion: '面积有误' })
    kase.act('draft', 'go', clerk, { data: { area: 80 } })
    expect(kase.open).toEqual(['sign'])
    const asked = new SmallCase(optional, { data: { area: 120 } })
    asked.act('draft', 'go', clerk).act('survey', 'clear', clerk)
    asked.act('sign', 'return', clerk, { to: 'survey', opinion: '重测' })
    expect(asked.open).toEqual(['survey'])
    const later = new SmallCase(
      workflow({
        draft: task('survey'),
        survey,
        sign: task('=closed', { data: { edit: ['area'] }, actions: { note: {} } }),
      }),
      { data: { area: 120 } },
    )
    later.act('draft', 'go', clerk).act('survey', 'clear', clerk)
    later.act('sign', 'note', clerk, { data: { area: 80 } })
    later.act('sign', 'return', clerk, { to: 'survey', opinion: '重测' })
    expect(later.open).toEqual(['survey'])
  })

  test('several in a row are passed in one move', () => {
    const row = workflow({
      draft: task('survey'),
      survey: { ...survey, actions: { clear: { to: 'second' } } },
      second: { ...survey, actions: { clear: { to: 'sign' } } },
      sign: task('=closed'),
    })
    expect(new SmallCase(row).act('draft', 'go', clerk).open).toEqual(['sign'])
  })
})
