import type { Cell, Frame } from './cell.ts'
import { dayOfCell } from './date-functions.ts'
import { integerType, type RuleType } from './rule-type.ts'
import { civilOf, msPerDay, weekdayOf } from './temporal.ts'

interface Property {
  readonly type: RuleType
  readonly take: (value: Cell, frame: Frame) => Cell
}

function ofDay(take: (day: string) => number): Property {
  return {
    type: integerType,
    take: (value, frame) => {
      const day = dayOfCell(value, frame)
      return day === null ? null : take(day)
    },
  }
}

function ofSpan(take: (size: number) => number): Property {
  return {
    type: integerType,
    take: (value) => (typeof value === 'number' ? take(value) + 0 : null),
  }
}

const day: ReadonlyMap<string, Property> = new Map([
  ['year', ofDay((value) => civilOf(value).year)],
  ['month', ofDay((value) => civilOf(value).month)],
  ['day', ofDay((value) => civilOf(value).day)],
  ['weekday', ofDay(weekdayOf)],
])

const days: ReadonlyMap<string, Property> = new Map([
  ['days', ofSpan((ms) => Math.trunc(ms / msPerDay))],
  ['hours', ofSpan((ms) => Math.trunc((ms % msPerDay) / 3_600_000))],
  ['minutes', ofSpan((ms) => Math.trunc((ms % 3_600_000) / 60_000))],
  ['seconds', ofSpan((ms) => Math.trunc((ms % 60_000) / 1000))],
])

const months: ReadonlyMap<string, Property> = new Map([
  ['years', ofSpan((count) => Math.trunc(count / 12))],
  ['months', ofSpan((count) => count % 12)],
])

const none: ReadonlyMap<string, Property> = new Map()

/** What may stand after the dot of a value of that type: `dueDate.year`, `(a - b).days`. */
export function propertiesOf(type: RuleType): ReadonlyMap<string, Property> {
  switch (type.kind) {
    case 'date':
    case 'date-time':
      return day
    case 'days':
      return days
    case 'months':
      return months
    default:
      return none
  }
}
