import { describe, expect, test } from 'vitest'
import type { Limit } from '../model/limit.ts'
import type { Task } from '../model/step.ts'
import { SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'
/** five working days from Monday, 2 March: closing time of the Monday after */
const DUE = '2026-03-09T18:00:00+08:00'
const AFTER = '2026-03-09T18:00:01+08:00'

function limit(expiry?: Limit['expiry']): Limit {
  return {
    value: 5,
    unit: 'working-day',
    basis: 'F01 art.32',
    ...(expiry === undefined ? {} : { expiry }),
  }
}

describe('lapse of time', () => {
  test('without an expiry moves nothing', () => {
    const kase = new SmallCase(workflow({ draft: task('=closed', { limit: limit() }) }))
    expect(kase.tick(AFTER).map(({ kind }) => kind)).toEqual(['overdue'])
    expect(kase.open).toEqual(['draft'])
    expect(kase.task('draft')).toMatchObject({ overdue: true, light: 'red' })
  })

  test('takes the exit that the limit names', () => {
    const lapsing = workflow({
      supply: {
        kind: 'wait',
        for: { party: 'applicant' },
        limit: limit({ take: 'lapse' }),
        answers: { bring: { to: 'check' }, lapse: { to: 'file' } },
      },
      check: task('=closed'),
      file: task('=closed'),
    })
    const kase = new SmallCase(lapsing)
    const [event] = kase.tick(AFTER)
    expect(event).toMatchObject({
      kind: 'expired',
      subject: 'supply#1',
      recordedAt: AFTER,
      effectiveAt: DUE,
    })
    expect(event?.command).toBeUndefined()
    expect(event?.facts).toContainEqual({
      fact: 'done',
      step: 'supply',
      exit: 'lapse',
      people: [],
      how: 'expired',
    })
    expect(kase.open).toEqual(['file'])
  })

  test('deemed acceptance dates back to receipt by its own sets', () => {
    const intake = workflow(
      {
        window: {
          kind: 'task',
          by: { duty: 'D01' },
          limit: {
            ...limit({ take: 'accept', as: 'deemed', sets: { acceptedOn: 'receivedOn' } }),
            from: 'receivedOn',
          },
          actions: {
            accept: { to: 'handle', sets: { acceptedOn: 'today()', by: '"hand"' } },
            decline: { result: 'closed' },
          },
        },
        handle: task('=closed'),
      },
      {
        fields: {
          receivedOn: { type: 'date' },
          acceptedOn: { type: 'date' },
          by: { type: 'text' },
        },
      },
    )
    const data = { receivedOn: '2026-02-27' }
    const kase = new SmallCase(intake, { data })
    // The Saturday between is a make-up day.
    expect(kase.engine.nextDue(kase.case)).toBe('2026-03-05T18:00:00+08:00')
    const [event] = kase.tick('2026-03-05T18:00:01+08:00')
    expect(event?.facts).toContainEqual({
      fact: 'settled',
      step: 'window',
      exit: 'accept',
      how: 'deemed',
    })
    expect(kase.case.position.data).toEqual({ ...data, acceptedOn: '2026-02-27' })
    const byHand = new SmallCase(intake, { data }).act('window', 'accept', clerk)
    expect(byHand.case.position.data).toEqual({ ...data, acceptedOn: '2026-03-02', by: 'hand' })
  })

  test('an expiry without sets leaves those of the arrow', () => {
    const setting = workflow({
      draft: task('next', {
        limit: limit({ take: 'go', as: 'deemed' }),
        actions: { go: { to: 'next', sets: { on: 'today()' } } },
      }),
      next: task('=closed'),
    })
    const kase = new SmallCase(setting)
    kase.tick('2026-03-20T09:00:00+08:00')
    expect(kase.case.position.data['on']).toBe('2026-03-09')
  })

  test('the same exit taken by hand writes what the arrow says', () => {
    const setting = workflow({
      draft: task('next', {
        limit: limit({ take: 'go', as: 'deemed', sets: { area: '1' } }),
        actions: { go: { to: 'next', sets: { area: '2' } } },
      }),
      next: task('=closed'),
    })
    expect(new SmallCase(setting).act('draft', 'go', clerk).case.position.data['area']).toBe(2)
  })

  test('an exit without an arrow cannot be taken by lapse: it is late, once', () => {
    const noted = workflow({
      draft: task('=closed', { limit: limit({ take: 'note' }), actions: { note: {} } }),
    })
    const kase = new SmallCase(noted)
    expect(kase.tick(AFTER).map(({ kind }) => kind)).toEqual(['overdue'])
    expect(kase.open).toEqual(['draft'])
    expect(kase.tick('2026-03-30T09:00:00+08:00')).toEqual([])
    expect(kase.act('draft', 'go', clerk).case.closedAt).not.toBeNull()
  })
})

const opinion: Task = {
  kind: 'task',
  by: { duty: 'D01' },
  signing: { rule: 'all' },
  limit: limit({ take: 'agree', as: 'silent-consent' }),
  actions: {
    agree: { counts: 'for', to: 'sign' },
    object: { counts: 'against', to: 'redo' },
  },
}

describe('silence on a tally', () => {
  const joint = workflow({ opinion, sign: task('=closed'), redo: task('=closed') })

  test('says the word for every seat that still owes, and the silent seats stay attributable', () => {
    const kase = new SmallCase(joint).act('opinion', 'agree', 'D01-handler-2')
    const [event] = kase.tick(AFTER)
    const spoken = event?.facts.flatMap((fact) => (fact.fact === 'spoke' ? [fact.seat] : []))
    expect(spoken).toEqual([
      {
        id: 's1',
        group: 0,
        weight: 1,
        line: [{ people: ['D01-handler-1'] }],
        state: 'for',
        exit: 'agree',
        turn: 2,
      },
      {
        id: 's3',
        group: 0,
        weight: 1,
        line: [{ people: ['D01-section-head-1'] }],
        state: 'for',
        exit: 'agree',
        turn: 3,
      },
    ])
    expect(event?.facts).toContainEqual({
      fact: 'done',
      step: 'opinion',
      exit: 'agree',
      people: ['D01-handler-2'],
      how: 'silent-consent',
      trail: true,
    })
    expect(kase.open).toEqual(['sign'])
  })

  test('an objection given in time stands', () => {
    const kase = new SmallCase(joint).act('opinion', 'object', 'D01-handler-2')
    expect(kase.open).toEqual(['redo'])
    expect(kase.tick(AFTER)).toEqual([])
  })

  test('the rule decides, not the lapse: a vote that silence cannot carry is lost', () => {
    const vote = workflow({
      opinion: {
        ...opinion,
        signing: { rule: 'vote', share: '2/3' },
        limit: limit({ take: 'object', as: 'silent-consent' }),
      },
      sign: task('=closed'),
      redo: task('=closed'),
    })
    const kase = new SmallCase(vote).act('opinion', 'agree', 'D01-handler-2')
    kase.tick(AFTER)
    expect(kase.open).toEqual(['redo'])
  })

  test('one silent seat of a single task is nobody’s word', () => {
    const single = workflow({
      opinion: { ...opinion, signing: { rule: 'single' } },
      sign: task('=closed'),
      redo: task('=closed'),
    })
    const kase = new SmallCase(single)
    kase.tick(AFTER)
    expect(kase.case.position.done['opinion']).toMatchObject({ exit: 'agree', people: [] })
    expect(kase.open).toEqual(['sign'])
  })

  test('a duty that nobody holds is silent too', () => {
    const kase = new SmallCase(joint, { duties: ['D02'] })
    expect(kase.kinds()).toEqual(['opened', 'nobody-can-act'])
    kase.tick(AFTER)
    expect(kase.case.position.done['opinion']).toMatchObject({ exit: 'agree', people: [] })
  })
})

describe('lapse of a clock', () => {
  const clocked = workflow({
    handle: phase(
      { check: task('=done') },
      {
        clocks: {
          promised: { value: 5, unit: 'working-day', basis: 'F31a', expiry: { take: 'drop' } },
        },
        actions: { drop: { by: { post: 'mayor' }, result: 'dropped', opinion: 'required' } },
        exits: { done: { result: 'closed' }, dropped: { to: 'file' } },
      },
    ),
    file: task('=closed'),
  })

  test('takes an action of its phase, and closes everything in it', () => {
    const kase = new SmallCase(clocked)
    const [event, ...rest] = kase.tick(AFTER)
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      kind: 'expired',
      subject: 'handle.promised',
      effectiveAt: DUE,
    })
    expect(event?.facts).toContainEqual({
      fact: 'result',
      block: 'handle',
      result: 'dropped',
      via: 'clock',
      action: 'drop',
    })
    expect(kase.open).toEqual(['file'])
    expect(kase.case.clocks['handle.promised']?.endedAt).toBe(DUE)
  })

  test('a clock that has ended lapses no more', () => {
    const kase = new SmallCase(clocked).act('check', 'go', clerk)
    expect(kase.tick(AFTER)).toEqual([])
  })
})
