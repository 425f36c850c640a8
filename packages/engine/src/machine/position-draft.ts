import type { Position } from './position.ts'

/** The parts of a position that are records by id. */
type RecordName = {
  [K in keyof Position]: Position[K] extends Readonly<Record<string, unknown>> ? K : never
}[keyof Position]

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A position being changed by the facts of one move: each record is copied at most once. */
export class PositionDraft {
  readonly position: Mutable<Position>
  private readonly copies = new Map<RecordName, Record<string, unknown>>()

  constructor(position: Position) {
    this.position = { ...position }
  }

  /** Writes one entry of a record. */
  put<K extends RecordName>(record: K, key: string, value: Position[K][string]): void {
    this.copyOf(record)[key] = value
  }

  /** Takes one entry off a record; nothing happens when it is not there. */
  drop(record: RecordName, key: string): void {
    if (Object.hasOwn(this.position[record], key)) delete this.copyOf(record)[key]
  }

  /** Counts one up. */
  raise(record: 'rounds' | 'uses' | 'returns', key: string): number {
    const count = (this.position[record][key] ?? 0) + 1
    this.put(record, key, count)
    return count
  }

  private copyOf(record: RecordName): Record<string, unknown> {
    const known = this.copies.get(record)
    if (known !== undefined) return known
    const copy: Record<string, unknown> = { ...this.position[record] }
    this.copies.set(record, copy)
    Object.assign(this.position, { [record]: copy })
    return copy
  }
}
