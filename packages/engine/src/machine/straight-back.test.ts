import { describe, expect, test } from 'vitest'
import type { Phase, Step, Task } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { SmallCase, type SmallCaseOptions } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'
const back = { then: 'straight-back' as const, opinion: '请补充' }

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

const start = (of: Workflow, options: SmallCaseOptions = {}): SmallCase =>
  new SmallCase(of, options)

/** a, then a decision on the area, then b, then c, then d */
function chain(more: Readonly<Record<string, Step>> = {}): Workflow {
  return workflow({
    a: task('size', { data: { edit: ['area', 'on'] }, actions: { other: { to: 'size' } } }),
    size: {
      kind: 'decision',
      rows: [{ when: 'area > 100', to: 'large' }],
      otherwise: { to: 'b' },
    },
    b: task('c'),
    c: task('d'),
    d: task('=closed'),
    large: task('=closed'),
    ...more,
  })
}

describe('straight back', () => {
  test('leads to exactly the step that returned, over everything between', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    expect(kase.open).toEqual(['a'])
    expect(go(kase, 'a').open).toEqual(['d'])
    expect(kase.task('d').task).toBe('d#1')
    expect(go(kase, 'd').case.closedAt).not.toBeNull()
  })

  test('what it passes over stands, and may be returned to', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    expect(kase.task('a').returns).toEqual([])
    go(kase, 'a')
    expect(kase.task('d').returns).toEqual(['a', 'b', 'c'])
    kase.act('d', 'return', clerk, { to: 'c', ...back, then: 'again' })
    expect(kase.open).toEqual(['c'])
  })

  test('is not taken when the exit differs from last time', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back }).act('a', 'other', clerk)
    expect(kase.open).toEqual(['b'])
  })

  test('is not taken when a field that routes the case has changed', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    kase.act('a', 'go', clerk, { data: { area: 60 } })
    expect(kase.open).toEqual(['b'])
  })

  test('is taken when the field holds what it held, or routes nothing', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    kase.act('a', 'go', clerk, { data: { area: 50, on: '2026-03-01' } })
    expect(kase.open).toEqual(['d'])
  })

  test('is not taken when the exit itself sets a field that routes the case', () => {
    const setting = chain({
      a: task('size', { actions: { go: { to: 'size', sets: { area: 'area + 60' } } } }),
    })
    const kase = go(start(setting, { data: { area: 10 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    expect(go(kase, 'a').case.position.data['area']).toBe(130)
    expect(kase.open).toEqual(['large'])
  })

  test('writes what the exit sets', () => {
    const setting = chain({
      a: task('size', { actions: { go: { to: 'size', sets: { on: 'today()' } } } }),
    })
    const kase = go(start(setting, { data: { area: 10 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    kase.at = '2026-03-09T09:00:00+08:00'
    expect(go(kase, 'a').open).toEqual(['d'])
    expect(kase.case.position.data['on']).toBe('2026-03-09')
  })

  test('vanishes with the step: another exit today opens no way back tomorrow', () => {
    const looping = chain({
      b: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'c' }, redo: { to: 'a' } },
      },
    })
    const kase = go(start(looping, { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back })
    kase.act('a', 'other', clerk).act('b', 'redo', clerk)
    expect(go(kase, 'a').open).toEqual(['b'])
    expect(kase.case.position.carried).toEqual({})
  })

  test('a later plain return to the same step replaces it', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'a', ...back }).act('a', 'other', clerk)
    kase.act('b', 'return', clerk, { to: 'a', ...back, then: 'again' })
    expect(go(kase, 'a').open).toEqual(['b'])
  })

  test('vanishes when the step is cancelled with its phase', () => {
    const redrawn: Phase = {
      kind: 'phase',
      start: 'a',
      steps: { a: task('b'), b: task('=done') },
      actions: { restart: { by: { duty: 'D01' }, result: 'over' } },
      exits: { done: { to: 'end' }, over: { to: 'again' } },
    }
    const kase = start(workflow({ main: redrawn, again: task('main'), end: task('=closed') }))
    go(kase, 'a').act('b', 'return', clerk, { to: 'a', ...back })
    kase.act('main', 'restart', clerk)
    expect(go(kase, 'again', 'a').open).toEqual(['b'])
    expect(kase.task('b').task).toBe('b#2')
  })
})

describe('returns within returns', () => {
  test('each leads back to its own step', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'b', ...back })
    kase.act('b', 'return', clerk, { to: 'a', ...back })
    expect(go(kase, 'a').open).toEqual(['b'])
    expect(go(kase, 'b').open).toEqual(['d'])
    expect(kase.case.position.carried).toEqual({})
  })

  test('the inner one not taken, the outer one is gone with it', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'b', ...back })
    kase.act('b', 'return', clerk, { to: 'a', ...back })
    kase.act('a', 'other', clerk)
    expect(kase.task('b').task).toBe('b#3')
    expect(go(kase, 'b').open).toEqual(['c'])
  })

  test('the outer one not taken, the inner one still is', () => {
    const kase = go(start(chain(), { data: { area: 50 } }), 'a', 'b', 'c')
    kase.act('d', 'return', clerk, { to: 'b', ...back })
    kase.act('b', 'return', clerk, { to: 'a', ...back })
    kase.act('a', 'go', clerk, { data: { on: '2026-03-01' } })
    expect(kase.open).toEqual(['b'])
  })
})

const signed: Task = { kind: 'task', by: { duty: 'D01' }, actions: { go: { result: 'ok' } } }
const threeHands: Task = {
  kind: 'task',
  by: { duty: 'D01' },
  signing: { rule: 'all' },
  actions: { go: { counts: 'for', result: 'ok' }, no: { counts: 'against', result: 'no' } },
}

function review(more: Partial<Extract<Step, { kind: 'parallel' }>> = {}): Workflow {
  return workflow({
    before: task('joint', { data: { edit: ['area'] } }),
    joint: parallel(
      {
        x: { 'x-draft': task('x-sign'), 'x-sign': threeHands },
        y: { 'y-draft': task('y-sign'), 'y-sign': signed },
      },
      { exits: [{ otherwise: true, to: 'behind' }], ...more },
    ),
    behind: task('last'),
    last: task('=closed'),
  })
}

describe('straight back into joint review', () => {
  test('brings back the seats already filled', () => {
    const kase = go(start(review()), 'before', 'x-draft')
    kase.act('x-sign', 'go', 'D01-handler-1')
    kase.act('x-sign', 'return', 'D01-handler-2', { to: 'before', ...back })
    go(kase, 'before')
    expect(kase.open).toEqual(['x-sign', 'y-draft'])
    expect(kase.task('x-sign').task).toBe('x-sign#1')
    expect(kase.refuse('x-sign', 'go', 'D01-handler-1').kind).toBe('not-asked')
    kase.act('x-sign', 'go', 'D01-handler-2').act('x-sign', 'go', 'D01-section-head-1')
    expect(kase.open).toEqual(['y-draft'])
  })

  test('with keep, a half-finished branch comes back as it was', () => {
    const kase = go(start(review()), 'before', 'x-draft', 'y-draft')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back, siblings: 'keep' })
    expect(go(kase, 'before').open).toEqual(['x-sign', 'y-sign'])
    expect(kase.task('y-sign').task).toBe('y-sign#1')
  })

  test('otherwise a half-finished branch starts anew', () => {
    const kase = go(start(review()), 'before', 'x-draft', 'y-draft')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back, siblings: 'affected' })
    expect(go(kase, 'before').open).toEqual(['x-sign', 'y-draft'])
    expect(kase.task('y-draft').returns).toEqual(['before'])
  })

  test('the result of a finished branch stands', () => {
    const kase = go(start(review()), 'before', 'x-draft', 'y-draft', 'y-sign')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back })
    expect(go(kase, 'before').open).toEqual(['x-sign'])
  })

  test('save where the returner names the branch to be asked again', () => {
    const kase = go(start(review()), 'before', 'x-draft', 'y-draft', 'y-sign')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back, branches: ['joint/y'] })
    expect(go(kase, 'before').open).toEqual(['x-sign', 'y-draft'])
  })

  test('is not taken when a fact has changed that says who is concerned', () => {
    const twoBranches = review()
    const joint = twoBranches.steps['joint']
    if (joint?.kind !== 'parallel') throw new Error('no parallel')
    const { x, y } = joint.branches
    if (x === undefined || y === undefined) throw new Error('no branches')
    const wet: Workflow = {
      ...twoBranches,
      steps: {
        ...twoBranches.steps,
        joint: { ...joint, branches: { x, y: { ...y, when: 'area > 100' } } },
      },
    }
    const kase = go(start(wet, { data: { area: 50 } }), 'before', 'x-draft')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back })
    kase.act('before', 'go', clerk, { data: { area: 200 } })
    expect(kase.open).toEqual(['x-draft', 'y-draft'])
  })

  test('is not taken when a branch has dropped out by the passing of time', () => {
    const timed = review()
    const joint = timed.steps['joint']
    if (joint?.kind !== 'parallel') throw new Error('no parallel')
    const { x, y } = joint.branches
    if (x === undefined || y === undefined) throw new Error('no branches')
    const brief: Workflow = {
      ...timed,
      steps: {
        ...timed.steps,
        joint: {
          ...joint,
          branches: { x: { ...x, when: 'today() < date("2026-04-01")' }, y },
        },
      },
    }
    const kase = go(start(brief), 'before', 'x-draft')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back })
    kase.at = '2026-04-02T09:00:00+08:00'
    expect(go(kase, 'before').open).toEqual(['y-draft'])
    expect(kase.case.position.resume).toBeNull()
  })

  test('from behind: the review carries the way back, so that all asked again are awaited', () => {
    const kase = go(start(review()), 'before', 'x-draft', 'y-draft', 'y-sign')
    for (const by of ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1'])
      kase.act('x-sign', 'go', by)
    go(kase, 'behind')
    kase.act('last', 'return', clerk, { to: 'y-sign', ...back, branches: ['joint/x'] })
    expect(kase.open).toEqual(['x-draft', 'y-sign'])
    expect(go(kase, 'y-sign').open).toEqual(['x-draft'])
    go(kase, 'x-draft')
    for (const by of ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1'])
      kase.act('x-sign', 'go', by)
    expect(kase.open).toEqual(['last'])
    expect(kase.task('last').returns).toContain('behind')
  })

  test('from behind: vanishes with the review, should it take another exit', () => {
    const looping = review({
      exits: [
        { count: 'no', atLeast: 1, to: 'before' },
        { otherwise: true, to: 'behind' },
      ],
    })
    const hands = ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1']
    const kase = go(start(looping), 'before', 'x-draft', 'y-draft', 'y-sign')
    for (const by of hands) kase.act('x-sign', 'go', by)
    go(kase, 'behind').act('last', 'return', clerk, { to: 'x-sign', ...back })
    kase.act('x-sign', 'no', 'D01-handler-1')
    expect(kase.open).toEqual(['before'])
    go(kase, 'before', 'x-draft', 'y-draft', 'y-sign')
    for (const by of hands) kase.act('x-sign', 'go', by)
    expect(kase.open).toEqual(['behind'])
  })

  test('from behind: not taken when the review takes another exit', () => {
    const kase = go(
      start(
        review({
          exits: [
            { count: 'no', atLeast: 1, to: 'last' },
            { otherwise: true, to: 'behind' },
          ],
        }),
      ),
      'before',
      'x-draft',
      'y-draft',
      'y-sign',
    )
    for (const by of ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1'])
      kase.act('x-sign', 'go', by)
    kase.act('behind', 'return', clerk, { to: 'x-sign', ...back })
    kase.act('x-sign', 'no', 'D01-handler-1')
    expect(kase.open).toEqual(['last'])
  })

  test('out of a phase around the review leaves that phase', () => {
    const inPhase = workflow({
      handle: phase(
        {
          joint: parallel(
            { x: { 'x-sign': signed }, y: { 'y-sign': signed } },
            { exits: [{ otherwise: true, result: 'done' }] },
          ),
        },
        {
          clocks: { promised: { value: 5, unit: 'day', basis: 'F31a' } },
          exits: { done: { to: 'behind' } },
        },
      ),
      behind: task('=closed'),
    })
    const kase = go(start(inPhase), 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'x-sign', ...back })
    expect(Object.keys(kase.case.position.blocks)).toEqual(['handle', 'joint'])
    expect(go(kase, 'x-sign').open).toEqual(['behind'])
    expect(kase.case.position.blocks).toEqual({})
    expect(kase.case.clocks['handle.promised']?.endedAt).toBe(kase.at)
  })

  test('sets of the exit taken are written on the way', () => {
    const setting = review({ exits: [{ otherwise: true, to: 'behind', sets: { on: 'today()' } }] })
    const kase = go(start(setting), 'before', 'x-draft', 'y-draft', 'y-sign')
    for (const by of ['D01-handler-1', 'D01-handler-2', 'D01-section-head-1'])
      kase.act('x-sign', 'go', by)
    kase.act('behind', 'return', clerk, { to: 'y-sign', ...back })
    kase.at = '2026-03-09T09:00:00+08:00'
    expect(go(kase, 'y-sign').open).toEqual(['behind'])
    expect(kase.case.position.data['on']).toBe('2026-03-09')
  })

  test('a review inside a branch that starts anew is not taken up half way', () => {
    const nested = review({
      branches: {
        x: { start: 'x-sign', steps: { 'x-sign': signed } },
        y: {
          start: 'y-draft',
          steps: {
            'y-draft': task('inner'),
            inner: parallel(
              { a: { 'a-sign': signed }, b: { 'b-sign': signed } },
              { exits: [{ otherwise: true, result: 'ok' }] },
            ),
          },
        },
      },
    })
    const kase = go(start(nested), 'before', 'y-draft', 'a-sign')
    expect(kase.open).toEqual(['b-sign', 'x-sign'])
    kase.act('x-sign', 'return', clerk, { to: 'before', ...back, siblings: 'cancel' })
    expect(go(kase, 'before').open).toEqual(['x-sign', 'y-draft'])
    expect(kase.case.position.resume).toBeNull()
    expect(go(kase, 'y-draft').open).toEqual(['a-sign', 'b-sign', 'x-sign'])
  })
})

describe('straight back into a phase', () => {
  const withSide = workflow({
    first: task('handle'),
    handle: phase(
      { check: task('sign'), sign: task('=done') },
      {
        exits: { done: { result: 'closed' } },
        sides: {
          aside: {
            opens: { when: 'area > 0' },
            start: 'ask',
            steps: { ask: task('confirm'), confirm: task('=rest') },
          },
        },
      },
    ),
  })

  test('takes up the sides of the phase as they were', () => {
    const kase = go(start(withSide, { data: { area: 1 } }), 'first', 'check', 'ask')
    kase.act('sign', 'return', clerk, { to: 'first', ...back })
    expect(kase.open).toEqual(['first'])
    expect(go(kase, 'first').open).toEqual(['confirm', 'sign'])
    expect(go(kase, 'sign').open).toEqual(['confirm'])
    expect(go(kase, 'confirm').case.closedAt).not.toBeNull()
  })

  test('through the steps again, a side that was cut off opens again', () => {
    const kase = go(start(withSide, { data: { area: 1 } }), 'first', 'check')
    kase.act('sign', 'return', clerk, { to: 'first', ...back, then: 'again' })
    expect(go(kase, 'first').open).toEqual(['ask', 'check'])
  })

  test('a side that came to rest does not open a second time', () => {
    const kase = go(start(withSide, { data: { area: 1 } }), 'first', 'check', 'ask', 'confirm')
    kase.act('sign', 'return', clerk, { to: 'first', ...back, then: 'again' })
    expect(go(kase, 'first').open).toEqual(['check'])
  })
})
