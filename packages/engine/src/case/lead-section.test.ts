import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const lead = 'D02-handler-1'
const agriculture = 'D01-handler-1'
const water = 'D03-handler-1'

const joint = workflow({
  review: task('=closed', {
    by: [{ duty: 'D01' }, { duty: 'D02' }, { duty: 'D03' }],
    signing: { rule: 'each', lead: 1 },
    limit: {
      value: 3,
      unit: 'working-day',
      basis: 'A',
      expiry: { take: 'agree', as: 'silent-consent' },
    },
    actions: {
      agree: { counts: 'for', result: 'closed' },
      object: { counts: 'against', result: 'closed' },
    },
  }),
})

describe('a lead section and sections asked along (主办/协办)', () => {
  test('those asked along speak first, the lead last', () => {
    const kase = new SmallCase(joint)
    expect(kase.refuse('review', 'agree', lead).kind).toBe('not-asked')
    kase.act('review', 'agree', water).act('review', 'agree', agriculture)
    expect(kase.task('review').people).toEqual([
      'D02-handler-1',
      'D02-handler-2',
      'D02-section-head-1',
    ])
    expect(kase.act('review', 'agree', lead).case.closedAt).not.toBeNull()
  })

  test('an objection of theirs is on record, and the lead decides', () => {
    const kase = new SmallCase(joint).act('review', 'object', water)
    kase.act('review', 'agree', agriculture)
    expect(kase.open).toEqual(['review'])
    kase.act('review', 'agree', lead)
    expect(kase.case.position.done['review']).toMatchObject({
      exit: 'agree',
      people: [agriculture, lead, water],
    })
  })

  test('the lead refuses for all', () => {
    const kase = new SmallCase(joint).act('review', 'agree', water)
    kase.act('review', 'agree', agriculture).act('review', 'object', lead)
    expect(kase.case.position.done['review']?.exit).toBe('object')
  })

  test('their silence is consent, attributable to each; that of the lead is lateness', () => {
    const kase = new SmallCase(joint).act('review', 'object', water)
    kase.tick('2026-03-20T09:00:00+08:00')
    expect(kase.kinds()).toEqual(['opened', 'acted', 'expired', 'overdue'])
    const seats = kase.case.position.open['review']?.seats ?? []
    expect(seats.map(({ group, state, by }) => [group, state, by])).toEqual([
      [0, 'for', undefined],
      [1, 'open', undefined],
      [2, 'against', water],
    ])
    kase.act('review', 'agree', lead)
    expect(kase.case.position.done['review']?.exit).toBe('agree')
  })
})
