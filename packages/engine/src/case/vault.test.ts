import { describe, expect, test } from 'vitest'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'
import { fold } from './fold.ts'
import { redecide } from './redecide.ts'
import { seal, verify } from './seal.ts'
import { commitmentTo } from './vault.ts'

const clerk = 'D01-handler-1'
const SECRETS = ['张三', '452201199001011234', '13800000000', 'D01-handler-2-as-citizen']

const applicant = {
  name: '张三',
  kind: 'person' as const,
  idNumber: '452201199001011234',
  phone: '13800000000',
}

const personal = workflow(
  {
    ask: task('check', { data: { edit: ['phone', 'area', 'card'] }, actions: { note: {} } }),
    check: task('=closed', {
      limit: {
        value: 1,
        unit: 'working-day',
        basis: 'A',
        expiry: { take: 'go', as: 'deemed', sets: { card: 'phone' } },
      },
      actions: { go: { result: 'closed', sets: { card: '"none"' } } },
    }),
  },
  {
    fields: {
      phone: { type: 'text', sensitive: true },
      card: { type: 'text', sensitive: true },
      area: { type: 'number' },
    },
  },
)

function told(): SmallCase {
  const kase = new SmallCase(personal, {
    applicant,
    data: { phone: '13800000000', area: 90 },
    salts: { '@applicant': 'salt-a', phone: 'salt-p' },
  })
  return kase.act('ask', 'note', clerk, {
    data: { card: 'D01-handler-2-as-citizen' },
    salts: { card: 'salt-c' },
  })
}

describe('what is sensitive', () => {
  test('never stands in an event', () => {
    const kase = told().act('ask', 'go', clerk)
    kase.at = '2026-03-03T10:00:00+08:00'
    kase.act('check', 'go', clerk, { salts: { card: 'salt-d' } })
    const text = JSON.stringify(kase.ledger)
    for (const secret of [...SECRETS, 'salt-a', 'salt-p', 'salt-c', '"none"'])
      expect(text).not.toContain(secret)
    expect(text).toContain('90')
  })

  test('is known to the case, by its vault', () => {
    const kase = told()
    expect(kase.case.position.data).toEqual({
      phone: '13800000000',
      card: 'D01-handler-2-as-citizen',
      area: 90,
    })
    expect(kase.case.vault[kase.case.applicant ?? '']).toEqual({ salt: 'salt-a', value: applicant })
    expect(Object.values(kase.case.vault)).toContainEqual({ salt: 'salt-p', value: '13800000000' })
  })

  test('comes back with the vault, and as nothing without it', () => {
    const kase = told()
    expect(fold(kase.ledger, kase.case.vault)).toEqual(kase.case)
    const bare = fold(kase.ledger)
    expect(bare.position.data).toEqual({ phone: null, card: null, area: 90 })
    expect(bare.position.open).toEqual(kase.case.position.open)
  })

  test('the event holds a commitment that only the salt opens', () => {
    const kase = told()
    const commitment = commitmentTo('salt-p', 'phone', '13800000000')
    expect(kase.ledger[0]?.command).toMatchObject({
      data: { phone: { sealed: commitment }, area: 90 },
      applicant: { sealed: kase.case.applicant },
    })
    expect(kase.ledger[0]?.facts).toContainEqual({ fact: 'sealed', field: 'phone', commitment })
    expect(commitmentTo('other', 'phone', '13800000000')).not.toBe(commitment)
    expect(commitmentTo('salt-p', 'card', '13800000000')).not.toBe(commitment)
  })
})

describe('salts', () => {
  test('are asked for before anything is written, each field by name', () => {
    const kase = told()
    expect(kase.refuse('ask', 'note', clerk, { data: { phone: '1', card: '2', area: 3 } })).toEqual(
      {
        kind: 'salt-needed',
        fields: expect.arrayContaining(['phone', 'card']),
      },
    )
    expect(
      kase.refuse('ask', 'note', clerk, { data: { phone: '1' }, salts: { phone: '' } }).kind,
    ).toBe('salt-needed')
    expect(kase.act('ask', 'note', clerk, { data: { area: 3 } }).case.position.data['area']).toBe(3)
  })

  test('are asked for a value that has not changed as well: a bare commitment can be guessed', () => {
    const kase = told()
    expect(kase.refuse('ask', 'note', clerk, { data: { phone: '13800000000' } })).toEqual({
      kind: 'salt-needed',
      fields: ['phone'],
    })
    kase.act('ask', 'note', clerk, { data: { phone: '13800000000' }, salts: { phone: 'new' } })
    expect(redecide(kase.release, kase.engine.registers, kase.ledger, kase.case.vault).ok).toBe(
      true,
    )
  })

  test('are asked for what an arrow sets, and it can be decided again', () => {
    const kase = told().act('ask', 'go', clerk)
    expect(kase.refuse('check', 'go', clerk)).toEqual({ kind: 'salt-needed', fields: ['card'] })
    kase.act('check', 'go', clerk, { salts: { card: 'salt-d' } })
    expect(kase.case.position.data['card']).toBe('none')
    expect(redecide(kase.release, kase.engine.registers, kase.ledger, kase.case.vault).ok).toBe(
      true,
    )
  })

  test('are given to the tick for what a lapse sets', () => {
    const kase = told().act('ask', 'go', clerk)
    const late = '2026-03-05T09:00:00+08:00'
    expect(kase.engine.tick(kase.case, late)).toEqual({
      ok: false,
      error: { kind: 'salt-needed', fields: ['card'] },
    })
    const ticked = kase.engine.tick(kase.case, late, { card: 'salt-e' })
    if (!ticked.ok) throw new Error(ticked.error.kind)
    expect(ticked.value.case.position.data['card']).toBe('13800000000')
    const ledger = [...kase.ledger, ...ticked.value.events]
    const { vault } = ticked.value.case
    expect(redecide(kase.release, kase.engine.registers, ledger, vault).ok).toBe(true)
    kase.at = late
    expect(kase.refuse('check', 'go', clerk, { salts: { card: 'salt-e' } }).kind).toBe(
      'case-closed',
    )
  })
})

describe('a vault entry deleted', () => {
  test('leaves the chain and the fold whole; what rested on it is not repeatable', () => {
    const kase = told().act('ask', 'go', clerk)
    const commitment = commitmentTo('salt-c', 'card', 'D01-handler-2-as-citizen')
    const { [commitment]: deleted, ...vault } = kase.case.vault
    expect(deleted).toBeDefined()
    expect(verify(seal(kase.ledger)).ok).toBe(true)
    expect(fold(kase.ledger, vault).position.data['card']).toBeNull()
    const again = redecide(kase.release, kase.engine.registers, kase.ledger, vault)
    expect(again.ok).toBe(false)
    expect(again.commands).toEqual([
      { kind: 'same', commandId: 'c0', from: 1, to: 1 },
      { kind: 'not-repeatable', commandId: 'c1', seq: 2, fields: ['card'] },
    ])
  })

  test('the applicant among them', () => {
    const kase = told()
    const { [kase.case.applicant ?? '']: _, ...vault } = kase.case.vault
    expect(redecide(kase.release, kase.engine.registers, kase.ledger, vault).commands).toEqual([
      { kind: 'not-repeatable', commandId: 'c0', seq: 1, fields: ['@applicant'] },
    ])
    expect(fold(kase.ledger, vault).applicant).toBe(kase.case.applicant)
  })
})

test('what a host adds to a command for itself never reaches the ledger', () => {
  const kase = told()
  const chatty = {
    commandId: 'x',
    task: 'ask',
    action: 'go',
    at: kase.at,
    by: { person: clerk, name: '李四' },
    applicantName: '张三',
    opinion: undefined,
  } as unknown as Parameters<typeof kase.engine.act>[1]
  const decided = kase.engine.act(kase.case, chatty)
  if (!decided.ok) throw new Error(decided.error.kind)
  expect(JSON.stringify(decided.value.events)).not.toMatch(/李四|张三/)
  expect(Object.keys(decided.value.events[0]?.command ?? {})).toEqual([
    'do',
    'task',
    'action',
    'by',
  ])
})
