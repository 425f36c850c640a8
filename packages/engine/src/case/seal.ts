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

/** What is wrong with a chain; `seq` is the place of the event, from 1, whatever it says of itself. */
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
  | { readonly kind: 'out-of-order'; readonly seq: number; readonly found: number }
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
  for (const [index, event] of ledger.entries()) {
    const fault = faultOf(event, prev, index + 1)
    if (fault !== null) return fail(fault)
    prev = event
  }
  const found = headOf(ledger)
  if (head !== undefined && (found?.hash !== head.hash || found.seq !== head.seq)) {
    return fail({ kind: 'head-differs', seq: found?.seq ?? 0, expected: head })
  }
  return ok(found)
}

function faultOf(event: SealedEvent, prev: SealedEvent | null, place: number): ChainFault | null {
  const { prev: link, hash, ...bare } = event
  const computed = hashOfEvent(bare, link ?? null)
  const expected = prev?.hash ?? null
  if (computed !== hash) return { kind: 'hash-differs', seq: place, stated: hash, computed }
  if (event.seq !== place) return { kind: 'out-of-order', seq: place, found: event.seq }
  if (link !== expected) return { kind: 'link-broken', seq: place, prev: link, expected }
  if (prev !== null && isEarlier(event, prev)) return { kind: 'time-went-back', seq: place }
  return null
}

/** Both times stand at the workspace's offset, so that they sort as text. */
function isEarlier(event: SealedEvent, prev: SealedEvent): boolean {
  return event.recordedAt < prev.recordedAt
}

function hashOfEvent(event: CaseEvent, prev: Hash | null): Hash {
  return hashOf({ event: event as unknown as Json, prev })
}

/** A ledger without its seals. */
export function unseal(ledger: readonly SealedEvent[]): readonly CaseEvent[] {
  return ledger.map(({ prev: _, hash: __, ...event }) => event)
}
