import type { Field } from './field.ts'
import { demand, evidence, strict, text, texts, z } from './strict.schema.ts'

const common = {
  label: texts.exactOptional(),
  note: texts.exactOptional(),
  sensitive: z.boolean().exactOptional(),
  evidence: evidence.exactOptional(),
} as const

// Compiled to scaled integers, which hold 15 digits.
const scale = z.int().min(0).max(9)

const bounds = {
  scale: scale.exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
} as const

const choiceValues = z
  .array(text)
  .min(1)
  .refine((values) => new Set(values).size === values.length, {
    params: { required: { rule: 'other' } },
  })

const anyField: z.ZodType<Field> = z.discriminatedUnion('type', [
  strict({ type: z.literal('boolean'), ...common }),
  strict({ type: z.literal('number'), ...bounds, unit: text.exactOptional(), ...common }),
  strict({ type: z.literal('money'), ...bounds, ...common }),
  strict({ type: z.literal('date'), ...common }),
  strict({ type: z.literal('text'), maxLength: z.int().min(1).exactOptional(), ...common }),
  strict({
    type: z.literal('choice'),
    of: choiceValues,
    labels: z.record(text, texts).exactOptional(),
    ...common,
  }),
  strict({
    type: z.literal('list'),
    of: z.enum(['boolean', 'number', 'money', 'date', 'text']),
    ...common,
  }),
])

export const fieldSchema: z.ZodType<Field> = demand(
  anyField,
  { rule: 'in-order' },
  ['max'],
  (field) => !('min' in field) || !('max' in field) || (field.min ?? 0) <= (field.max ?? 0),
)
