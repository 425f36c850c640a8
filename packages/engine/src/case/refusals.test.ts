import { describe, expect, test } from 'vitest'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'
import type { ActCommand, Actor } from './command.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

const drawn = workflow(
  {
    handle: phase(
      {
        window: task('check', {
          data: { read: ['note'], edit: ['area', 'on', 'phone'] },
          actions: { reject: { result: 'done', opinion: 'required' }, again: { to: 'window' } },
        }),
        check: task('=done'),
      },
      {
        clocks: { promised: { value: 5, unit: 'working-day', basis: 'F31a' } },
        actions: { withdraw: { by: { party: 'applicant' }, result: 'done' } },
        sides: {
          keep: { opens: { by: { duty: 'D01' } }, start: 'store', steps: { store: task('=rest') } },
        },
        exits: { done: { result: 'closed', outcome: 'granted' } },
      },
    ),
  },
  {
    fields: {
      area: { type: 'number', min: 0, max: 1000, scale: 1 },
      on: { type: 'date' },
      note: { type: 'text' },
      phone: { type: 'text', sensitive: true },
    },
  },
)

const good: ActCommand = {
  commandId: 'c1',
  task: 'window#1',
  action: 'go',
  at: MONDAY,
  by: { person: one },
}

type Bad = Partial<ActCommand>

/** Decides a command that differs from a good one. */
function refusalOf(kase: SmallCase, bad: Bad) {
  const before = structuredClone(kase.case)
  const decided = kase.engine.act(kase.case, { ...good, ...bad })
  expect(kase.case).toEqual(before)
  return decided.ok ? 'accepted' : decided.error
}

test('the command that the others differ from is a good one', () => {
  expect(refusalOf(new SmallCase(drawn), {})).toBe('accepted')
})

describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'the name %s, which every object has',
  (name) => {
    const kase = new SmallCase(drawn)

    test('is no task', () => {
      for (const id of [name, `${name}#1`])
        expect(refusalOf(kase, { task: id })).toEqual({
          kind: 'task-not-open',
          task: id,
          open: ['window#1'],
        })
    })

    test('is no action, neither of a step nor of a phase', () => {
      expect(refusalOf(kase, { action: name })).toEqual({
        kind: 'unknown-action',
        step: 'window',
        action: name,
        allowed: ['go', 'reject', 'again'],
      })
      expect(refusalOf(kase, { task: 'handle', action: name })).toEqual({
        kind: 'unknown-action',
        step: 'handle',
        action: name,
        allowed: ['withdraw', 'keep'],
      })
    })

    test('is no field, as it comes out of a text either', () => {
      const data = JSON.parse(`{"${name}": 1}`) as NonNullable<Bad['data']>
      expect(refusalOf(kase, { data })).toEqual({
        kind: 'unknown-field',
        field: name,
        known: ['area', 'on', 'note', 'phone'],
      })
    })

    test('is no member of staff', () => {
      expect(refusalOf(kase, { by: { person: name } })).toEqual({
        kind: 'not-for-you',
        task: 'window#1',
        by: name,
        asked: [one, two, head],
      })
    })
  },
)

describe('a task that is not open', () => {
  test.each(['window#0', 'window#', 'window#1#1', 'window#01', 'Window', '#1', 'check', 'store'])(
    '%j: the refusal names what is',
    (id) => {
      expect(refusalOf(new SmallCase(drawn), { task: id })).toEqual({
        kind: 'task-not-open',
        task: id,
        open: ['window#1'],
      })
    },
  )

  test('the round before is over, the new one is open', () => {
    const kase = new SmallCase(drawn).act('window', 'again', one)
    expect(refusalOf(kase, { task: 'window#1' })).toEqual({
      kind: 'task-not-open',
      task: 'window#1',
      open: ['window#2'],
    })
    expect(refusalOf(kase, { task: 'window#2' })).toBe('accepted')
  })
})

describe('a closed case', () => {
  const closed = new SmallCase(drawn).act('window', 'reject', one, { opinion: '不符' })

  test.each<[string, Bad]>([
    ['an action', {}],
    ['an action of its phase', { task: 'handle', action: 'withdraw', by: { party: 'applicant' } }],
    ['a claim', { action: 'claim' }],
    ['a transfer', { action: 'transfer', to: two, reason: '忙' }],
    ['a return', { action: 'return', to: 'window', opinion: '重来' }],
    ['taking back', { action: 'take-back' }],
    ['an extension', { task: 'handle', action: 'extend', clock: 'promised', reason: '复杂' }],
    ['a recusal', { action: 'recuse', reason: '亲属' }],
    ['a slip', { task: 'nothing', action: 'burn' }],
  ])('takes no more: %s', (_, bad) => {
    expect(refusalOf(closed, bad)).toEqual({
      kind: 'case-closed',
      closedAt: MONDAY,
      outcome: 'granted',
    })
  })
})

test('time never goes back, not by a millisecond, in whatever offset it is said', () => {
  const kase = new SmallCase(drawn)
  for (const at of ['2026-03-02T08:59:59.999+08:00', '2026-03-02T00:59:59Z'])
    expect(refusalOf(kase, { at })).toEqual({ kind: 'time-went-back', at, last: MONDAY })
  expect(refusalOf(kase, { at: '2026-03-02T01:00:00Z' })).toBe('accepted')
})

describe('work of a section', () => {
  test.each<[Actor, string]>([
    [{ person: 'D02-handler-1' }, 'D02-handler-1'],
    [{ person: 'D02-handler-1', post: 'section-head' }, 'D02-handler-1'],
    [{ person: '' }, ''],
    [{ person: `${one} ` }, `${one} `],
    [{ body: one }, `@body:${one}`],
    [{ service: one }, `@service:${one}`],
    [{ case: one }, `@case:${one}`],
    [{ message: one }, `@message:${one}`],
  ])('is not for %j', (by, name) => {
    expect(refusalOf(new SmallCase(drawn), { by })).toEqual({
      kind: 'not-for-you',
      task: 'window#1',
      by: name,
      asked: [one, two, head],
    })
  })
})

describe('values that are not taken', () => {
  test.each<[NonNullable<Bad['data']>, string]>([
    [{ area: true }, 'area'],
    [{ area: -0.1 }, 'area'],
    [{ area: 1000.5 }, 'area'],
    [{ area: 0.25 }, 'area'],
    [{ area: Number.POSITIVE_INFINITY }, 'area'],
    [{ on: '2026-02-30' }, 'on'],
    [{ on: 20_260_302 }, 'on'],
    [{ phone: 138 }, 'phone'],
    [{ area: 90, on: 'soon' }, 'on'],
  ])('%o does not fit', (data, field) => {
    expect(refusalOf(new SmallCase(drawn), { data })).toMatchObject({
      kind: 'value-does-not-fit',
      field,
    })
  })

  test.each([0, 0.5, 1000])('%d fits: the bounds are within', (area) => {
    expect(refusalOf(new SmallCase(drawn), { data: { area } })).toBe('accepted')
  })

  test('what may only be read here is not filled in', () => {
    expect(refusalOf(new SmallCase(drawn), { data: { note: '改' } })).toEqual({
      kind: 'field-not-editable',
      step: 'window',
      field: 'note',
      editable: ['area', 'on', 'phone'],
    })
  })

  test('where nothing is filled in, no value at all', () => {
    const kase = new SmallCase(drawn).act('window', 'go', one)
    expect(refusalOf(kase, { task: 'check', by: { person: two }, data: { area: 1 } })).toEqual({
      kind: 'field-not-editable',
      step: 'check',
      field: 'area',
      editable: [],
    })
  })

  test('nothing sensitive without its own salt', () => {
    const data = { phone: '13800000000' }
    for (const salts of [{}, { phone: '' }, { area: 'x' }])
      expect(refusalOf(new SmallCase(drawn), { data, salts })).toEqual({
        kind: 'salt-needed',
        fields: ['phone'],
      })
  })
})

test('a refusal takes nothing in: what fell due before it is left for the next command', () => {
  const kase = new SmallCase(drawn)
  const at = '2026-03-20T09:00:00+08:00'
  expect(refusalOf(kase, { at, action: 'burn' })).toMatchObject({ kind: 'unknown-action' })
  expect(kase.tick(at).map(({ kind, subject }) => [kind, subject])).toEqual([
    ['overdue', 'handle.promised'],
  ])
})
