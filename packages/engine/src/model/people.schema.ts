import { datesInOrder } from './directory.schema.ts'
import type { Absence, Holding, People } from './people.ts'
import { code, count, date, formatOne, schemaId, strict, text, z } from './strict.schema.ts'

const holdingSchema: z.ZodType<Holding> = datesInOrder(
  strict({
    post: code,
    section: code.exactOptional(),
    centre: code.exactOptional(),
    from: date.exactOptional(),
    to: date.exactOptional(),
  }),
)

const absenceSchema: z.ZodType<Absence> = datesInOrder(
  strict({ from: date, to: date.exactOptional(), substitute: code.exactOptional() }),
)

export const peopleSchema: z.ZodType<People> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  edition: count,
  people: z.record(
    code,
    strict({
      town: code,
      holds: z.array(holdingSchema),
      away: z.array(absenceSchema).exactOptional(),
      name: text.exactOptional(),
    }),
  ),
})
