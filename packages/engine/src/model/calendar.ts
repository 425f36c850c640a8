import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'

/** A day or a run of days of the overlay, ISO dates, both ends inclusive. */
export interface CalendarDays {
  readonly from: string
  readonly to?: string
  readonly title?: Texts
  readonly basis?: string
  readonly evidence?: Evidence
}

/** A published year that the bundled national table does not hold yet. */
export interface CalendarYear {
  readonly off: readonly CalendarDays[]
  readonly work: readonly CalendarDays[]
  readonly basis?: string
}

/** The workspace's calendar: a region overlay on the national table. The overlay has precedence. */
export interface CalendarRegister {
  readonly $schema?: string
  readonly format: 1
  readonly edition: number
  readonly region: Texts
  readonly off: readonly CalendarDays[]
  readonly work: readonly CalendarDays[]
  /** National years published since, by year. */
  readonly years?: Readonly<Record<string, CalendarYear>>
  /** Opening times of a working day, `HH:MM` pairs in order. A day's limit ends at the last closing. */
  readonly officeHours?: {
    readonly spans: readonly (readonly [string, string])[]
    readonly evidence?: Evidence
  }
}
