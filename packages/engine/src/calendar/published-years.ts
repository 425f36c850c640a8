import type { CalendarDays, CalendarRegister, CalendarYear } from '../model/calendar.ts'
import { FIRST_DAY, type IsoDate, LAST_DAY } from './civil-day.ts'
import { NATIONAL } from './generated/national.ts'

interface PublishedYears {
  /** One statement for every year for which anything is known. */
  readonly statements: readonly CalendarYear[]
  readonly publishedFrom: IsoDate
  readonly publishedUntil: IsoDate
}

/**
 * What the national rules fix by Gregorian date and so need no announcement: New Year 1 day,
 * Labour Day 2, National Day 3 (全国年节及纪念日放假办法 as revised in 2024; evidence K). The lunar
 * festivals, Qingming and all days in lieu are known only once announced. Days are `MM-DD`.
 */
const FIXED_HOLIDAYS: readonly CalendarDays[] = [
  { from: '01-01', to: '01-01', title: { zh: '元旦', en: "New Year's Day" } },
  { from: '05-01', to: '05-02', title: { zh: '劳动节', en: 'Labour Day' } },
  { from: '10-01', to: '10-03', title: { zh: '国庆节', en: 'National Day' } },
]

/** The bundled table and the register's own years; where both hold a year, the register prevails. */
export function publishedYears(registered: CalendarRegister['years'] = {}): PublishedYears {
  const years: Readonly<Record<string, CalendarYear>> = { ...NATIONAL.years, ...registered }
  let first = NATIONAL.edition
  while (years[first - 1]) first--
  let last = NATIONAL.edition
  while (years[last + 1]) last++

  const statements = Object.values(years)
  for (let year = last + 1; year <= yearOf(LAST_DAY); year++)
    if (!years[year]) statements.push(computedYear(year))

  return {
    statements,
    publishedFrom: first <= yearOf(FIRST_DAY) ? FIRST_DAY : `${first}-01-01`,
    publishedUntil: last >= yearOf(LAST_DAY) ? LAST_DAY : `${last}-12-31`,
  }
}

function computedYear(year: number): CalendarYear {
  const off = FIXED_HOLIDAYS.map((days) => ({
    ...days,
    from: `${year}-${days.from}`,
    to: `${year}-${days.to}`,
  }))
  return { off, work: [] }
}

function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}
