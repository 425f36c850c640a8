import {
  type DayNumber,
  dayNumber,
  FIRST_DAY,
  LAST_DAY,
  NotADay,
  weekdayOfNumber,
} from './civil-day.ts'

/** Working days counted once, so that every later count is a lookup and every search a bisection. */
interface WorkingDayCount {
  isWorkingDay(day: DayNumber): boolean
  /** Working days from the first day of the calendar up to and including `day`. */
  upTo(day: DayNumber): number
  /**
   * The day that brings the count to `count`.
   *
   * @throws NotADay when the calendar holds no such day
   */
  find(count: number): DayNumber
}

const FIRST = dayNumber(FIRST_DAY)
const DAYS = dayNumber(LAST_DAY) - FIRST + 1

/** Monday to Friday, but for the days that are named otherwise. */
export function countWorkingDays(
  named: ReadonlyMap<DayNumber, { readonly isWorked: boolean }>,
): WorkingDayCount {
  const worked = new Uint8Array(DAYS)
  for (let i = 0; i < DAYS; i++) worked[i] = isWeekend(FIRST + i) ? 0 : 1
  for (const [day, { isWorked }] of named) worked[day - FIRST] = isWorked ? 1 : 0
  /** `before[i]` is the number of working days before day `FIRST + i`. */
  const before = new Int32Array(DAYS + 1)
  for (let i = 0; i < DAYS; i++) before[i + 1] = at(before, i) + at(worked, i)

  return {
    isWorkingDay: (day) => at(before, day - FIRST + 1) > at(before, day - FIRST),
    upTo: (day) => at(before, day - FIRST + 1),
    find: (count) => {
      if (!(count >= 1 && count <= at(before, DAYS))) throw new NotADay(`working day ${count}`)
      return FIRST + firstReaching(before, count) - 1
    },
  }
}

export function isWeekend(day: DayNumber): boolean {
  return weekdayOfNumber(day) >= 6
}

/** The first index at which the rising `counts` reach `count`. */
function firstReaching(counts: Int32Array, count: number): number {
  let low = 0
  let high = counts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(counts, middle) < count) low = middle + 1
    else high = middle
  }
  return low
}

function at(counts: Int32Array | Uint8Array, index: number): number {
  return counts[index] ?? 0
}
