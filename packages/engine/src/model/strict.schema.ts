import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import type { FormName, Requirement } from './fault.ts'
import { FORMS, isCivilDay } from './forms.ts'
import type { Json } from './json.ts'
import type { Texts } from './texts.ts'

// Under a strict content security policy zod's own probe for `Function` would be reported.
z.config({ jitless: true })

/** Separates the known keys in the message of an unknown key; `zod-faults.ts` reads it. */
export const KEY_SEPARATOR = '\n'

/** An object without unknown keys. It tells its known keys, so that a fault can name the nearest. */
export function strict<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<{ -readonly [Key in keyof Shape]: Shape[Key] }, z.core.$strict> {
  const known = Object.keys(shape).join(KEY_SEPARATOR)
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  })
}

/** A text of a named form. */
export function form(name: FormName): z.ZodString {
  return z.string().regex(FORMS[name])
}

/** A demand between the parts of one object, as facts. */
export function demand<T>(
  schema: z.ZodType<T>,
  required: Requirement,
  path: readonly (string | number)[],
  holds: (value: T) => boolean,
): z.ZodType<T> {
  return schema.refine(holds, { params: { required }, path: [...path] })
}

const dateForm: z.ZodString = form('date')

/** Schemas of the small things that stand everywhere. */
export const text: z.ZodString = z.string().min(1)
export const feel: z.ZodString = z.string().min(1)
export const id: z.ZodString = form('id')
export const code: z.ZodString = form('code')
export const fieldId: z.ZodString = form('field-id')
export const hash: z.ZodString = form('hash')
export const date: z.ZodType<string> = dateForm.refine(isCivilDay, {
  params: { required: { rule: 'form', form: 'date' } satisfies Requirement },
})
export const positive: z.ZodNumber = z.number().positive()
export const count: z.ZodInt = z.int().min(1)
export const sets: z.ZodType<Readonly<Record<string, string>>> = z.record(fieldId, feel)
export const schemaId: z.ZodString = z.string()
export const formatOne: z.ZodLiteral<1> = z.literal(1)

/** A wording: Chinese always, English where there is one. */
export const texts: z.ZodType<Texts> = strict({ zh: text, en: text.exactOptional() })

export const evidence: z.ZodType<Evidence> = z.enum(['seed', 'found', 'K', 'A', 'P', 'C'])

export const json: z.ZodType<Json> = z.json()

export { z }
