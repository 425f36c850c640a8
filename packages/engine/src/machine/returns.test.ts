import { describe, expect, test } from 'vitest'
import type { Parallel, Phase, Step, Task } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'
const why = { opinion: '材料不符' }

function chain(more: Readonly<Record<string, Step>> = {}): Workflow {
  return workflow({
    draft: task('check'),
    check: task('sign'),
    sign: task('=closed'),
    ...more,
  })
}

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

describe('a return along one line', () => {
  test('opens the earlier task again, as a new round, and cancels the one it came from', () => {
    const kase = go(new SmallCase(chain()), 'draft', 'check')
    kase.act('sign', 'return', clerk, { to: 'draft', ...why })
    expect(kase.open).toEqual(['draft'])
    expect(kase.task('draft').task).toBe('draft#2')
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'returned', subject: 'sign#1' })
    expect(kase.ledger.at(-1)?.facts).toContainEqual({ fact: 'cancelled', step: 'sign' })
  })

  test('then leads through every step again', () => {
    const kase = go(new SmallCase(chain()), 'draft', 'check')
    kase.act('sign', 'return', clerk, { to: 'draft', ...why })
    expect(go(kase, 'draft').open).toEqual(['check'])
    expect(go(kase, 'check').open).toEqual(['sign'])
    expect(kase.task('sign').task).toBe('sign#2')
  })

  test('needs a target and an opinion', () => {
    const kase = go(new SmallCase(chain()), 'draft')
    expect(kase.refuse('check', 'return', clerk, why)).toEqual({
      kind: 'unknown-operator-argument',
      action: 'return',
      missing: 'to',
    })
    expect(kase.refuse('check', 'return', clerk, { to: 'draft', opinion: '  ' })).toEqual({
      kind: 'opinion-needed',
      step: 'check',
      action: 'return',
    })
  })

  test('never leads to a step that this case has not completed', () => {
    const kase = go(new SmallCase(chain()), 'draft')
    expect(kase.refuse('check', 'return', clerk, { to: 'sign', ...why })).toEqual({
      kind: 'not-done-yet',
      to: 'sign',
      targets: ['draft'],
    })
    expect(kase.task('check').returns).toEqual(['draft'])
  })

  test('never leads to the step that it comes from', () => {
    const looping = chain({
      check: { ...task('sign'), actions: { go: { to: 'sign' }, redo: { to: 'check' } } },
    })
    const kase = go(new SmallCase(looping), 'draft').act('check', 'redo', clerk)
    expect(kase.task('check').returns).toEqual(['draft'])
    expect(kase.refuse('check', 'return', clerk, { to: 'check', ...why })).toMatchObject({
      kind: 'not-done-yet',
      to: 'check',
    })
  })

  test('never skips forward over work that it has asked again', () => {
    const kase = go(new SmallCase(chain()), 'draft', 'check')
    kase.act('sign', 'return', clerk, { to: 'draft', ...why })
    expect(kase.task('draft').returns).toEqual([])
    expect(kase.refuse('draft', 'return', clerk, { to: 'check', ...why }).kind).toBe('not-done-yet')
  })

  test('is not for those who are not asked', () => {
    const kase = go(new SmallCase(chain()), 'draft')
    expect(kase.refuse('check', 'return', 'D02-handler-1', { to: 'draft', ...why })).toMatchObject({
      kind: 'not-for-you',
      by: 'D02-handler-1',
    })
  })

  test('is counted by target, and refused beyond the limit', () => {
    const limited = { ...chain(), policies: { returns: { max: 2 } } }
    const kase = go(new SmallCase(limited), 'draft')
    for (const _ of [1, 2]) {
      kase.act('check', 'return', clerk, { to: 'draft', ...why })
      go(kase, 'draft')
    }
    expect(kase.refuse('check', 'return', clerk, { to: 'draft', ...why })).toEqual({
      kind: 'returned-too-often',
      to: 'draft',
      max: 2,
    })
    expect(kase.task('check').returns).toEqual([])
    expect(kase.task('check').task).toBe('check#3')
  })

  test('three times to one step, where the workflow says nothing', () => {
    const kase = go(new SmallCase(chain()), 'draft')
    for (const _ of [1, 2, 3]) {
      kase.act('check', 'return', clerk, { to: 'draft', ...why })
      go(kase, 'draft')
    }
    expect(kase.refuse('check', 'return', clerk, { to: 'draft', ...why })).toMatchObject({
      max: 3,
    })
  })

  test('keeps a one-time notice used up', () => {
    const once = chain({
      check: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'sign' }, correct: { to: 'draft', max: 1 } },
      },
    })
    const kase = go(new SmallCase(once), 'draft').act('check', 'correct', clerk)
    go(kase, 'draft', 'check').act('sign', 'return', clerk, { to: 'check', ...why })
    expect(kase.refuse('check', 'correct', clerk)).toEqual({
      kind: 'used-up',
      step: 'check',
      action: 'correct',
      max: 1,
    })
    expect(kase.task('check').blocked).toEqual(['correct'])
  })
})

describe('what the workflow allows', () => {
  test.each([
    ['none', [], undefined],
    ['previous', ['check'], 'draft'],
    ['first', ['draft'], 'check'],
    ['chosen', ['draft', 'check'], undefined],
  ] as const)('targets %s', (targets, allowed, refused) => {
    const policies = { returns: { targets } }
    const kase = go(new SmallCase({ ...chain(), policies }), 'draft', 'check')
    expect(kase.task('sign').returns).toEqual(allowed)
    if (refused !== undefined) {
      expect(kase.refuse('sign', 'return', clerk, { to: refused, ...why })).toEqual({
        kind: 'returns-not-allowed',
        step: 'sign',
        targets,
        allowed,
      })
    }
  })

  test('a task narrows what the workflow allows', () => {
    const narrowed = chain({ sign: task('=closed', { returns: { targets: 'first' } }) })
    const kase = go(new SmallCase(narrowed), 'draft', 'check')
    expect(kase.task('sign').returns).toEqual(['draft'])
  })

  test('the way back is one of those allowed; without a word it is the first', () => {
    const policies = { returns: { then: ['straight-back' as const] } }
    const kase = go(new SmallCase({ ...chain(), policies }), 'draft', 'check')
    expect(kase.refuse('sign', 'return', clerk, { to: 'draft', then: 'again', ...why })).toEqual({
      kind: 'then-not-allowed',
      then: 'again',
      allowed: ['straight-back'],
    })
    kase.act('sign', 'return', clerk, { to: 'draft', ...why })
    expect(go(kase, 'draft').open).toEqual(['sign'])
  })

  test('previous is the last step on the own way, not a sibling’s', () => {
    const policies = { returns: { targets: 'previous' as const } }
    const two = workflow(
      {
        first: task('both'),
        both: parallel({
          x: { 'x-draft': task('x-sign'), 'x-sign': task('=ok') },
          y: { 'y-draft': task('y-sign'), 'y-sign': task('=ok') },
        }),
      },
      { policies },
    )
    const kase = go(new SmallCase(two), 'first', 'x-draft', 'y-draft')
    expect(kase.task('x-sign').returns).toEqual(['x-draft'])
    kase.act('x-sign', 'return', clerk, { to: 'x-draft', ...why })
    expect(kase.open).toEqual(['x-draft', 'y-sign'])
  })
})

const land: Task = { kind: 'task', by: { duty: 'D01' }, actions: { go: { result: 'ok' } } }

/** a task, a joint review of two branches of two steps each, a task behind it */
function withReview(more: Partial<Parallel> = {}): Workflow {
  return workflow({
    before: task('review'),
    review: parallel(
      {
        x: { 'x-draft': task('x-sign'), 'x-sign': land },
        y: { 'y-draft': task('y-sign'), 'y-sign': land },
      },
      { exits: [{ otherwise: true, to: 'behind' }], ...more },
    ),
    behind: task('last'),
    last: task('=closed'),
  })
}

describe('returns and joint review', () => {
  test('inside one branch only that branch moves', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft')
    kase.act('x-sign', 'return', clerk, { to: 'x-draft', ...why })
    expect(kase.open).toEqual(['x-draft', 'y-sign'])
    expect(kase.task('y-sign').task).toBe('y-sign#1')
    expect(kase.task('x-draft').task).toBe('x-draft#2')
  })

  test('to a sibling branch is refused', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft')
    expect(kase.refuse('x-sign', 'return', clerk, { to: 'y-draft', ...why })).toEqual({
      kind: 'sibling-branch',
      to: 'y-draft',
      parallel: 'review',
    })
    expect(kase.task('x-sign').returns).toEqual(['before', 'x-draft'])
  })

  test('out of the review closes it as a whole', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft')
    kase.act('x-sign', 'return', clerk, { to: 'before', ...why })
    expect(kase.open).toEqual(['before'])
    expect(Object.keys(kase.case.position.blocks)).toEqual([])
    expect(go(kase, 'before').open).toEqual(['x-draft', 'y-draft'])
  })

  test('from behind a finished review asks one branch again, from that step', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft', 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'x-sign', ...why })
    expect(kase.open).toEqual(['x-sign'])
    expect(kase.case.position.blocks['review']).toMatchObject({
      visit: 2,
      branches: ['x', 'y'],
      kept: ['y'],
    })
    expect(go(kase, 'x-sign').open).toEqual(['behind'])
  })

  test('a whole branch may be asked again from its start', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft', 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'review/y', ...why })
    expect(kase.open).toEqual(['y-draft'])
    expect(go(kase, 'y-draft', 'y-sign').open).toEqual(['behind'])
  })

  test('a branch that an early exit cut off may be asked for, and is awaited', () => {
    const objecting: Task = { ...land, actions: { ...land.actions, no: { result: 'no' } } }
    const cut = withReview({
      branches: {
        x: { start: 'x-sign', steps: { 'x-sign': objecting } },
        y: { start: 'y-draft', steps: { 'y-draft': task('y-sign'), 'y-sign': land } },
      },
      exits: [
        { count: 'no', atLeast: 1, early: true, to: 'last' },
        { otherwise: true, to: 'behind' },
      ],
    })
    const kase = go(new SmallCase(cut), 'before').act('x-sign', 'no', clerk)
    expect(kase.open).toEqual(['last'])
    expect(kase.task('last').returns).toEqual(['before', 'x-sign', 'review/x', 'review/y'])
    kase.act('last', 'return', clerk, { to: 'review/y', ...why })
    expect(kase.open).toEqual(['y-draft'])
    // The kept objection waits for the new answer, then ends the review again.
    expect(go(kase, 'y-draft').open).toEqual(['y-sign'])
    expect(go(kase, 'y-sign').open).toEqual(['last'])
  })

  test('a branch that is cut off is open again beside the one asked for', () => {
    const cut = withReview({
      exits: [
        { count: 'ok', atLeast: 1, early: true, to: 'behind' },
        { otherwise: true, to: 'last' },
      ],
    })
    const kase = go(new SmallCase(cut), 'before', 'x-draft', 'x-sign')
    expect(kase.open).toEqual(['behind'])
    kase.act('behind', 'return', clerk, { to: 'x-draft', ...why })
    expect(kase.open).toEqual(['x-draft', 'y-draft'])
  })

  test('a branch of a review that is still to come cannot be named', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft', 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'before', ...why })
    expect(kase.task('before').returns).toEqual([])
    expect(kase.refuse('before', 'return', clerk, { to: 'review/x', ...why }).kind).toBe(
      'not-done-yet',
    )
  })

  test('a branch that is not concerned on the facts of now cannot be asked', () => {
    const review = parallel(
      { x: { 'x-sign': land }, y: { 'y-sign': land } },
      { exits: [{ otherwise: true, to: 'behind' }] },
    )
    if (review.kind !== 'parallel') throw new Error('no parallel')
    const { x, y } = review.branches
    if (x === undefined || y === undefined) throw new Error('no branches')
    const wet = workflow({
      before: task('review'),
      review: { ...review, branches: { x, y: { ...y, when: 'area > 100' } } },
      behind: task('=closed', { data: { edit: ['area'] }, actions: { note: {} } }),
    })
    const kase = go(new SmallCase(wet, { data: { area: 120 } }), 'before', 'x-sign', 'y-sign')
    expect(kase.task('behind').returns).toContain('y-sign')
    kase.act('behind', 'note', clerk, { data: { area: 90 } })
    expect(kase.refuse('behind', 'return', clerk, { to: 'y-sign', ...why })).toEqual({
      kind: 'branch-not-concerned',
      to: 'y-sign',
      branch: 'review/y',
    })
    expect(kase.task('behind').returns).not.toContain('y-sign')
  })

  test('in a branch asked again nothing is done yet: no return over its undone steps', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft', 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'x-draft', siblings: 'cancel', ...why })
    expect(kase.open).toEqual(['x-draft', 'y-draft'])
    expect(kase.task('y-draft').returns).toEqual(['before'])
    expect(kase.task('x-draft').returns).toEqual(['before'])
  })

  test('a phase inside the branch changes nothing of that', () => {
    const inPhase = withReview({
      branches: {
        x: {
          start: 'inner',
          steps: {
            inner: phase(
              { 'x-draft': task('x-check'), 'x-check': task('=done') },
              { exits: { done: { to: 'x-sign' } } },
            ),
            'x-sign': land,
          },
        },
        y: { start: 'y-sign', steps: { 'y-sign': land } },
      },
    })
    const kase = go(new SmallCase(inPhase), 'before', 'x-draft', 'x-check', 'y-sign', 'x-sign')
    kase.act('behind', 'return', clerk, { to: 'x-draft', ...why })
    expect(kase.open).toEqual(['x-draft'])
    expect(kase.task('x-draft').returns).toEqual(['before'])
    expect(kase.refuse('x-draft', 'return', clerk, { to: 'x-check', ...why }).kind).toBe(
      'not-done-yet',
    )
  })

  test('answers that stand keep their steps within reach', () => {
    const kase = go(new SmallCase(withReview()), 'before', 'x-draft', 'y-draft', 'x-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'x-sign', ...why })
    go(kase, 'x-sign')
    expect(kase.task('behind').returns).toEqual([
      'before',
      'x-draft',
      'y-draft',
      'y-sign',
      'x-sign',
      'review/x',
      'review/y',
    ])
  })

  test('the review inside a branch that stands keeps its answers', () => {
    const nested = withReview({
      branches: {
        x: { start: 'x-sign', steps: { 'x-sign': land } },
        y: {
          start: 'inner',
          steps: {
            inner: parallel(
              { a: { 'a-sign': land }, b: { 'b-sign': land } },
              { exits: [{ otherwise: true, to: 'y-sign' }] },
            ),
            'y-sign': land,
          },
        },
      },
    })
    const kase = go(new SmallCase(nested), 'before', 'x-sign', 'a-sign', 'b-sign', 'y-sign')
    kase.act('behind', 'return', clerk, { to: 'a-sign', ...why })
    expect(kase.open).toEqual(['a-sign'])
    go(kase, 'a-sign')
    expect(kase.open).toEqual(['y-sign'])
    expect(go(kase, 'y-sign').open).toEqual(['behind'])
  })
})

describe('borders', () => {
  const lawful: Phase['clocks'] = {
    statutory: { value: 20, unit: 'working-day', basis: 'F01 art.42' },
  }
  const handling = (clocks: Phase['clocks'] = lawful): Workflow =>
    workflow({
      intake: task('handling'),
      handling: phase(
        { check: task('sign'), sign: task('=done') },
        { clocks: clocks ?? {}, exits: { done: { to: 'notify' } } },
      ),
      notify: task('=closed'),
    })

  test('no return leaves a phase with a statutory clock', () => {
    const kase = go(new SmallCase(handling()), 'intake', 'check')
    expect(kase.refuse('sign', 'return', clerk, { to: 'intake', ...why })).toEqual({
      kind: 'crosses-statutory-clock',
      to: 'intake',
      phase: 'handling',
    })
    expect(kase.task('sign').returns).toEqual(['check'])
    kase.act('sign', 'return', clerk, { to: 'check', ...why })
    expect(kase.open).toEqual(['check'])
  })

  test('nor does one lead back into it', () => {
    const kase = go(new SmallCase(handling()), 'intake', 'check', 'sign')
    expect(kase.refuse('notify', 'return', clerk, { to: 'check', ...why }).kind).toBe(
      'crosses-statutory-clock',
    )
    expect(kase.task('notify').returns).toEqual(['intake'])
  })

  test('a promised clock is no border, and runs on', () => {
    const promised = { promised: { value: 10, unit: 'working-day' as const, basis: 'F31a' } }
    const kase = go(new SmallCase(handling(promised)), 'intake', 'check')
    kase.act('sign', 'return', clerk, { to: 'intake', ...why })
    expect(kase.open).toEqual(['intake'])
  })

  test('no return crosses an outcome, but behind it returns go on', () => {
    const decided = workflow({
      check: task('decide'),
      decide: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'print', outcome: 'granted' } },
      },
      print: task('deliver'),
      deliver: task('=closed'),
    })
    const kase = go(new SmallCase(decided), 'check', 'decide', 'print')
    expect(kase.refuse('deliver', 'return', clerk, { to: 'decide', ...why })).toEqual({
      kind: 'crosses-outcome',
      to: 'decide',
      outcome: 'granted',
    })
    expect(kase.task('deliver').returns).toEqual(['print'])
    kase.act('deliver', 'return', clerk, { to: 'print', ...why })
    expect(kase.open).toEqual(['print'])
    expect(kase.case.position.outcome).toBe('granted')
  })

  test('a review behind the outcome may be asked again', () => {
    const after = workflow({
      decide: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'duties', outcome: 'granted' } },
      },
      duties: parallel(
        { x: { 'x-sign': land }, y: { 'y-sign': land } },
        { exits: [{ otherwise: true, to: 'file' }] },
      ),
      file: task('=closed'),
    })
    const kase = go(new SmallCase(after), 'decide', 'x-sign', 'y-sign')
    expect(kase.task('file').returns).toEqual(['x-sign', 'y-sign', 'duties/x', 'duties/y'])
    kase.act('file', 'return', clerk, { to: 'duties/x', ...why })
    expect(kase.open).toEqual(['x-sign'])
  })

  test('the finish is a border too', () => {
    const finishing = workflow({
      handle: task('care'),
      care: phase({ visit: task('archive'), archive: task('=done') }, { stage: 'after-care' }),
    })
    const kase = go(new SmallCase(finishing), 'handle', 'visit')
    expect(kase.case.position.finished).toBe(true)
    expect(kase.refuse('archive', 'return', clerk, { to: 'handle', ...why }).kind).toBe(
      'crosses-outcome',
    )
    expect(kase.task('archive').returns).toEqual(['visit'])
  })

  test('no return enters or leaves a side, but inside it returns go on', () => {
    const withSide = workflow({
      first: task('handling'),
      handling: phase(
        { check: task('sign'), sign: task('=done') },
        {
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
    const kase = go(new SmallCase(withSide, { data: { area: 1 } }), 'first', 'check', 'ask')
    expect(kase.open).toEqual(['confirm', 'sign'])
    expect(kase.refuse('confirm', 'return', clerk, { to: 'check', ...why })).toEqual({
      kind: 'side-border',
      to: 'check',
      side: 'handling/aside',
    })
    expect(kase.refuse('sign', 'return', clerk, { to: 'ask', ...why }).kind).toBe('side-border')
    expect(kase.task('confirm').returns).toEqual(['ask'])
    kase.act('confirm', 'return', clerk, { to: 'ask', ...why })
    expect(kase.open).toEqual(['ask', 'sign'])
  })

  test('a return in the main line leaves the sides as they are', () => {
    const withSide = workflow({
      handling: phase(
        { check: task('sign'), sign: task('=done') },
        {
          sides: {
            aside: { opens: { when: 'area > 0' }, start: 'ask', steps: { ask: task('=rest') } },
          },
        },
      ),
    })
    const kase = go(new SmallCase(withSide, { data: { area: 1 } }), 'check')
    kase.act('sign', 'return', clerk, { to: 'check', ...why })
    expect(kase.open).toEqual(['ask', 'check'])
    expect(kase.task('ask').task).toBe('ask#1')
  })

  test('and what was done in them stays within their reach', () => {
    const withSide = workflow({
      handling: phase(
        { check: task('sign'), sign: task('=done') },
        {
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
    const kase = go(new SmallCase(withSide, { data: { area: 1 } }), 'check', 'ask')
    kase.act('sign', 'return', clerk, { to: 'check', ...why })
    expect(kase.task('confirm').returns).toEqual(['ask'])
  })
})
