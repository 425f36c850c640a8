import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../../testing/small-workflow.ts'

const clerk = 'D01-handler-1'
const mayor = 'mayor-1'
const reason = '系统故障，按纸质档案补走流程'

const policies = { operators: { jump: { by: { post: 'mayor' } } } }

const line = workflow(
  {
    draft: task('check'),
    check: task('joint'),
    joint: parallel(
      { land: { land: task('head'), head: task('=ok') }, water: { water: task('=ok') } },
      { exits: [{ otherwise: true, to: 'sign' }] },
    ),
    sign: task('=closed'),
  },
  { policies },
)

function jumped(kase: SmallCase, from: string, to: string): SmallCase {
  return kase.act(from, 'jump', mayor, { to, reason })
}

describe('a jump', () => {
  test('leads to a step not done yet, and is flagged with who and why', () => {
    const kase = jumped(new SmallCase(line), 'draft', 'sign')
    expect(kase.open).toEqual(['sign'])
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'jumped',
      subject: 'draft#1',
      command: { action: 'jump', by: { person: mayor }, to: 'sign', reason },
    })
  })

  test('leads back like a return, but uses up none of its rounds', () => {
    const kase = new SmallCase(line).act('draft', 'go', clerk)
    jumped(kase, 'check', 'draft')
    expect(kase.open).toEqual(['draft'])
    expect(kase.case.position.returns).toEqual({})
    expect(kase.case.position.trail).toEqual([])
  })

  test('keeps what was done before the step that it leads ahead from', () => {
    const kase = new SmallCase(line).act('draft', 'go', clerk)
    jumped(kase, 'check', 'sign')
    expect(kase.case.position.trail).toEqual(['draft'])
    expect(kase.task('sign').returns).toEqual(['draft'])
  })

  test('enters a review whole, whichever of its steps is named', () => {
    expect(jumped(new SmallCase(line), 'draft', 'head').open).toEqual(['land', 'water'])
    expect(jumped(new SmallCase(line), 'draft', 'joint').open).toEqual(['land', 'water'])
  })

  test('inside one branch leaves the others alone', () => {
    const kase = jumped(jumped(new SmallCase(line), 'draft', 'joint'), 'land', 'head')
    expect(kase.open).toEqual(['head', 'water'])
  })

  test('leaves nothing to take back', () => {
    const kase = new SmallCase(line).act('draft', 'go', clerk)
    expect(jumped(kase, 'check', 'sign').case.lastMove).toBeNull()
  })
})

describe('a jump is refused', () => {
  test('to everybody until the workflow names somebody', () => {
    const { policies: _, ...plain } = line
    const kase = new SmallCase(plain)
    expect(kase.refuse('draft', 'jump', mayor, { to: 'sign', reason })).toEqual({
      kind: 'operator-not-allowed',
      action: 'jump',
      step: 'draft',
      asked: [],
    })
    expect(
      new SmallCase(line).refuse('draft', 'jump', clerk, { to: 'sign', reason }),
    ).toMatchObject({ kind: 'operator-not-allowed', asked: [mayor] })
  })

  test('without a reason', () => {
    const kase = new SmallCase(line)
    expect(kase.refuse('draft', 'jump', mayor, { to: 'sign', reason: ' ' })).toMatchObject({
      missing: 'reason',
    })
  })

  test('to a step that is not there, or to the step itself: the refusal names the others', () => {
    const kase = new SmallCase(line)
    for (const to of ['sing', 'draft'])
      expect(kase.refuse('draft', 'jump', mayor, { to, reason })).toEqual({
        kind: 'not-done-yet',
        to,
        targets: ['check', 'joint', 'sign', 'land', 'head', 'water'],
      })
  })

  test('into a sibling branch', () => {
    const kase = jumped(new SmallCase(line), 'draft', 'joint')
    expect(kase.refuse('land', 'jump', mayor, { to: 'water', reason }).kind).toBe('sibling-branch')
  })

  test('out of a phase with a statutory clock', () => {
    const lawful = workflow(
      {
        handle: phase(
          { check: task('=done') },
          {
            clocks: { statutory: { value: 20, unit: 'working-day', basis: 'F01 art.42' } },
            exits: { done: { to: 'issue' } },
          },
        ),
        issue: task('=closed'),
      },
      { policies },
    )
    expect(new SmallCase(lawful).refuse('check', 'jump', mayor, { to: 'issue', reason })).toEqual({
      kind: 'crosses-statutory-clock',
      to: 'issue',
      phase: 'handle',
    })
  })

  test('over the outcome, in either direction', () => {
    const decided = workflow(
      {
        decide: {
          kind: 'task',
          by: { duty: 'D01' },
          actions: { grant: { to: 'issue', outcome: 'done' }, back: { to: 'check' } },
        },
        check: task('decide'),
        issue: task('deliver'),
        deliver: { kind: 'task', by: { duty: 'D01' }, actions: { go: { result: 'closed' } } },
      },
      { policies },
    )
    const kase = new SmallCase(decided)
    expect(kase.refuse('decide', 'jump', mayor, { to: 'issue', reason }).kind).toBe(
      'crosses-outcome',
    )
    kase.act('decide', 'grant', clerk)
    expect(kase.refuse('issue', 'jump', mayor, { to: 'check', reason }).kind).toBe(
      'crosses-outcome',
    )
    expect(jumped(kase, 'issue', 'deliver').open).toEqual(['deliver'])
  })
})
