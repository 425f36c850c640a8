import type { CalendarDays, CalendarRegister } from '../model/calendar.ts'
import type { Texts } from '../model/texts.ts'
import { type DayNumber, dayNumber, dayOfNumber, type IsoDate } from './civil-day.ts'
import { NATIONAL } from './generated/national.ts'
import type { TimeOfDay } from './instant.ts'
import { publishedYears } from './published-years.ts'
import { countWorkingDays, isWeekend } from './working-days.ts'

/** What a day is, for rulers and explanations. */
export interface DayKind {
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday'
  /** The holiday's name; for a make-up day the holiday that it pays for. */
  readonly title?: Texts
  /** No announcement covers the day: it may turn out otherwise. */
  readonly provisional: boolean
}

/** The working days of one edition of the register. Days outside 1900 to 2200 throw `NotADay`. */
export interface Calendar {
  readonly edition: number
  /** The bundled national table, `source@version`: recorded beside the edition. */
  readonly national: string
  /** First day covered by published data. */
  readonly publishedFrom: IsoDate
  /** Last day covered by published data. A later due date is provisional. */
  readonly publishedUntil: IsoDate
  isWorkingDay(day: IsoDate): boolean
  dayKind(day: IsoDate): DayKind
  /** Number of working days in (after, until]; never negative. */
  workingDaysBetween(after: IsoDate, until: IsoDate): number
  /**
   * The n-th working day after `from`, which is not counted itself; `from` when n is 0; with a
   * negative n the n-th before it, for reminders.
   *
   * @throws NotADay when it lies outside 1900 to 2200
   */
  addWorkingDays(from: IsoDate, n: number): IsoDate
  /** Time of day at which a day's limit ends: last closing of office hours, else `24:00`. */
  readonly closing: TimeOfDay
}

interface NamedDay {
  readonly isWorked: boolean
  readonly title?: Texts
}

/**
 * The national table, then the years published since, then the region's overlay: the later
 * statement about a day prevails (2023-04-23 is a national make-up day that Guangxi has off),
 * and within one list of statements a worked day prevails over the run off that it lies in.
 */
export function compileCalendar(register: CalendarRegister): Calendar {
  const published = publishedYears(register.years)
  const named = new Map<DayNumber, NamedDay>()
  for (const { off, work } of [...published.statements, register]) {
    nameDays(named, off, false)
    nameDays(named, work, true)
  }
  const count = countWorkingDays(named)
  const { publishedFrom, publishedUntil } = published

  return {
    edition: register.edition,
    national: `${NATIONAL.source}@${NATIONAL.version}`,
    publishedFrom,
    publishedUntil,
    isWorkingDay: (day) => count.isWorkingDay(dayNumber(day)),
    dayKind: (day) => ({
      ...kindOf(dayNumber(day), named),
      provisional: day < publishedFrom || day > publishedUntil,
    }),
    workingDaysBetween: (after, until) =>
      Math.max(0, count.upTo(dayNumber(until)) - count.upTo(dayNumber(after))),
    addWorkingDays: (from, n) => {
      if (n === 0) return from
      const day = dayNumber(from)
      const counted = n > 0 ? count.upTo(day) : count.upTo(day - 1) + 1
      return dayOfNumber(count.find(counted + n))
    },
    closing: register.officeHours?.spans.at(-1)?.[1] ?? '24:00',
  }
}

function nameDays(
  named: Map<DayNumber, NamedDay>,
  runs: readonly CalendarDays[],
  isWorked: boolean,
): void {
  for (const { from, to = from, title } of runs) {
    const name: NamedDay = title ? { isWorked, title } : { isWorked }
    const last = dayNumber(to)
    for (let day = dayNumber(from); day <= last; day++) named.set(day, name)
  }
}

function kindOf(
  day: DayNumber,
  named: ReadonlyMap<DayNumber, NamedDay>,
): Omit<DayKind, 'provisional'> {
  const name = named.get(day)
  if (!name) return { kind: isWeekend(day) ? 'weekend' : 'working' }
  const title = name.title ? { title: name.title } : {}
  return { kind: name.isWorked ? 'make-up' : 'holiday', ...title }
}
