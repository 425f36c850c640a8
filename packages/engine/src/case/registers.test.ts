import { describe, expect, test } from 'vitest'
import type { Binding, Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import { makeRegisters } from '../model/read-registers.ts'
import type { Registers } from '../model/registers.ts'
import { SmallCase } from '../testing/small-case.ts'
import { SMALL_TOWN, smallRegisters } from '../testing/small-county.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'
import { fold } from './fold.ts'
import { redecide } from './redecide.ts'

const DUTIES = ['D01', 'D02']
const LATER = '2026-03-03T09:00:00+08:00'

/** The next edition, as somebody changed it. */
function changed(
  before: Registers,
  change: {
    readonly directory?: (directory: Directory) => Directory
    readonly people?: (people: People) => People
    readonly calendar?: (calendar: Registers['calendar']) => Registers['calendar']
  },
): Registers {
  const next = <T extends { readonly edition: number }>(register: T, to?: (from: T) => T): T =>
    to === undefined ? register : { ...to(register), edition: register.edition + 1 }
  return makeRegisters(
    next(before.directory, change.directory),
    next(before.people, change.people),
    next(before.calendar, change.calendar),
  )
}

function bound(
  directory: Directory,
  bindings: (before: readonly Binding[]) => readonly Binding[],
): Directory {
  const town = directory.towns[SMALL_TOWN]
  if (town === undefined) throw new Error('no town')
  return {
    ...directory,
    towns: { [SMALL_TOWN]: { ...town, bindings: bindings(town.bindings) } },
  }
}

/** From 3 March the duty is held by another section. */
function handedOver(directory: Directory, duty: string, section: string): Directory {
  return bound(directory, (before) => [
    ...before.map((binding) =>
      binding.duty === duty ? { ...binding, to: '2026-03-02' } : binding,
    ),
    { duty, section, part: 'lead' as const, from: '2026-03-03' },
  ])
}

function without(people: People, person: string, to = '2026-03-02'): People {
  return {
    ...people,
    people: Object.fromEntries(
      Object.entries(people.people).map(([id, entry]) => [
        id,
        id === person ? { ...entry, holds: entry.holds.map((held) => ({ ...held, to })) } : entry,
      ]),
    ),
  }
}

const chain = workflow({ check: task('sign'), sign: task('=closed') })

describe('a newer directory', () => {
  test('moves the open tasks of a running case, and leaves its release as it was', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before })
    const hash = kase.release.hash
    kase.learn(changed(before, { directory: (old) => handedOver(old, 'D01', 'C.D02') }))
    const [event, ...rest] = kase.tick(LATER)
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      kind: 'reassigned',
      subject: 'check#1',
      effectiveAt: LATER,
      editions: { directory: { number: 2 }, people: { number: 1 } },
    })
    expect(event?.facts).toEqual([
      {
        fact: 'seated',
        step: 'check',
        touched: false,
        seats: [
          {
            id: 's1',
            group: 0,
            weight: 1,
            line: [{ people: ['D02-handler-1', 'D02-handler-2', 'D02-section-head-1'] }],
            state: 'open',
          },
        ],
      },
      {
        fact: 'assigned',
        step: 'check',
        task: 'check#1',
        groups: [{ duty: 'D01', section: 'C.D02', centre: 'C' }],
      },
    ])
    expect(kase.case.release).toBe(hash)
    expect(kase.task('check')).toMatchObject({
      task: 'check#1',
      openedAt: kase.case.openedAt,
      people: ['D02-handler-1', 'D02-handler-2', 'D02-section-head-1'],
    })
    expect(kase.tick(LATER)).toEqual([])
  })

  test('a person who has left is asked no more, and one who came is', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before })
    const after = changed(before, {
      people: (old) => ({
        ...without(old, 'D01-handler-1'),
        people: {
          ...without(old, 'D01-handler-1').people,
          'D01-handler-9': {
            town: SMALL_TOWN,
            holds: [{ post: 'handler', section: 'C.D01', from: '2026-03-03' }],
          },
        },
      }),
    })
    kase.learn(after).tick(LATER)
    expect(kase.task('check').people).toEqual([
      'D01-handler-2',
      'D01-handler-9',
      'D01-section-head-1',
    ])
    expect(kase.refuse('check', 'go', 'D01-handler-1').kind).toBe('not-for-you')
  })

  test('an act looks at it too, before anything else', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before })
    kase.learn(changed(before, { people: (old) => without(old, 'D01-handler-1') }))
    kase.at = LATER
    expect(kase.refuse('check', 'go', 'D01-handler-1').kind).toBe('not-for-you')
    expect(kase.kinds()).toEqual(['opened'])
    kase.act('check', 'go', 'D01-handler-2')
    expect(kase.kinds(1)).toEqual(['reassigned', 'acted'])
  })

  test('people come and go by date within one edition, day by day', () => {
    const edition = smallRegisters({ duties: DUTIES })
    const registers = changed(edition, {
      people: (old) => without(old, 'D01-handler-1', '2026-03-04'),
    })
    const kase = new SmallCase(chain, { registers })
    expect(kase.tick('2026-03-04T23:00:00+08:00')).toEqual([])
    expect(kase.tick('2026-03-05T00:30:00+08:00').map(({ kind }) => kind)).toEqual(['reassigned'])
  })

  test('every open task is looked at, in the order of their names', () => {
    const two = workflow({
      joint: parallel({ x: { b: task('=ok') }, y: { a: task('=ok') } }),
    })
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(two, { registers: before })
    kase.learn(changed(before, { directory: (old) => handedOver(old, 'D01', 'C.D02') }))
    expect(kase.tick(LATER).map(({ subject }) => subject)).toEqual(['a#1', 'b#1'])
  })

  test('a claim stands as long as the claimer does', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before }).act('check', 'claim', 'D01-handler-1')
    kase.learn(changed(before, { people: (old) => without(old, 'D01-handler-2') })).tick(LATER)
    expect(kase.task('check').people).toEqual(['D01-handler-1'])
    kase.act('check', 'give-back', 'D01-handler-1')
    expect(kase.task('check').people).toEqual(['D01-handler-1', 'D01-section-head-1'])
  })

  test('a transfer stands, until the receiver leaves', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before })
    kase.act('check', 'transfer', 'D01-handler-1', { to: 'D02-handler-1', reason: '懂行' })
    expect(kase.tick(LATER)).toEqual([])
    expect(kase.task('check').people).toEqual(['D02-handler-1'])
    const gone = changed(before, {
      people: (old) => without(old, 'D02-handler-1', '2026-03-03'),
    })
    kase.learn(gone).tick('2026-03-04T09:00:00+08:00')
    expect(kase.task('check').people).toEqual([
      'D01-handler-1',
      'D01-handler-2',
      'D01-section-head-1',
    ])
  })

  test('a word given stands, its signer gone or not', () => {
    const all = workflow({
      joint: {
        kind: 'task',
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      },
    })
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(all, { registers: before }).act('joint', 'agree', 'D01-handler-1')
    kase.learn(changed(before, { people: (old) => without(old, 'D01-handler-1') })).tick(LATER)
    kase.act('joint', 'agree', 'D01-handler-2')
    expect(kase.case.closedAt).not.toBeNull()
  })

  test('a step taken up again after a return is given to those in office now', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(chain, { registers: before }).act('check', 'go', 'D01-handler-2')
    kase.act('sign', 'return', 'D01-handler-2', {
      to: 'check',
      then: 'straight-back',
      opinion: '补',
    })
    kase.learn(changed(before, { people: (old) => without(old, 'D01-handler-1') })).tick(LATER)
    kase.act('check', 'go', 'D01-handler-2')
    expect(kase.task('sign')).toMatchObject({
      task: 'sign#1',
      people: ['D01-handler-2', 'D01-section-head-1'],
    })
  })
})

describe('a duty that nobody holds', () => {
  const unbound = (registers: Registers): Registers =>
    changed(registers, {
      directory: (old) =>
        bound(old, (before) =>
          before.map((binding) =>
            binding.duty === 'D02' ? { ...binding, part: 'proposed' as const } : binding,
          ),
        ),
    })
  const water = workflow({
    check: task('water'),
    water: { ...task('=closed'), by: { duty: 'D02' } } as ReturnType<typeof task>,
  })

  test('opens the step, says so with the proposed section, and stays', () => {
    const kase = new SmallCase(water, { registers: unbound(smallRegisters({ duties: DUTIES })) })
    kase.act('check', 'go', 'D01-handler-1')
    expect(kase.open).toEqual(['water'])
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'nobody-can-act',
      subject: 'water#1',
      commandId: 'c1',
      facts: [
        {
          fact: 'unmanned',
          task: 'water#1',
          because: 'duty-gap',
          gaps: [{ duty: 'D02', proposed: 'C.D02' }],
        },
      ],
    })
    expect(kase.task('water')).toMatchObject({ people: [], unmanned: { because: 'duty-gap' } })
    expect(kase.refuse('water', 'go', 'D02-handler-1')).toEqual({
      kind: 'not-for-you',
      task: 'water#1',
      by: 'D02-handler-1',
      asked: [],
    })
    expect(kase.tick(LATER)).toEqual([])
  })

  test('goes on after an edition that binds it', () => {
    const gap = unbound(smallRegisters({ duties: DUTIES }))
    const kase = new SmallCase(water, { registers: gap }).act('check', 'go', 'D01-handler-1')
    const bindings = changed(gap, {
      directory: (old) =>
        bound(old, (before) => [
          ...before,
          { duty: 'D02', section: 'C.D02', part: 'lead' as const, from: '2026-03-03' },
        ]),
    })
    kase.learn(bindings)
    expect(kase.tick(LATER).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['reassigned', 'water#1'],
    ])
    expect(kase.task('water').unmanned).toBeUndefined()
    expect(kase.act('water', 'go', 'D02-section-head-1').case.closedAt).not.toBeNull()
  })

  test('of several signers all are seated once it is bound', () => {
    const joint = workflow({
      water: {
        kind: 'task',
        by: { duty: 'D02', post: 'handler' },
        signing: { rule: 'all' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      },
    })
    const gap = unbound(smallRegisters({ duties: DUTIES }))
    const kase = new SmallCase(joint, { registers: gap })
    kase.learn(smallRegisters({ duties: DUTIES, edition: 3 })).tick(LATER)
    expect(kase.task('water').people).toEqual(['D02-handler-1', 'D02-handler-2'])
    expect(kase.act('water', 'agree', 'D02-handler-1').open).toEqual(['water'])
    expect(kase.act('water', 'agree', 'D02-handler-2').open).toEqual([])
  })

  test('a section without staff is reported as that', () => {
    const kase = new SmallCase(chain, { staff: {} })
    expect(kase.ledger.at(-1)).toMatchObject({
      kind: 'nobody-can-act',
      facts: [{ because: 'no-staff', gaps: [] }],
    })
  })
})

describe('a newer calendar', () => {
  const limited = workflow({
    handle: phase(
      { check: task('=done', { limit: { value: 3, unit: 'working-day', basis: 'F52a' } }) },
      { clocks: { promised: { value: 5, unit: 'working-day', basis: 'F31a' } } },
    ),
  })

  test('with another holiday moves due dates, each by an event', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(limited, { registers: before })
    kase.learn(changed(before, { calendar: (old) => ({ ...old, off: [{ from: '2026-03-04' }] }) }))
    const events = kase.tick(LATER)
    expect(events.map(({ kind, subject, facts }) => [kind, subject, facts])).toEqual([
      [
        'due-date-recounted',
        'check#1',
        [
          {
            fact: 'due-moved',
            subject: 'check#1',
            due: { day: '2026-03-06', at: '2026-03-06T18:00:00+08:00', provisional: false },
          },
        ],
      ],
      [
        'due-date-recounted',
        'handle.promised',
        [
          {
            fact: 'due-moved',
            subject: 'handle.promised',
            due: { day: '2026-03-10', at: '2026-03-10T18:00:00+08:00', provisional: false },
          },
        ],
      ],
    ])
    expect(kase.task('check').due?.day).toBe('2026-03-06')
    expect(kase.tick(LATER)).toEqual([])
  })

  test('that leaves the due date where it was gives no event', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(limited, { registers: before })
    kase.learn(changed(before, { calendar: (old) => ({ ...old, off: [{ from: '2026-05-20' }] }) }))
    expect(kase.tick(LATER)).toEqual([])
  })

  test('takes back a lateness that is none any more, and notes the later one', () => {
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(limited, { registers: before })
    kase.tick('2026-03-06T09:00:00+08:00')
    expect(kase.task('check').overdue).toBe(true)
    kase.learn(
      changed(before, {
        calendar: (old) => ({ ...old, off: [{ from: '2026-03-04', to: '2026-03-05' }] }),
      }),
    )
    kase.tick('2026-03-06T10:00:00+08:00')
    expect(kase.task('check')).toMatchObject({ overdue: false, due: { day: '2026-03-09' } })
    expect(
      kase.tick('2026-03-10T09:00:00+08:00').map(({ kind, subject }) => [kind, subject]),
    ).toContainEqual(['overdue', 'check#1'])
  })

  test('beyond the published years a due date is provisional, until an edition covers it', () => {
    const twenty = workflow({
      check: task('=closed', { limit: { value: 20, unit: 'working-day', basis: 'F01 art.42' } }),
    })
    const before = smallRegisters({ duties: DUTIES })
    const kase = new SmallCase(twenty, { registers: before, at: '2026-12-21T09:00:00+08:00' })
    expect(kase.task('check').due).toMatchObject({ day: '2027-01-19', provisional: true })
    kase.learn(
      changed(before, {
        calendar: (old) => ({
          ...old,
          years: {
            '2027': {
              off: [{ from: '2027-01-01', to: '2027-01-04', title: { zh: '元旦' } }],
              work: [],
            },
          },
        }),
      }),
    )
    const [event] = kase.tick('2026-12-22T09:00:00+08:00')
    expect(event).toMatchObject({ kind: 'due-date-recounted', subject: 'check#1' })
    expect(kase.task('check').due).toMatchObject({ day: '2027-01-20', provisional: false })
  })
})

test('a case that lived through three editions folds, and is decided again on each of them', () => {
  const first = smallRegisters({ duties: DUTIES })
  const second = changed(first, { people: (old) => without(old, 'D01-handler-1') })
  const third = changed(second, {
    calendar: (old) => ({ ...old, off: [{ from: '2026-03-05' }] }),
    directory: (old) => handedOver(old, 'D02', 'C.D01'),
  })
  const limited = workflow({
    check: task('sign', { limit: { value: 5, unit: 'working-day', basis: 'F52a' } }),
    sign: { ...task('=closed'), by: { duty: 'D02' } } as ReturnType<typeof task>,
  })
  const kase = new SmallCase(limited, { registers: first })
  kase.learn(second).tick(LATER)
  kase.learn(third).tick(LATER)
  kase.act('check', 'go', 'D01-handler-2').act('sign', 'go', 'D01-section-head-1')
  expect(kase.kinds()).toEqual(['opened', 'reassigned', 'due-date-recounted', 'acted', 'acted'])
  expect(fold(kase.ledger)).toEqual(kase.case)
  expect(redecide(kase.release, [third, first, second], kase.ledger)).toMatchObject({ ok: true })
  const short = redecide(kase.release, [first, second], kase.ledger)
  expect(short.ok).toBe(false)
  expect(short.commands.at(-1)).toEqual({
    kind: 'edition-missing',
    commandId: `tick@${LATER}`,
    seq: 3,
  })
})
