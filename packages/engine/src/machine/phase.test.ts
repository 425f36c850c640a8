import { describe, expect, test } from 'vitest'
import type { Phase, Side } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

const actions: Phase['actions'] = {
  withdraw: { by: { party: 'applicant' }, result: 'withdrawn' },
  terminate: {
    by: { post: 'mayor' },
    result: 'terminated',
    opinion: 'required',
    when: 'area > 10',
    documents: ['终止告知书'],
  },
}

const sides: Readonly<Record<string, Side>> = {
  evidence: { opens: { by: { duty: 'D01' } }, start: 'keep', steps: { keep: task('=rest') } },
}

const handled = workflow({
  handling: phase(
    { check: task('sign'), sign: task('=done') },
    {
      actions,
      sides,
      exits: { done: { to: 'issue' }, withdrawn: { to: 'file' }, terminated: { to: 'file' } },
    },
  ),
  issue: task('=closed'),
  file: task('=closed'),
})

describe('a phase', () => {
  test('is left by the result of its main line', () => {
    const kase = go(new SmallCase(handled), 'check')
    expect(kase.case.position.blocks).toEqual({ handling: { visit: 1 } })
    expect(go(kase, 'sign').open).toEqual(['issue'])
    expect(kase.case.position.done['handling']?.exit).toBe('done')
    expect(kase.case.position.blocks).toEqual({})
  })

  test('an action closes everything in it, sides included', () => {
    const kase = new SmallCase(handled).act('handling', 'evidence', clerk)
    expect(kase.open).toEqual(['check', 'keep'])
    kase.act('handling', 'withdraw', '@applicant')
    expect(kase.open).toEqual(['file'])
    expect(kase.ledger.at(-1)?.facts).toEqual(
      expect.arrayContaining([
        { fact: 'cancelled', step: 'check' },
        { fact: 'cancelled', step: 'keep' },
        {
          fact: 'result',
          block: 'handling',
          result: 'withdrawn',
          via: 'action',
          action: 'withdraw',
        },
        { fact: 'left', block: 'handling', exit: 'withdrawn' },
      ]),
    )
  })

  test('an action is for those whom it names, and refusals say who they are', () => {
    const kase = new SmallCase(handled, { data: { area: 20 } })
    expect(kase.refuse('handling', 'withdraw', clerk)).toEqual({
      kind: 'not-for-you',
      task: 'handling#1',
      by: clerk,
      asked: ['@applicant'],
    })
    expect(kase.refuse('handling', 'terminate', 'leader-1', { opinion: '死亡' })).toMatchObject({
      kind: 'not-for-you',
      asked: ['mayor-1'],
    })
  })

  test('an action has its opinion, its condition and its documents', () => {
    const kase = new SmallCase(handled, { data: { area: 9 } })
    expect(kase.refuse('handling', 'terminate', 'mayor-1')).toEqual({
      kind: 'opinion-needed',
      step: 'handling',
      action: 'terminate',
    })
    expect(kase.refuse('handling', 'terminate', 'mayor-1', { opinion: '死亡' })).toEqual({
      kind: 'condition-not-met',
      step: 'handling',
      action: 'terminate',
      when: 'area > 10',
      data: { area: 9 },
    })
    const large = new SmallCase(handled, { data: { area: 11 } })
    large.act('handling', 'terminate', 'mayor-1', { opinion: '死亡' })
    expect(large.case.documents).toEqual({ 终止告知书: { times: 1, last: large.at } })
  })

  test('an action writes no field: nobody has the right to edit there', () => {
    const kase = new SmallCase(handled, { data: { area: 20 } })
    expect(kase.refuse('handling', 'withdraw', '@applicant', { data: { area: 1 } })).toEqual({
      kind: 'field-not-editable',
      step: 'handling',
      field: 'area',
      editable: [],
    })
  })

  test('an unknown action is answered with those that there are', () => {
    expect(new SmallCase(handled).refuse('handling', 'burn', '@applicant')).toEqual({
      kind: 'unknown-action',
      step: 'handling',
      action: 'burn',
      allowed: ['withdraw', 'terminate', 'evidence'],
    })
  })

  test('is not acted on before it is entered, nor after it is left', () => {
    const later = workflow({
      first: task('handling'),
      handling: phase({ check: task('=done') }, { actions: actions ?? {}, exits: handledExits }),
      issue: task('=closed'),
      file: task('=closed'),
    })
    const kase = new SmallCase(later)
    expect(kase.refuse('handling', 'withdraw', '@applicant')).toEqual({
      kind: 'task-not-open',
      task: 'handling',
      open: ['first#1'],
    })
    go(kase, 'first')
    expect(kase.refuse('handling#2', 'withdraw', '@applicant').kind).toBe('task-not-open')
    go(kase, 'check')
    expect(kase.refuse('handling#1', 'withdraw', '@applicant').kind).toBe('task-not-open')
  })
})

const handledExits: Phase['exits'] = {
  done: { to: 'issue' },
  withdrawn: { to: 'file' },
  terminated: { to: 'file' },
}

test('an inner phase closed by an action is an ordinary step of the outer one, which waits for its sides', () => {
  const nested = workflow({
    outer: phase(
      {
        inner: phase(
          { check: task('=done') },
          {
            actions: { stop: { by: { party: 'applicant' }, result: 'stopped' } },
            exits: { done: { result: 'done' }, stopped: { result: 'done' } },
          },
        ),
      },
      { sides, exits: { done: { to: 'file' } } },
    ),
    file: task('=closed'),
  })
  const kase = new SmallCase(nested).act('outer', 'evidence', clerk)
  kase.act('inner', 'stop', '@applicant')
  expect(kase.open).toEqual(['keep'])
  expect(go(kase, 'keep').open).toEqual(['file'])
})

describe('outcome, finish, end', () => {
  const whole = workflow({
    decide: {
      kind: 'task',
      by: { duty: 'D01' },
      actions: { go: { to: 'care', outcome: 'granted' } },
    },
    care: phase(
      { visit: task('=done') },
      {
        stage: 'after-care',
        actions: { revoke: { by: { post: 'mayor' }, result: 'revoked' } },
        exits: {
          done: { result: 'closed' },
          revoked: { result: 'closed', outcome: 'revoked' },
        },
      },
    ),
  })
  const twoOutcomes = {
    ...whole,
    outcomes: { granted: { class: 'granted' }, revoked: { class: 'revoked' } },
  } as const

  test('the outcome is declared when the matter is decided, before the end', () => {
    const kase = new SmallCase(twoOutcomes)
    kase.at = '2026-03-03T10:00:00+08:00'
    go(kase, 'decide')
    expect(kase.case.position.outcome).toBe('granted')
    expect(kase.case.closedAt).toBeNull()
  })

  test('entering after-care is the finish', () => {
    const kase = new SmallCase(twoOutcomes)
    kase.at = '2026-03-03T10:00:00+08:00'
    go(kase, 'decide')
    expect(kase.case.finishedAt).toBe('2026-03-03T10:00:00+08:00')
    kase.at = '2026-03-04T10:00:00+08:00'
    go(kase, 'visit')
    expect(kase.case.finishedAt).toBe('2026-03-03T10:00:00+08:00')
    expect(kase.case.closedAt).toBe('2026-03-04T10:00:00+08:00')
    expect(kase.case.position).toMatchObject({ closed: true, finished: true, outcome: 'granted' })
  })

  test('after-care may set another outcome', () => {
    const kase = go(new SmallCase(twoOutcomes), 'decide').act('care', 'revoke', 'mayor-1')
    expect(kase.case.position.outcome).toBe('revoked')
    expect(kase.case.closedAt).toBe(kase.at)
  })

  test('without after-care the end is the finish', () => {
    const kase = go(new SmallCase(workflow({ only: task('=closed') })), 'only')
    expect(kase.case.finishedAt).toBe(kase.at)
    expect(kase.case.closedAt).toBe(kase.at)
    expect(kase.case.position.finished).toBe(false)
  })

  test('a closed file stays closed', () => {
    const kase = go(new SmallCase(workflow({ only: task('=closed') })), 'only')
    expect(kase.refuse('only', 'go', clerk)).toEqual({
      kind: 'case-closed',
      closedAt: kase.at,
      outcome: null,
    })
    expect(kase.tick('2027-01-01T00:00:00+08:00')).toEqual([])
  })
})
