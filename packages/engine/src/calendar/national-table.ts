import type { CalendarYear } from '../model/calendar.ts'

/** The days that the State Council announced year by year, as a public data set holds them. */
export interface NationalTable {
  readonly source: string
  readonly version: string
  /** The last year announced. */
  readonly edition: number
  /** One entry for every year from the first to `edition`. */
  readonly years: Readonly<Record<string, CalendarYear>>
}
