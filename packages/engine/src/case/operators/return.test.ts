import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const drawn = workflow({
  draft: task('check', { data: { edit: ['area'] } }),
  check: {
    kind: 'task',
    by: { duty: 'D01' },
    signing: { rule: 'in-order' },
    actions: {
      agree: { counts: 'for', result: 'closed' },
      object: { counts: 'against', result: 'closed' },
    },
  },
})

// Where a return leads is told in machine/returns.test.ts; here, who may ask for it, and its record.
describe('a return', () => {
  test('is recorded with what was asked and where it led', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    kase.act('check', 'return', one, {
      to: 'draft',
      then: 'straight-back',
      siblings: 'keep',
      opinion: '面积不符',
    })
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'returned',
      subject: 'check#1',
      command: {
        do: 'act',
        task: 'check',
        action: 'return',
        to: 'draft',
        then: 'straight-back',
        siblings: 'keep',
        opinion: '面积不符',
      },
    })
    expect(kase.ledger.at(-1)?.facts[1]).toMatchObject({
      fact: 'returned',
      block: '',
      from: 'check',
      to: 'draft',
      cut: ['draft'],
    })
  })

  test('is for whose turn it is', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    const details = { to: 'draft', opinion: '不符' }
    expect(kase.refuse('check', 'return', 'D01-handler-2', details)).toEqual({
      kind: 'not-for-you',
      task: 'check#1',
      by: 'D01-handler-2',
      asked: [one],
    })
    kase.act('check', 'agree', one)
    expect(kase.act('check', 'return', 'D01-handler-2', details).open).toEqual(['draft'])
  })

  test('may state its reason as opinion or as reason', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    expect(kase.act('check', 'return', one, { to: 'draft', reason: '不符' }).open).toEqual([
      'draft',
    ])
  })

  test('leaves nothing to take back', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    kase.act('check', 'return', one, { to: 'draft', opinion: '不符' })
    expect(kase.case.lastMove).toBeNull()
  })

  test('corrects no data on the way', () => {
    const kase = new SmallCase(drawn).act('draft', 'go', one)
    expect(
      kase.refuse('check', 'return', one, { to: 'draft', opinion: '不符', data: { area: 1 } }).kind,
    ).toBe('field-not-editable')
  })
})
