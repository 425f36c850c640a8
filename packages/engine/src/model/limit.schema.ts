import type {
  Clock,
  Escalation,
  Expiry,
  Extension,
  Limit,
  LimitUnit,
  Stop,
  Stops,
} from './limit.ts'
import { count, evidence, fieldId, id, positive, sets, strict, text, z } from './strict.schema.ts'
import { whoSchema } from './who.schema.ts'

const unit: z.ZodType<LimitUnit> = z.enum(['working-day', 'day', 'hour', 'month'])
const value = z.union([positive, fieldId])

const expirySchema: z.ZodType<Expiry> = strict({
  take: id,
  as: z.enum(['deemed', 'silent-consent']).exactOptional(),
  sets: sets.exactOptional(),
})

const escalationSchema: z.ZodType<Escalation> = strict({ after: count, to: whoSchema })

export const limitSchema: z.ZodType<Limit> = strict({
  value,
  unit,
  from: fieldId.exactOptional(),
  basis: text,
  expiry: expirySchema.exactOptional(),
  remind: z.array(positive).exactOptional(),
  escalate: z.array(escalationSchema).exactOptional(),
  evidence: evidence.exactOptional(),
})

const stopSchema: z.ZodType<Stop> = strict({
  ground: text,
  basis: text,
  evidence: evidence.exactOptional(),
})

export const stopsSchema: z.ZodType<Stops> = z.record(id, stopSchema)

const extensionSchema: z.ZodType<Extension> = strict({
  value: positive,
  by: whoSchema,
  times: count,
  documents: z.array(text).exactOptional(),
  basis: text.exactOptional(),
})

export const clockSchema: z.ZodType<Clock> = strict({
  value,
  unit,
  from: fieldId.exactOptional(),
  basis: text,
  extend: extensionSchema.exactOptional(),
  expiry: strict({ take: id, as: z.literal('deemed').exactOptional() }).exactOptional(),
  escalate: z.array(escalationSchema).exactOptional(),
  evidence: evidence.exactOptional(),
})
