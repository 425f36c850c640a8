import type { Position } from './position.ts'

/** The parts of a position that are records by id. */
type RecordName = {
  [K in keyof Position]: Position[K] extends Readonly<Record<string, unknown>> ? K : never
}[keyof Position]

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Entries = Record<string, unknown>

/** A position being changed by the facts of one move: each record is copied at most once. */
export class PositionDraft {
  readonly position: Mutable<Position>
  private readonly records: Record<RecordName, Entries>
  private readonly before: Position

  constructor(before: Position) {
    const position = { ...before }
    this.before = before
    this.position = position
    this.records = position
  }

  /** Writes one entry of a record. */
  put<K extends RecordName>(record: K, key: string, value: Position[K][string]): void {
    const entries = this.copyOf(record)
    if (Object.hasOwn(entries, key)) entries[key] = value
    else define(entries, key, value)
  }

  /** Takes one entry off a record; nothing happens when it is not there. */
  drop(record: RecordName, key: string): void {
    const entries = this.records[record]
    if (Object.hasOwn(entries, key)) this.records[record] = without(entries, key)
  }

  /** Counts one up. */
  raise(record: 'rounds' | 'uses' | 'returns', key: string): number {
    const count = (this.position[record][key] ?? 0) + 1
    this.put(record, key, count)
    return count
  }

  private copyOf(record: RecordName): Entries {
    const entries = this.records[record]
    if (entries !== this.before[record]) return entries
    // Not by spread: one place copies records of every form, which engines do several times slower.
    const copy: Entries = Object.assign({}, entries)
    this.records[record] = copy
    return copy
  }
}

/** What assigning does; but a record of some twenty assigned entries becomes ten times slower to copy. */
function define(record: Entries, key: string, value: unknown): void {
  Object.defineProperty(record, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** A record less one entry. Nothing is deleted, which engines answer with slow records. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const rest: Record<string, T> = {}
  for (const [other, value] of Object.entries(record)) if (other !== key) rest[other] = value
  return rest
}
