import type { CalendarRegister } from './calendar.ts'
import type { Directory } from './directory.ts'
import type { People } from './people.ts'
import type { Hash } from './release.ts'

/** The world that keeps changing. No case is pinned to it; events record the edition they used. */
export interface Registers {
  readonly directory: Directory
  readonly people: People
  readonly calendar: CalendarRegister
  readonly editions: Editions
}

/** Edition number and content hash of each register. */
export interface Editions {
  readonly directory: Edition
  readonly people: Edition
  readonly calendar: Edition
}

export interface Edition {
  readonly number: number
  readonly hash: Hash
}
