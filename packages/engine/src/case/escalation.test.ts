import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'

const drawn = workflow({
  handle: phase(
    {
      check: task('=done', {
        by: { duty: 'D01', post: 'handler' },
        limit: {
          value: 2,
          unit: 'working-day',
          basis: 'A',
          escalate: [
            { after: 1, to: { duty: 'D01', post: 'section-head' } },
            { after: 3, to: { post: 'mayor' } },
          ],
        },
      }),
    },
    {
      clocks: {
        promised: {
          value: 4,
          unit: 'working-day',
          basis: 'B',
          escalate: [{ after: 1, to: { post: 'mayor' } }],
        },
      },
    },
  ),
})

const told = (kase: SmallCase) =>
  kase.effects.flatMap((effect) =>
    effect.effect === 'notify' && effect.why === 'escalated' ? [effect.people] : [],
  )

describe('lateness', () => {
  test('goes up level by level, each once, to the hour at which the limit ran out', () => {
    const kase = new SmallCase(drawn)
    const kindsOn = (day: string) =>
      kase.tick(`2026-03-${day}T18:00:00+08:00`).map(({ kind, subject }) => `${kind} ${subject}`)
    expect(['03', '04', '05', '06', '09', '10', '11'].map(kindsOn)).toEqual([
      [],
      ['overdue check#1'],
      ['escalated check#1'],
      ['overdue handle.promised'],
      ['escalated check#1', 'escalated handle.promised'],
      [],
      [],
    ])
    expect(told(kase)).toEqual([['D01-section-head-1'], ['mayor-1'], ['mayor-1']])
  })

  test('after days without a tick comes in the same order, once, at its own legal time', () => {
    const kase = new SmallCase(drawn)
    const events = kase.tick('2026-03-20T09:00:00+08:00')
    expect(events.map(({ kind, subject, effectiveAt }) => [kind, subject, effectiveAt])).toEqual([
      ['overdue', 'check#1', '2026-03-04T18:00:00+08:00'],
      ['escalated', 'check#1', '2026-03-05T18:00:00+08:00'],
      ['overdue', 'handle.promised', '2026-03-06T18:00:00+08:00'],
      ['escalated', 'check#1', '2026-03-09T18:00:00+08:00'],
      ['escalated', 'handle.promised', '2026-03-09T18:00:00+08:00'],
    ])
    expect(kase.tick('2026-03-21T09:00:00+08:00')).toEqual([])
  })

  test('at the end of the calendar goes up no further, and breaks nothing', () => {
    const far = workflow({
      check: task('=closed', {
        limit: {
          value: 1,
          unit: 'month',
          basis: 'A',
          escalate: [
            { after: 100_000, to: { post: 'mayor' } },
            { after: 1, to: { post: 'mayor' } },
          ],
        },
      }),
    })
    const kase = new SmallCase(far)
    expect(kase.case.tasks['check']?.limit?.due?.escalations).toEqual([
      { level: 2, at: '2026-05-02T18:00:00+08:00' },
    ])
  })

  test('stops going up once the step is done', () => {
    const kase = new SmallCase(drawn)
    kase.tick('2026-03-05T09:00:00+08:00')
    kase.act('check', 'go', one)
    expect(kase.tick('2026-03-20T09:00:00+08:00')).toEqual([])
    expect(told(kase)).toEqual([])
  })
})
