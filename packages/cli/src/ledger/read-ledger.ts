import {
  fail,
  type Json,
  type JsonObject,
  type ModelFault,
  ok,
  type Result,
  readJson,
  type SealedEvent,
} from '@yichuang/engine'

/** Why a file is no sealed ledger. Events count from 1. */
export type LedgerFault =
  | { readonly kind: 'not-json'; readonly faults: readonly ModelFault[] }
  | { readonly kind: 'not-ledger' }
  | { readonly kind: 'not-sealed'; readonly n: number; readonly key: string }
  | { readonly kind: 'empty' }

const MAX_BYTES = 256 * 1024 * 1024

/** Reads JSON Lines, a list of events, or what `run --json` prints. */
export function readLedger(
  source: Uint8Array,
  file: string,
): Result<readonly SealedEvent[], LedgerFault> {
  const whole = readJson(source, { file, maxBytes: MAX_BYTES })
  const events = whole.ok ? eventsIn(whole.value.value) : readLines(source, file, whole.error)
  if (!isList(events)) return fail(events)
  if (events.length === 0) return fail({ kind: 'empty' })
  const sealed: SealedEvent[] = []
  for (const [index, event] of events.entries()) {
    const key = keyMissing(event)
    if (key !== null) return fail({ kind: 'not-sealed', n: index + 1, key })
    // Every key that the chain and the fold rest on was looked at; the hash vouches for the rest.
    sealed.push(event as unknown as SealedEvent)
  }
  return ok(sealed)
}

type Events = readonly Json[] | LedgerFault

function isList(events: Events): events is readonly Json[] {
  return Array.isArray(events)
}

function eventsIn(value: Json): Events {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return { kind: 'not-ledger' }
  const { ledger } = value
  if (Array.isArray(ledger)) return ledger
  return 'seq' in value ? [value] : { kind: 'not-ledger' }
}

function readLines(source: Uint8Array, file: string, faults: readonly ModelFault[]): Events {
  const lines = new TextDecoder('utf-8').decode(source).split(/\r\n|\n/)
  const events: Json[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = readJson(line, { file, maxBytes: MAX_BYTES })
    if (read.ok) events.push(read.value.value)
    // A file that is JSON from its first line on is told by its own faults, one of lines by its line.
    else if (index === 0 && lines.length > 1 && line.trim().length < 2)
      return { kind: 'not-json', faults }
    else
      return {
        kind: 'not-json',
        faults: read.error.map((fault) => ({ ...fault, line: index + 1 })),
      }
  }
  return events
}

const NEEDED: Readonly<Record<string, (value: Json | undefined) => boolean>> = {
  seq: (value) => typeof value === 'number',
  commandId: (value) => typeof value === 'string',
  recordedAt: (value) => typeof value === 'string',
  kind: (value) => typeof value === 'string',
  facts: (value) => Array.isArray(value),
  prev: (value) => value === null || typeof value === 'string',
  hash: (value) => typeof value === 'string',
}

function keyMissing(event: Json): string | null {
  if (!isObject(event)) return 'seq'
  return Object.keys(NEEDED).find((key) => NEEDED[key]?.(event[key]) !== true) ?? null
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
