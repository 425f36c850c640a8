import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

describe('drawn loops', () => {
  test('a step that leads to itself opens as a new round', () => {
    const again = workflow({ draft: task('=closed', { actions: { again: { to: 'draft' } } }) })
    const kase = new SmallCase(again).act('draft', 'again', clerk).act('draft', 'again', clerk)
    expect(kase.task('draft').task).toBe('draft#3')
    expect(kase.refuse('draft#2', 'again', clerk)).toEqual({
      kind: 'task-not-open',
      task: 'draft#2',
      open: ['draft#3'],
    })
  })

  test('a joint review entered again asks everybody again', () => {
    const looping = workflow({
      joint: parallel(
        { x: { x: task('=ok') }, y: { y: task('=ok') } },
        { exits: [{ otherwise: true, to: 'sign' }] },
      ),
      sign: task('=closed', { actions: { redo: { to: 'joint' } } }),
    })
    const kase = go(new SmallCase(looping), 'x', 'y').act('sign', 'redo', clerk)
    expect(kase.open).toEqual(['x', 'y'])
    expect(kase.case.position.blocks['joint']).toMatchObject({ visit: 2, answers: {}, kept: [] })
  })

  test('a review left and entered again asks about this visit only', () => {
    const looping = workflow({
      joint: parallel(
        {
          x: { 'x-draft': task('x-sign'), 'x-sign': task('=ok') },
          y: { y: task('=ok') },
        },
        { exits: [{ otherwise: true, to: 'sign' }] },
      ),
      sign: task('=closed', { actions: { redo: { to: 'joint' } } }),
    })
    const kase = go(new SmallCase(looping), 'x-draft', 'x-sign', 'y').act('sign', 'redo', clerk)
    expect(kase.task('x-draft').returns).toEqual(['sign'])
  })

  test('a phase that leads to itself is a new visit', () => {
    const looping = workflow({
      hearing: phase(
        { hear: task('=done', { actions: { adjourn: { result: 'again' } } }) },
        { exits: { done: { result: 'closed' }, again: { to: 'hearing' } } },
      ),
    })
    const kase = new SmallCase(looping).act('hear', 'adjourn', clerk)
    expect(kase.case.position.blocks['hearing']?.visit).toBe(2)
    expect(kase.task('hear').task).toBe('hear#2')
    expect(go(kase, 'hear').case.closedAt).not.toBeNull()
  })

  test('an action may be used as often as it says in the whole case, whatever the round', () => {
    const notice = workflow({
      window: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { result: 'closed' }, correct: { to: 'supply', max: 2 } },
      },
      supply: task('window'),
    })
    const kase = new SmallCase(notice)
    for (const _ of [1, 2]) go(kase.act('window', 'correct', clerk), 'supply')
    expect(kase.refuse('window', 'correct', clerk)).toEqual({
      kind: 'used-up',
      step: 'window',
      action: 'correct',
      max: 2,
    })
    expect(kase.task('window')).toMatchObject({ actions: ['go'], blocked: ['correct'] })
  })

  test('of several signers each may say the word that the step may take once', () => {
    const both = workflow({
      window: {
        kind: 'task',
        by: { duty: 'D01' },
        persons: 2,
        actions: {
          go: { counts: 'against', result: 'closed' },
          correct: { counts: 'for', to: 'supply', max: 1 },
        },
      },
      supply: task('window'),
    })
    const kase = new SmallCase(both).act('window', 'correct', 'D01-handler-1')
    kase.act('window', 'correct', 'D01-handler-2')
    expect(kase.open).toEqual(['supply'])
    go(kase, 'supply')
    expect(kase.refuse('window', 'correct', 'D01-handler-1').kind).toBe('used-up')
  })

  test('an action without an arrow leaves the step open, and may be limited too', () => {
    const drafting = workflow({
      draft: task('=closed', { actions: { save: { max: 1, sets: { on: 'today()' } } } }),
    })
    const kase = new SmallCase(drafting).act('draft', 'save', clerk)
    expect(kase.task('draft').task).toBe('draft#1')
    expect(kase.case.position.data['on']).toBe('2026-03-02')
    expect(kase.ledger.at(-1)?.facts).toContainEqual({
      fact: 'noted',
      step: 'draft',
      action: 'save',
    })
    expect(kase.refuse('draft', 'save', clerk).kind).toBe('used-up')
  })
})
