import { actionSchema, answerSchema, arrowSchema, phaseActionSchema } from './arrow.schema.ts'
import { fieldSchema } from './field.schema.ts'
import { FILE_SCHEMAS } from './file.schema.ts'
import { clockSchema, limitSchema, stopsSchema } from './limit.schema.ts'
import type { FileKind } from './migrations.ts'
import { renderJson } from './render-json.ts'
import { schemaIdOf } from './schema-id.ts'
import { parallelExitSchema, signingSchema } from './signing.schema.ts'
import { returnPolicySchema, stageSchema, stepSchema } from './step.schema.ts'
import { code, date, evidence, fieldId, hash, id, sets, texts, z } from './strict.schema.ts'
import { whoSchema } from './who.schema.ts'

/** Shapes that stand once under `$defs`, by their name there. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  id,
  code,
  fieldId,
  date,
  hash,
  texts,
  evidence,
  sets,
  who: whoSchema,
  field: fieldSchema,
  limit: limitSchema,
  stops: stopsSchema,
  clock: clockSchema,
  arrow: arrowSchema,
  action: actionSchema,
  answer: answerSchema,
  phaseAction: phaseActionSchema,
  signing: signingSchema,
  parallelExit: parallelExitSchema,
  stage: stageSchema,
  returnPolicy: returnPolicySchema,
  step: stepSchema,
}

/** The published JSON Schema (draft 2020-12) of a kind of file, as text. */
export function jsonSchemaText(kind: FileKind): string {
  const metadata = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries(NAMED)) metadata.add(schema, { id: name })
  const { $schema, ...schema } = z.toJSONSchema(FILE_SCHEMAS[kind], { metadata })
  return renderJson({ $schema, $id: schemaIdOf(kind), title: kind, ...schema })
}
