import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'
import { redecide } from './redecide.ts'

const one = 'D01-handler-1'

const drawn = workflow({
  check: task('sign', {
    limit: { value: 2, unit: 'working-day', basis: 'A', expiry: { take: 'lapse' } },
    actions: { lapse: { result: 'closed' } },
  }),
  sign: task('=closed', { limit: { value: 1, unit: 'working-day', basis: 'A' } }),
})

/** A case on whose second day somebody acted on paper; it is entered on the eighth. */
function entered(details: { effectiveAt: string; reason?: string }) {
  const kase = new SmallCase(drawn)
  kase.at = '2026-03-09T09:00:00+08:00'
  return { kase, details }
}

describe('an act entered later than done 补录', () => {
  test('counts at its legal time: what fell due afterwards has not happened to it', () => {
    const { kase, details } = entered({ effectiveAt: '2026-03-03T10:00:00+08:00', reason: '停电' })
    kase.act('check', 'go', one, details)
    expect(kase.open).toEqual(['sign'])
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'acted',
      recordedAt: '2026-03-09T09:00:00+08:00',
      effectiveAt: '2026-03-03T10:00:00+08:00',
      command: { reason: '停电', effectiveAt: '2026-03-03T10:00:00+08:00' },
    })
    expect(kase.case.tasks['sign']).toMatchObject({
      openedAt: '2026-03-03T10:00:00+08:00',
      limit: { due: { day: '2026-03-04' } },
    })
    expect(kase.tick('2026-03-09T10:00:00+08:00').map(({ kind }) => kind)).toContain('overdue')
  })

  test('is decided again to the same events', () => {
    const { kase, details } = entered({ effectiveAt: '2026-03-03T10:00:00+08:00', reason: '停电' })
    kase.act('check', 'go', one, details)
    expect(redecide(kase.release, kase.engine.registers, kase.ledger).ok).toBe(true)
  })

  test('comes too late for what has lapsed before it in law', () => {
    const { kase, details } = entered({ effectiveAt: '2026-03-05T10:00:00+08:00', reason: '停电' })
    expect(kase.refuse('check', 'go', one, details).kind).toBe('case-closed')
  })

  test.each([
    ['2026-03-02T08:59:00+08:00', '停电', 'not-then'],
    ['2026-03-09T09:00:01+08:00', '停电', 'not-then'],
    ['2026-03-03T10:00:00+08:00', ' ', 'unknown-operator-argument'],
    ['2026-03-03', '停电', 'bad-instant'],
  ])('at %s with the reason “%s”: %s', (effectiveAt, reason, kind) => {
    const { kase, details } = entered({ effectiveAt, reason })
    expect(kase.refuse('check', 'go', one, details).kind).toBe(kind)
  })

  test('never before what was decided meanwhile; the refusal names the earliest moment', () => {
    const kase = new SmallCase(drawn)
    kase.at = '2026-03-03T12:00:00+08:00'
    kase.act('check', 'go', one)
    expect(
      kase.refuse('sign', 'go', one, { effectiveAt: '2026-03-03T10:00:00+08:00', reason: '停电' }),
    ).toEqual({
      kind: 'not-then',
      at: '2026-03-03T10:00:00+08:00',
      earliest: '2026-03-03T12:00:00+08:00',
      latest: '2026-03-03T12:00:00+08:00',
    })
  })
})
