import { itemsSchema } from './catalogue.schema.ts'
import type { Release, ReleaseContent } from './release.ts'
import {
  code,
  count,
  date,
  demand,
  form,
  formatOne,
  hash,
  id,
  schemaId,
  strict,
  text,
  z,
} from './strict.schema.ts'
import { tableSchema } from './table.schema.ts'
import { workflowSchema } from './workflow.schema.ts'

const contentSchema: z.ZodType<ReleaseContent> = strict({
  utcOffset: form('utc-offset'),
  workflows: z.record(hash, workflowSchema),
  towns: z.record(code, z.record(id, hash)),
  tables: z.record(id, tableSchema),
  items: itemsSchema,
  demands: strict({ duties: z.array(code), posts: z.array(code) }),
})

const releaseShape: z.ZodType<Release> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  number: count,
  hash,
  note: text,
  effectiveFrom: date,
  preparedBy: text,
  approvedBy: text,
  override: strict({ reason: text, findings: z.array(z.string()) }).exactOptional(),
  content: contentSchema,
})

/** Whoever prepared a release does not approve it. */
export const releaseSchema: z.ZodType<Release> = demand(
  releaseShape,
  { rule: 'two-persons' },
  ['approvedBy'],
  ({ preparedBy, approvedBy }) => preparedBy !== approvedBy,
)
