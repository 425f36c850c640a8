import type { Catalogue, Item, ItemLimit, Material } from './catalogue.ts'
import {
  code,
  count,
  date,
  demand,
  evidence,
  feel,
  formatOne,
  id,
  positive,
  schemaId,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'

const limitSchema: z.ZodType<ItemLimit> = strict({
  value: positive,
  unit: z.enum(['working-day', 'day', 'hour', 'month']),
  basis: text,
  note: texts.exactOptional(),
  evidence: evidence.exactOptional(),
})

const materialSchema: z.ZodType<Material> = strict({
  title: texts,
  necessity: z.enum(['required', 'optional', 'conditional', 'deferrable', 'shared', 'commitment']),
  when: feel.exactOptional(),
  form: z.enum(['paper', 'electronic', 'either']).exactOptional(),
  copies: z.int().min(0).exactOptional(),
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})

const serviceTarget = z.enum([
  'natural-person',
  'enterprise',
  'institution',
  'social-organisation',
  'organ',
  'other',
])

const legalBasisSchema = strict({
  basis: text,
  note: texts.exactOptional(),
  evidence: evidence.exactOptional(),
})

const bodySchema = strict({
  name: texts,
  code: text.nullable().exactOptional(),
  nature: text.exactOptional(),
})

const itemShape: z.ZodType<Item> = strict({
  title: texts,
  list: z.enum(['power', 'public-service', 'territorial']),
  workflow: id,
  catalogCode: text.exactOptional(),
  taskCode: text.exactOptional(),
  itemType: text.exactOptional(),
  version: count.exactOptional(),
  legalBasis: z.array(legalBasisSchema).exactOptional(),
  exerciseLevel: z
    .enum(['national', 'province', 'city', 'county', 'town', 'village'])
    .exactOptional(),
  powerSource: z.enum(['statutory', 'granted', 'authorised', 'entrusted']).exactOptional(),
  entrustingDept: texts.exactOptional(),
  implementingBody: bodySchema.exactOptional(),
  coHandlingBodies: z.array(texts).exactOptional(),
  serviceTargets: z.array(serviceTarget).exactOptional(),
  caseType: z.enum(['on-the-spot', 'promised', 'other']).exactOptional(),
  handlingMode: z.enum(['self', 'joint', 'forward-up', 'preliminary']).exactOptional(),
  statutoryLimit: limitSchema.exactOptional(),
  promisedLimit: limitSchema.exactOptional(),
  acceptanceConditions: texts.exactOptional(),
  specialProcedures: z.array(texts).exactOptional(),
  quantityLimit: texts.exactOptional(),
  isCharged: z.boolean().exactOptional(),
  result: strict({
    name: texts,
    type: z.enum(['certificate', 'approval', 'other', 'none']),
  }).exactOptional(),
  channels: z.array(z.enum(['window', 'online', 'mobile', 'courier'])).exactOptional(),
  visitsRequired: z.int().min(0).exactOptional(),
  materials: z.record(text, materialSchema).exactOptional(),
  division: strict({ county: texts, town: texts }).exactOptional(),
  effectiveFrom: date.exactOptional(),
  effectiveTo: date.exactOptional(),
  note: texts.exactOptional(),
  evidence: evidence.exactOptional(),
})

const itemSchema: z.ZodType<Item> = demand(
  itemShape,
  { rule: 'in-order' },
  ['effectiveTo'],
  ({ effectiveFrom, effectiveTo }) =>
    effectiveFrom === undefined || effectiveTo === undefined || effectiveFrom <= effectiveTo,
)

export const itemsSchema: z.ZodType<Catalogue['items']> = z.record(id, itemSchema)

export const catalogueSchema: z.ZodType<Catalogue> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  items: itemsSchema,
  sources: z
    .record(code, strict({ title: texts, evidence: evidence.exactOptional() }))
    .exactOptional(),
})
