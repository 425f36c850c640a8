import type { Cell, Frame } from './cell.ts'
import { always, day, decimalAt, number, type RuleFunction, textAt } from './rule-function.ts'
import { dateType, type RuleType } from './rule-type.ts'
import {
  dayFrom,
  isDay,
  localDay,
  monthsBetween,
  offsetOf,
  parseInstant,
  weekdayOf,
} from './temporal.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const weekdayType: RuleType = { kind: 'choice', of: weekdays }

/** The civil day of a day or of an instant, at the offset of the command. */
export function dayOfCell(value: Cell, frame: Frame): string | null {
  if (typeof value === 'string') {
    return isDay(value) ? value : null
  }
  return typeof value === 'number' ? (localDay(value, offsetOf(frame.now))?.day ?? null) : null
}

function date(args: readonly Cell[], frame: Frame): Cell {
  if (args.length === 1) {
    return dayOfCell(args[0] ?? null, frame)
  }
  const [year, month, dayOfMonth] = [decimalAt(args, 0), decimalAt(args, 1), decimalAt(args, 2)]
  return dayFrom({ year: Number(year), month: Number(month), day: Number(dayOfMonth) })
}

function monthsSpan(args: readonly Cell[], frame: Frame): Cell {
  const [from, to] = [dayOfCell(args[0] ?? null, frame), dayOfCell(args[1] ?? null, frame)]
  return from === null || to === null ? null : monthsBetween(from, to)
}

function weekday(args: readonly Cell[], frame: Frame): Cell {
  const value = dayOfCell(args[0] ?? null, frame)
  return value === null ? null : (weekdays[weekdayOf(value) - 1] ?? null)
}

export const dateFunctions: readonly RuleFunction[] = [
  {
    name: 'today',
    parameters: [],
    typeOf: always(dateType),
    apply: (_, frame) => dayOfCell(frame.now.slice(0, 10), frame),
  },
  {
    name: 'now',
    parameters: [],
    typeOf: always({ kind: 'date-time' }),
    apply: (_, frame) => parseInstant(frame.now, 0),
  },
  {
    name: 'date',
    parameters: [['text', 'choice', 'date', 'date-time', 'number'], number, number],
    optional: 2,
    typeOf: always(dateType),
    apply: date,
  },
  {
    name: 'date and time',
    parameters: [['text', 'choice']],
    typeOf: always({ kind: 'date-time' }),
    apply: (args, frame) => parseInstant(textAt(args, 0) ?? '', offsetOf(frame.now)),
  },
  {
    name: 'years and months duration',
    parameters: [day, day],
    typeOf: always({ kind: 'months' }),
    apply: monthsSpan,
  },
  { name: 'day of week', parameters: [day], typeOf: always(weekdayType), apply: weekday },
]
