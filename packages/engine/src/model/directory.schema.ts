import type { Binding, Centre, Directory, Section, Town } from './directory.ts'
import {
  code,
  count,
  date,
  demand,
  evidence,
  formatOne,
  schemaId,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'

/** A time that ends does not end before it begins; ISO dates compare as texts. */
export function datesInOrder<T extends { readonly from?: string; readonly to?: string }>(
  schema: z.ZodType<T>,
): z.ZodType<T> {
  return demand(schema, { rule: 'in-order' }, ['to'], ({ from, to }) => {
    return from === undefined || to === undefined || from <= to
  })
}

const sectionSchema: z.ZodType<Section> = datesInOrder(
  strict({
    title: texts,
    short: texts.exactOptional(),
    alias: texts.exactOptional(),
    active: z.boolean().exactOptional(),
    from: date.exactOptional(),
    to: date.exactOptional(),
    note: texts.exactOptional(),
    evidence: evidence.exactOptional(),
  }),
)

const nameplateSchema = strict({
  title: texts,
  seal: z.boolean().exactOptional(),
  evidence: evidence.exactOptional(),
})

const centreSchema: z.ZodType<Centre> = strict({
  title: texts,
  short: texts.exactOptional(),
  kind: z.enum(['centre', 'station', 'organ']),
  rank: texts.exactOptional(),
  nameplates: z.record(code, nameplateSchema).exactOptional(),
  quota: strict({ value: z.int().min(0), evidence: evidence.exactOptional() }).exactOptional(),
  sections: z.record(code, sectionSchema),
  note: texts.exactOptional(),
  evidence: evidence.exactOptional(),
})

const bindingSchema: z.ZodType<Binding> = datesInOrder(
  strict({
    duty: code,
    section: code,
    part: z.enum(['lead', 'joins', 'proposed']),
    from: date.exactOptional(),
    to: date.exactOptional(),
    basis: text.exactOptional(),
    note: texts.exactOptional(),
    evidence: evidence.exactOptional(),
  }),
)

const townSchema: z.ZodType<Town> = strict({
  title: texts,
  division: code.nullable().exactOptional(),
  centres: z.record(code, centreSchema),
  bindings: z.array(bindingSchema),
  note: texts.exactOptional(),
})

const titled = { title: texts, evidence: evidence.exactOptional() } as const

export const directorySchema: z.ZodType<Directory> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  edition: count,
  duties: z.record(
    code,
    strict({ title: texts, note: texts.exactOptional(), evidence: evidence.exactOptional() }),
  ),
  posts: z.record(
    code,
    strict({
      title: texts,
      level: z.enum(['section', 'centre', 'town']),
      evidence: evidence.exactOptional(),
    }),
  ),
  bodies: z.record(code, strict(titled)).exactOptional(),
  towns: z.record(code, townSchema),
})
