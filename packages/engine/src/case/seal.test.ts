import { describe, expect, test } from 'vitest'
import { canonical } from '../model/canonical.ts'
import { SmallCase } from '../testing/small-case.ts'
import { task, workflow } from '../testing/small-workflow.ts'
import type { CaseEvent } from './case-event.ts'
import { headOf, type SealedEvent, seal, unseal, verify } from './seal.ts'

const clerk = 'D01-handler-1'

function livedCase(): SmallCase {
  const drawn = workflow({
    draft: task('check', { data: { edit: ['area'] }, actions: { note: {} } }),
    check: task('=closed', { limit: { value: 1, unit: 'working-day', basis: 'F52a' } }),
  })
  const kase = new SmallCase(drawn, { data: { area: 90 } })
  kase.act('draft', 'note', clerk, { data: { area: 91.5 } }).act('draft', 'go', clerk)
  kase.tick('2026-03-05T09:00:00+08:00')
  return kase.act('check', 'go', clerk, { opinion: '同意' })
}

const { ledger } = livedCase()
const sealed = seal(ledger)

function altered(index: number, change: (event: SealedEvent) => SealedEvent) {
  return sealed.map((event, at) => (at === index ? change(event) : event))
}

describe('a sealed ledger', () => {
  test('verifies, and names its head', () => {
    expect(sealed).toHaveLength(5)
    expect(verify(sealed)).toEqual({ ok: true, value: headOf(sealed) })
    expect(headOf(sealed)).toEqual({ seq: 5, hash: sealed[4]?.hash })
    expect(sealed[0]?.prev).toBeNull()
    expect(sealed[3]?.prev).toBe(sealed[2]?.hash)
  })

  test('hides nothing: unsealed it is what it was', () => {
    expect(unseal(sealed)).toEqual(ledger)
  })

  test('sealed in parts it is the same chain', () => {
    const first = seal(ledger.slice(0, 2))
    expect([...first, ...seal(ledger.slice(2), headOf(first))]).toEqual(sealed)
  })

  test('an empty one has no head', () => {
    expect(verify([])).toEqual({ ok: true, value: null })
    expect(headOf([])).toBeNull()
  })

  test('does not depend on the order of keys', () => {
    const stored = JSON.parse(canonical(sealed)) as SealedEvent[]
    expect(verify(stored).ok).toBe(true)
  })

  test.each([...ledger.keys()])(
    'one byte altered anywhere in event %i is refused there',
    (index) => {
      const event = sealed[index]
      if (event === undefined) throw new Error('no event')
      const text = JSON.stringify(event)
      let tried = 0
      for (let at = 0; at < text.length; at += 1) {
        const other = parsed(`${text.slice(0, at)}${bump(text[at] ?? '')}${text.slice(at + 1)}`)
        // A byte that makes it no JSON is refused at the door.
        if (other === null) continue
        tried += 1
        const found = verify(altered(index, () => other))
        expect(found, `byte ${at}`).toMatchObject({ ok: false, error: { seq: index + 1 } })
      }
      expect(tried).toBeGreaterThan(text.length / 2)
    },
  )

  test('an event left out, put in twice or out of order is refused', () => {
    expect(verify(sealed.slice(1))).toMatchObject({ error: { kind: 'out-of-order', seq: 1 } })
    expect(verify(sealed.filter((_, index) => index !== 2))).toMatchObject({
      error: { kind: 'out-of-order', seq: 3 },
    })
    expect(verify([...sealed.slice(0, 2), ...sealed.slice(1)])).toMatchObject({
      error: { kind: 'out-of-order', seq: 3 },
    })
  })

  test('an event sealed anew after the fact breaks the link of the next', () => {
    const [first] = ledger
    if (first === undefined) throw new Error('no event')
    const [forged] = seal([{ ...first, commandId: 'forged' }])
    if (forged === undefined) throw new Error('no event')
    expect(verify([forged, ...sealed.slice(1)])).toMatchObject({
      error: { kind: 'link-broken', seq: 2, expected: forged.hash },
    })
  })

  test('a chain alone does not show that its tail was cut off: the head kept elsewhere does', () => {
    const head = headOf(sealed)
    if (head === null) throw new Error('no head')
    expect(verify(sealed.slice(0, 4)).ok).toBe(true)
    expect(verify(sealed.slice(0, 4), head)).toEqual({
      ok: false,
      error: { kind: 'head-differs', seq: 4, expected: head },
    })
    expect(verify([], head)).toMatchObject({ error: { kind: 'head-differs', seq: 0 } })
    expect(verify(sealed, head).ok).toBe(true)
  })

  test('time never goes back in it, though each seal is right', () => {
    const [first, second, ...rest] = ledger
    if (first === undefined || second === undefined) throw new Error('no event')
    const back: readonly CaseEvent[] = [
      first,
      { ...second, recordedAt: '2026-03-02T08:59:59+08:00' },
      ...rest,
    ]
    expect(verify(seal(back))).toEqual({ ok: false, error: { kind: 'time-went-back', seq: 2 } })
  })
})

function bump(char: string): string {
  return char === 'z' ? 'a' : String.fromCodePoint((char.codePointAt(0) ?? 0) + 1)
}

function parsed(text: string): SealedEvent | null {
  try {
    return JSON.parse(text) as SealedEvent
  } catch {
    return null
  }
}
