import { code, form, formatOne, id, json, schemaId, strict, texts, z } from './strict.schema.ts'
import type { Suite, Walk, WalkLine, WorkspaceInfo } from './workspace.ts'

export const workspaceInfoSchema: z.ZodType<WorkspaceInfo> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  name: texts,
  locale: z.enum(['zh', 'en']),
  utcOffset: form('utc-offset'),
  towns: z.array(code),
})

// What a line says is checked by the command that runs it; here it only has to be JSON.
const facts = z.record(z.string(), json)

const walkLineSchema: z.ZodType<WalkLine> = strict({
  open: facts.exactOptional(),
  act: facts.exactOptional(),
  tick: facts.exactOptional(),
  registers: facts.exactOptional(),
  expect: facts.exactOptional(),
})

const walkSchema: z.ZodType<Walk> = strict({
  id,
  title: texts,
  towns: z.array(code),
  script: z.array(walkLineSchema),
})

export const suiteSchema: z.ZodType<Suite> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  id,
  item: id,
  title: texts.exactOptional(),
  walks: z.array(walkSchema),
})
