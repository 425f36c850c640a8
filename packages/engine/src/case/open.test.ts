import { describe, expect, test } from 'vitest'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { SMALL_TOWN } from '../testing/small-county.ts'
import { phase, task, workflow } from '../testing/small-workflow.ts'

const intake = workflow({
  intake: phase({ window: task('=done', { stage: 'acceptance' }) }, { stage: 'apply' }),
})

describe('opening a case', () => {
  test('its first event says what was asked, on which release and registers', () => {
    const kase = new SmallCase(intake, { data: { area: 90 }, by: { person: 'D01-handler-1' } })
    const [event] = kase.ledger
    expect(kase.ledger).toHaveLength(1)
    expect(event).toMatchObject({
      seq: 1,
      commandId: 'c0',
      recordedAt: MONDAY,
      effectiveAt: MONDAY,
      kind: 'opened',
      command: {
        do: 'open',
        case: 'case-1',
        item: 'small',
        town: SMALL_TOWN,
        release: kase.release.hash,
        data: { area: 90 },
        by: { person: 'D01-handler-1' },
      },
      editions: kase.engine.registers.editions,
    })
    expect(event?.facts).toEqual([
      { fact: 'set', field: 'area', value: 90 },
      { fact: 'entered', block: 'intake' },
      { fact: 'opened', step: 'window', round: 1, seats: expect.anything() },
      {
        fact: 'assigned',
        step: 'window',
        task: 'window#1',
        stage: 'acceptance',
        groups: [{ duty: 'D01', section: 'C.D01', centre: 'C' }],
      },
    ])
  })

  test('the case stands where the event says', () => {
    const { case: kase } = new SmallCase(intake, { data: { area: 90 } })
    expect(kase).toMatchObject({
      id: 'case-1',
      item: 'small',
      town: SMALL_TOWN,
      seq: 1,
      openedAt: MONDAY,
      recordedAt: MONDAY,
      finishedAt: null,
      closedAt: null,
      applicant: null,
      lastMove: null,
      recused: [],
      vault: {},
    })
    expect(kase.position.data).toEqual({ area: 90 })
    expect(kase.tasks['window']).toMatchObject({ task: 'window#1', openedAt: MONDAY })
  })

  test('the time is written at the offset of the workspace', () => {
    const kase = new SmallCase(intake, { at: '2026-03-02T01:00:00Z' })
    expect(kase.case.openedAt).toBe(MONDAY)
    expect(kase.ledger[0]?.recordedAt).toBe(MONDAY)
  })

  test('the order in which data is given leaves no trace', () => {
    const one = new SmallCase(intake, { data: { area: 90, on: '2026-03-01' } })
    const other = new SmallCase(intake, { data: { on: '2026-03-01', area: 90 } })
    expect(other.ledger).toEqual(one.ledger)
    expect(other.case).toEqual(one.case)
  })
})

describe('a case that cannot be opened', () => {
  const { engine } = new SmallCase(intake)
  const command = { caseId: 'x', commandId: 'c', item: 'small', town: SMALL_TOWN, at: MONDAY }

  test.each([
    [{ town: 'west' }, { kind: 'unknown-town', town: 'west', known: [SMALL_TOWN] }],
    [{ town: 'constructor' }, { kind: 'unknown-town', town: 'constructor', known: [SMALL_TOWN] }],
    [{ item: 'large' }, { kind: 'unknown-item', item: 'large', known: ['small'] }],
    [{ item: '__proto__' }, { kind: 'unknown-item', item: '__proto__', known: ['small'] }],
    [
      { at: '2026-03-02T09:00:00' },
      { kind: 'bad-instant', fault: { kind: 'missing-offset', text: '2026-03-02T09:00:00' } },
    ],
    [
      { data: { height: 3 } },
      { kind: 'unknown-field', field: 'height', known: ['area', 'on', 'plots'] },
    ],
    [
      { data: { toString: 3 } as never },
      { kind: 'unknown-field', field: 'toString', known: ['area', 'on', 'plots'] },
    ],
    [
      { data: { area: 'big' } },
      {
        kind: 'value-does-not-fit',
        field: 'area',
        fault: { kind: 'wrong-type', expected: 'number' },
      },
    ],
    [
      { data: { on: '2026-02-30' } },
      {
        kind: 'value-does-not-fit',
        field: 'on',
        fault: { kind: 'no-such-day', value: '2026-02-30' },
      },
    ],
    [{ applicant: { name: '张三' } }, { kind: 'salt-needed', fields: ['@applicant'] }],
    [
      { applicant: { name: '张三' }, salts: { '@applicant': '' } },
      { kind: 'salt-needed', fields: ['@applicant'] },
    ],
  ])('%j', (wrong, refusal) => {
    expect(engine.open({ ...command, ...wrong })).toEqual({ ok: false, error: refusal })
  })

  test('the machine of an item or town that there is not is a fault of the program', () => {
    expect(() => engine.machine('large', SMALL_TOWN)).toThrow('unknown-item')
    expect(() => engine.machine('small', 'west')).toThrow('unknown-town')
  })
})
