import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

/** CK1: whoever is told nothing within five working days is accepted from the day of receipt. */
const intake = workflow(
  {
    intake: phase(
      {
        window: {
          kind: 'task',
          by: { duty: 'D01' },
          data: { edit: ['receivedOn'] },
          limit: {
            value: 5,
            unit: 'working-day',
            from: 'receivedOn',
            basis: 'F01 art.32',
            expiry: { take: 'accept', as: 'deemed', sets: { acceptedOn: 'receivedOn' } },
          },
          actions: {
            accept: {
              result: 'accepted',
              sets: { acceptedOn: 'today()' },
              documents: ['受理通知书'],
            },
            correct: { to: 'correction', max: 1, documents: ['一次性告知书'] },
          },
        },
        correction: {
          kind: 'wait',
          for: { party: 'applicant' },
          limit: {
            value: 15,
            unit: 'working-day',
            basis: 'A',
            expiry: { take: 'lapse' },
          },
          answers: { bring: { to: 'window' }, lapse: { result: 'lapsed' } },
        },
      },
      { stage: 'acceptance', exits: { accepted: { to: 'handle' }, lapsed: { result: 'closed' } } },
    ),
    handle: phase(
      { check: task('=done') },
      {
        stage: 'review',
        clocks: {
          statutory: {
            value: 20,
            unit: 'working-day',
            from: 'acceptedOn',
            basis: 'F01 art.42',
          },
        },
      },
    ),
  },
  { fields: { receivedOn: { type: 'date' }, acceptedOn: { type: 'date' } } },
)

const received = { data: { receivedOn: '2026-03-02' } }

describe('deemed acceptance', () => {
  test('falls on the end of the fifth working day, recorded when the host wakes', () => {
    const kase = new SmallCase(intake, received)
    const [event] = kase.tick('2026-03-11T08:00:00+08:00')
    expect(event).toMatchObject({
      kind: 'expired',
      subject: 'window#1',
      recordedAt: '2026-03-11T08:00:00+08:00',
      effectiveAt: '2026-03-09T18:00:00+08:00',
    })
    expect(event?.facts).toContainEqual({
      fact: 'settled',
      step: 'window',
      exit: 'accept',
      how: 'deemed',
    })
  })

  test('counts from the day of receipt, and so does the clock of the decision', () => {
    const kase = new SmallCase(intake, received)
    kase.tick('2026-03-11T08:00:00+08:00')
    expect(kase.case.position.data['acceptedOn']).toBe('2026-03-02')
    expect(kase.case.clocks['handle.statutory']).toMatchObject({
      start: '2026-03-02T00:00:00+08:00',
      due: { day: '2026-03-30' },
    })
    expect(kase.open).toEqual(['check'])
  })

  test('acceptance by hand counts from its own day', () => {
    const kase = new SmallCase(intake, received)
    kase.at = '2026-03-05T10:00:00+08:00'
    kase.act('window', 'accept', 'D01-handler-1')
    expect(kase.case.position.data['acceptedOn']).toBe('2026-03-05')
    expect(kase.case.clocks['handle.statutory']?.due?.day).toBe('2026-04-02')
  })

  test('issues the notice of acceptance as of the legal day', () => {
    const kase = new SmallCase(intake, received)
    kase.tick('2026-03-11T08:00:00+08:00')
    expect(kase.case.documents).toEqual({
      受理通知书: { times: 1, last: '2026-03-09T18:00:00+08:00' },
    })
  })

  test('does not come over one who was told in time', () => {
    const kase = new SmallCase(intake, received)
    kase.act('window', 'correct', 'D01-handler-1')
    expect(kase.tick('2026-03-11T08:00:00+08:00')).toEqual([])
    expect(kase.open).toEqual(['correction'])
  })

  test('in the second round counts from the day of receipt that stands in the file', () => {
    const kase = new SmallCase(intake, received)
    kase.act('window', 'correct', 'D01-handler-1')
    kase.at = '2026-03-10T10:00:00+08:00'
    kase.act('correction', 'bring', '@applicant')
    expect(kase.task('window').blocked).toEqual(['correct'])
    // Five working days from 2 March have passed: it is deemed accepted at once.
    expect(
      kase.tick('2026-03-10T10:00:00+08:00').map(({ kind, effectiveAt }) => [kind, effectiveAt]),
    ).toEqual([['expired', '2026-03-09T18:00:00+08:00']])
  })

  test('an applicant who brings nothing lapses', () => {
    const kase = new SmallCase(intake, received)
    kase.act('window', 'correct', 'D01-handler-1')
    kase.tick('2026-03-31T08:00:00+08:00')
    expect(kase.case.closedAt).toBe('2026-03-23T18:00:00+08:00')
  })

  test('nobody acts over a deemed acceptance: it comes first', () => {
    const kase = new SmallCase(intake, received)
    kase.at = '2026-03-10T08:00:00+08:00'
    expect(kase.refuse('window', 'correct', 'D01-handler-1')).toEqual({
      kind: 'task-not-open',
      task: 'window',
      open: ['check#1'],
    })
  })
})
