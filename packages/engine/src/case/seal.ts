import { hashOf } from '../model/hash.ts'
import type { Json } from '../model/json.ts'
import type { Hash } from '../model/release.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { CaseEvent } from './case-event.ts'

/** An event in a hash chain: `hash` covers the event and `prev`. */
export interface SealedEvent extends CaseEvent {
  readonly prev: Hash | null
  readonly hash: Hash
}

/** The end of a chain. Keep it elsewhere: a chain alone cannot show that its tail was cut off. */
export interface ChainHead {
  readonly seq: number
  readonly hash: Hash
}

/** What is wrong with a chain, at which event. */
export type ChainFault =
  | {
      readonly kind: 'hash-differs'
      readonly seq: number
      readonly stated: Hash
      readonly computed: Hash
    }
  | {
      readonly kind: 'link-broken'
      readonly seq: number
      readonly prev: Hash | null
      readonly expected: Hash | null
    }
  | { readonly kind: 'out-of-order'; readonly seq: number; readonly expected: number }
  | { readonly kind: 'time-went-back'; readonly seq: number }
  | { readonly kind: 'head-differs'; readonly seq: number; readonly expected: ChainHead }

/** Seals events onto a chain. Done when events are stored or exported, not inside `act`. */
export function seal(
  events: readonly CaseEvent[],
  head: ChainHead | null = null,
): readonly SealedEvent[] {
  let prev = head?.hash ?? null
  return events.map((event) => {
    const sealed: SealedEvent = { ...event, prev, hash: hashOfEvent(event, prev) }
    prev = sealed.hash
    return sealed
  })
}

export function headOf(ledger: readonly SealedEvent[]): ChainHead | null {
  const last = ledger.at(-1)
  return last === undefined ? null : { seq: last.seq, hash: last.hash }
}

/** Checks a sealed ledger offline: every hash, every link, the order, and the head when it is known. */
export function verify(
  ledger: readonly SealedEvent[],
  head?: ChainHead,
): Result<ChainHead | null, ChainFault> {
  let prev: SealedEvent | null = null
  for (const event of ledger) {
    const fault = faultOf(event, prev)
    if (fault !== null) return fail(fault)
    prev = event
  }
  const found = headOf(ledger)
  if (head !== undefined && (found?.hash !== head.hash || found.seq !== head.seq)) {
    return fail({ kind: 'head-differs', seq: found?.seq ?? 0, expected: head })
  }
  return ok(found)
}

function faultOf(event: SealedEvent, prev: SealedEvent | null): ChainFault | null {
  const { prev: link, hash, ...bare } = event
  const expected = (prev?.seq ?? 0) + 1
  const { seq } = event
  const computed = hashOfEvent(bare, link)
  if (computed !== hash) return { kind: 'hash-differs', seq, stated: hash, computed }
  if (seq !== expected) return { kind: 'out-of-order', seq, expected }
  if (link !== (prev?.hash ?? null))
    return { kind: 'link-broken', seq, prev: link, expected: prev?.hash ?? null }
  if (prev !== null && event.recordedAt < prev.recordedAt) return { kind: 'time-went-back', seq }
  return null
}

function hashOfEvent(event: CaseEvent, prev: Hash | null): Hash {
  return hashOf({ event: event as unknown as Json, prev })
}

/** A ledger without its seals. */
export function unseal(ledger: readonly SealedEvent[]): readonly CaseEvent[] {
  return ledger.map(({ prev: _, hash: __, ...event }) => event)
}
