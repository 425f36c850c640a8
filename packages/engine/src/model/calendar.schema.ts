import type { CalendarDays, CalendarRegister } from './calendar.ts'
import { datesInOrder } from './directory.schema.ts'
import {
  count,
  date,
  demand,
  evidence,
  form,
  formatOne,
  schemaId,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'

const daysSchema: z.ZodType<CalendarDays> = datesInOrder(
  strict({
    from: date,
    to: date.exactOptional(),
    title: texts.exactOptional(),
    basis: text.exactOptional(),
    evidence: evidence.exactOptional(),
  }),
)

const moment = form('moment-of-day')

/** Opening times stand in order and do not overlap; `HH:MM` compares as text. */
const spansSchema = demand<[string, string][]>(
  z.array(z.tuple([moment, moment])).min(1),
  { rule: 'in-order' },
  [],
  (spans) => {
    const moments = spans.flat()
    return moments.every((at, index) => index === 0 || (moments[index - 1] ?? '') < at)
  },
)

export const calendarSchema: z.ZodType<CalendarRegister> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  edition: count,
  region: texts,
  off: z.array(daysSchema),
  work: z.array(daysSchema),
  years: z
    .record(
      form('year'),
      strict({
        off: z.array(daysSchema),
        work: z.array(daysSchema),
        basis: text.exactOptional(),
      }),
    )
    .exactOptional(),
  officeHours: strict({ spans: spansSchema, evidence: evidence.exactOptional() }).exactOptional(),
})
