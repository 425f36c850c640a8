import type { ClockFace, Engine } from '@yichuang/engine'
import { addDays, dayOf, daysBetween } from './days.ts'

export interface RulerDay {
  readonly day: string
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday'
  readonly provisional: boolean
}

/** A run of days off with one name. */
export interface Holiday {
  readonly from: number
  readonly days: number
  readonly title: { readonly zh: string; readonly en?: string } | undefined
}

/** A clock on the ruler. Places are days from the left edge; the end is not included. */
export interface ClockBar {
  readonly clock: string
  readonly from: number
  readonly to: number
  readonly filled: number
  readonly due: { readonly day: string; readonly at: number; readonly provisional: boolean } | null
  readonly stops: readonly { readonly from: number; readonly to: number }[]
  /** The counted days, numbered. */
  readonly counted: readonly { readonly at: number; readonly n: number }[]
}

export interface Ruler {
  readonly from: string
  readonly days: readonly RulerDay[]
  readonly holidays: readonly Holiday[]
  readonly months: readonly { readonly at: number; readonly month: string }[]
  readonly bars: readonly ClockBar[]
  readonly now: number
}

export interface RulerInput {
  readonly engine: Engine
  readonly openedAt: string
  readonly at: string
  readonly clocks: readonly ClockFace[]
  /** Days that must be in sight if there is room: due days of open steps. */
  readonly dues: readonly string[]
  /** How many days there is room for. */
  readonly room: number
}

const LEAD = 1
const REST = 2

/** The stretch of calendar that the clocks run over. What does not fit is cut off around the present day. */
export function rulerOf({ engine, openedAt, at, clocks, dues, room }: RulerInput): Ruler {
  const today = dayOf(at)
  const starts = clocks.filter((it) => it.endedAt === undefined).map((it) => dayOf(it.start))
  const ends = [...dues, ...clocks.flatMap(({ due }) => (due ? [due.day] : []))]
  const first = least([...starts, today, ...(starts.length === 0 ? [dayOf(openedAt)] : [])])
  const last = most([...ends, today])
  const wanted = daysBetween(first, last) + LEAD + REST + 1
  const behind = daysBetween(first, today) + LEAD
  const hidden = wanted <= room ? 0 : Math.max(0, behind - Math.floor(room / 3))
  const from = addDays(first, hidden - LEAD)
  const days = Array.from({ length: Math.max(room, 7) }, (_, n) => dayAt(engine, addDays(from, n)))
  const place = (day: string) => daysBetween(from, day)
  return {
    from,
    days,
    holidays: holidaysIn(engine, days),
    months: days.flatMap(({ day }, n) =>
      n === 0 || day.endsWith('-01') ? [{ at: n, month: day.slice(0, 7) }] : [],
    ),
    bars: clocks.map((clock) => barOf(engine, clock, { today, place, end: days.length })),
    now: place(today),
  }
}

function dayAt(engine: Engine, day: string): RulerDay {
  const { kind, provisional } = engine.world.calendar.dayKind(day)
  return { day, kind, provisional }
}

/** Neighbouring holidays of one name, with the weekends that lie between them. */
function holidaysIn(engine: Engine, days: readonly RulerDay[]): readonly Holiday[] {
  const found: { from: number; days: number; title: Holiday['title'] }[] = []
  for (const [n, { day, kind }] of days.entries()) {
    if (kind !== 'holiday') continue
    const { title } = engine.world.calendar.dayKind(day)
    const last = found.at(-1)
    const isSame = last && last.from + last.days === n && last.title?.zh === title?.zh
    if (isSame) last.days += 1
    else found.push({ from: n, days: 1, title })
  }
  return found
}

interface Scale {
  readonly today: string
  readonly place: (day: string) => number
  readonly end: number
}

function barOf(engine: Engine, clock: ClockFace, { today, place, end }: Scale): ClockBar {
  const start = dayOf(clock.start)
  const stops = clock.stops.map((it) => ({
    from: dayOf(it.from),
    to: it.to === undefined ? null : dayOf(it.to),
  }))
  const from = addDays(start, 1)
  const lastDay = clock.due?.day ?? addDays(today, 1)
  const isStopped = (day: string) =>
    stops.some((it) => day >= it.from && (it.to === null || day < it.to))
  const counted: { at: number; n: number }[] = []
  let n = 0
  for (let day = from; day <= lastDay && n < clock.total; day = addDays(day, 1)) {
    if (isStopped(day)) continue
    if (clock.unit === 'working-day' && !engine.world.calendar.isWorkingDay(day)) continue
    n += 1
    counted.push({ at: place(day), n })
  }
  const ended = clock.endedAt === undefined ? today : dayOf(clock.endedAt)
  return {
    clock: clock.clock,
    from: place(from),
    to: place(addDays(lastDay, 1)),
    filled: Math.min(place(lastDay) + 1, Math.max(place(from), place(ended))),
    due: clock.due && {
      day: clock.due.day,
      at: place(clock.due.day),
      provisional: clock.due.provisional,
    },
    stops: stops
      .map((it) => ({
        from: place(most([it.from, from])),
        to: it.to === null ? end : place(it.to),
      }))
      .filter((it) => it.to > it.from),
    counted: counted.filter(({ at }) => at >= 0 && at < end),
  }
}

function least(days: readonly string[]): string {
  return [...days].sort()[0] ?? ''
}

function most(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? ''
}
