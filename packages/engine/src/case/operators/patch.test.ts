import { describe, expect, test } from 'vitest'
import type { StepChange } from '../../machine/step-change.ts'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const guest = 'D02-handler-1'
const mayor = 'mayor-1'

const drawn = workflow(
  {
    draft: task('check'),
    check: task('sign', { skip: 'go', when: 'true' }),
    sign: task('=closed', {
      signing: { rule: 'all' },
      actions: {
        agree: { counts: 'for', result: 'closed' },
        object: { counts: 'against', to: 'draft' },
      },
    }),
  },
  { policies: { operators: { patch: { by: { post: 'mayor' } } } } },
)

function patched(to: string, change: StepChange): SmallCase {
  return new SmallCase(drawn).act('draft', 'patch', mayor, { to, change, reason: '案情复杂' })
}

const refused = (to: string, change: StepChange) =>
  new SmallCase(drawn).refuse('draft', 'patch', mayor, { to, change, reason: '案情复杂' })

describe('a step that lies ahead', () => {
  test('is signed by others before and after those drawn', () => {
    const kase = patched('check', { before: [guest], after: ['D03-handler-1'] })
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'patched', command: { to: 'check' } })
    kase.act('draft', 'go', one)
    const order = [[guest], [one, two, head], ['D03-handler-1']]
    for (const people of order) {
      expect(kase.task('check').people).toEqual(people)
      kase.act('check', 'go', people[0] ?? '')
    }
    expect(kase.open).toEqual(['sign'])
  })

  test('is not asked of somebody, for every round of it', () => {
    const kase = patched('sign', { without: [two] })
    kase.act('draft', 'go', one).act('check', 'go', one)
    expect(kase.task('sign').people).toEqual([one, head])
    kase.act('sign', 'object', one).act('draft', 'go', one).act('check', 'go', one)
    expect(kase.task('sign').people).toEqual([one, head])
  })

  test('stays without them as the days come, one seat for all or a seat each', () => {
    const kase = patched('check', { without: [two] })
    kase.act('draft', 'go', one)
    expect(kase.task('check').people).toEqual([one, head])
    kase.tick('2026-03-04T09:00:00+08:00')
    expect(kase.task('check').people).toEqual([one, head])
  })

  test('never loses its last signer', () => {
    const kase = patched('sign', { without: [one, two, head] })
    kase.act('draft', 'go', one).act('check', 'go', one)
    expect(kase.task('sign').people).toEqual([one, two, head])
  })

  test('is passed, when it names the exit for that', () => {
    const kase = patched('check', { skip: true }).act('draft', 'go', one)
    expect(kase.open).toEqual(['sign'])
    expect(kase.case.position.done['check']).toMatchObject({ exit: 'go', people: [] })
  })

  test('takes a second change beside the first', () => {
    const kase = patched('check', { before: [guest] })
    kase.act('draft', 'patch', mayor, { to: 'check', change: { without: [two] }, reason: '回避' })
    expect(kase.case.position.patches).toEqual({ check: { before: [guest], without: [two] } })
  })
})

test('what a host adds to a change for itself never reaches the ledger', () => {
  const change = { without: [two], name: '王某' } as StepChange
  const kase = patched('sign', change)
  expect(JSON.stringify(kase.ledger)).not.toContain('王某')
  expect(kase.case.position.patches).toEqual({ sign: { without: [two] } })
})

describe('no change', () => {
  test.each([
    ['nowhere', { skip: true }, 'no-such-task'],
    ['draft', { without: [one] }, 'already-open'],
    ['sign', { skip: true }, 'not-optional'],
    ['sign', { before: ['nobody'] }, 'not-staff'],
    ['sign', {}, 'nothing-changed'],
    ['sign', { host: 'x' } as StepChange, 'nothing-changed'],
  ] as const)('%s %j: %s', (to, change, because) => {
    expect(refused(to, change)).toMatchObject({ kind: 'cannot-patch', step: to, because })
  })

  test('by who is not named for it', () => {
    const kase = new SmallCase(drawn)
    const details = { to: 'sign', change: { without: [two] }, reason: 'x' }
    expect(kase.refuse('draft', 'patch', one, details)).toMatchObject({
      kind: 'operator-not-allowed',
      asked: [mayor],
    })
  })
})
