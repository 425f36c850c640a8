import { describe, expect, test } from 'vitest'
import type { Absence, People } from '../model/people.ts'
import { makeRegisters } from '../model/read-registers.ts'
import { SmallCase } from '../testing/small-case.ts'
import { smallRegisters } from '../testing/small-county.ts'
import { task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const guest = 'D02-handler-1'

const drawn = workflow({
  draft: task('check'),
  check: task('=closed', { by: { duty: 'D01', post: 'handler' }, separateFrom: ['draft'] }),
})

/** The small county on which these people are away. */
function without(away: Readonly<Record<string, readonly Absence[]>>) {
  const { directory, people, calendar } = smallRegisters({ duties: ['D01', 'D02', 'D03', 'D04'] })
  const changed: People = {
    ...people,
    people: Object.fromEntries(
      Object.entries(people.people).map(([id, person]) => [
        id,
        away[id] === undefined ? person : { ...person, away: away[id] },
      ]),
    ),
  }
  return makeRegisters(directory, changed, calendar)
}

function opened(away: Readonly<Record<string, readonly Absence[]>>): SmallCase {
  return new SmallCase(drawn, { registers: without(away) }).act('draft', 'go', head)
}

const march = { from: '2026-03-01', to: '2026-03-31' }

describe('a standing substitute (A/B 岗)', () => {
  test('is asked while the other is away, acts under the own name, and the ledger says for whom', () => {
    const kase = opened({ [one]: [{ ...march, substitute: guest }] })
    expect(kase.task('check').people).toEqual([guest, two])
    expect(kase.task('check').groups).toMatchObject([{ substitutes: { [guest]: one } }])
    expect(kase.refuse('check', 'go', one).kind).toBe('not-for-you')
    kase.act('check', 'go', guest)
    expect(kase.case.position.done['check']?.people).toEqual([guest])
  })

  test('is looked for on the first and the last day of an absence, not around it', () => {
    const peopleOn = (from: string, to?: string) =>
      opened({ [one]: [{ from, ...(to === undefined ? {} : { to }), substitute: guest }] }).task(
        'check',
      ).people
    expect(peopleOn('2026-03-02', '2026-03-02')).toEqual([guest, two])
    expect(peopleOn('2026-03-03')).toEqual([one, two])
    expect(peopleOn('2026-02-01', '2026-03-01')).toEqual([one, two])
    expect(peopleOn('2026-02-01')).toEqual([guest, two])
  })

  test('who is away too gives way to the next', () => {
    const kase = opened({
      [one]: [{ ...march, substitute: guest }],
      [guest]: [{ ...march, substitute: 'D03-handler-1' }],
    })
    expect(kase.task('check').people).toEqual(['D03-handler-1', two])
  })

  test('in a cycle is nobody: the others of the section are asked', () => {
    const cycle = {
      [one]: [{ ...march, substitute: guest }],
      [guest]: [{ ...march, substitute: one }],
    }
    expect(opened(cycle).task('check').people).toEqual([two])
    const alone = opened({ ...cycle, [two]: [march] })
    expect(alone.task('check').unmanned).toMatchObject({ because: 'no-staff' })
    expect(alone.kinds().at(-1)).toBe('nobody-can-act')
  })

  test('is kept apart like anybody: who took part before does not sign for another', () => {
    const kase = new SmallCase(drawn, {
      registers: without({ [one]: [{ ...march, substitute: head }], [two]: [march] }),
    }).act('draft', 'go', head)
    expect(kase.task('check')).toMatchObject({ people: [], barred: [head] })
    expect(kase.refuse('check', 'go', head)).toMatchObject({ kind: 'separated-step' })
  })

  test('takes over and gives back as the days come, on an open task', () => {
    const kase = opened({ [one]: [{ from: '2026-03-03', to: '2026-03-04', substitute: guest }] })
    const peopleOn = (day: string) => {
      kase.tick(`2026-03-${day}T09:00:00+08:00`)
      return kase.task('check').people
    }
    expect(['02', '03', '04', '05'].map(peopleOn)).toEqual([
      [one, two],
      [guest, two],
      [guest, two],
      [one, two],
    ])
    expect(kase.kinds().filter((kind) => kind === 'reassigned')).toHaveLength(2)
  })

  test('who signs in the own right too signs once', () => {
    const joint = workflow({
      check: task('=closed', {
        by: { duty: 'D01', post: 'handler' },
        signing: { rule: 'all' },
        actions: { go: { counts: 'for', result: 'closed' } },
      }),
    })
    const kase = new SmallCase(joint, {
      registers: without({ [one]: [{ ...march, substitute: two }] }),
    })
    expect(kase.act('check', 'go', two).open).toEqual([])
  })
})
