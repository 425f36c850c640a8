import { fieldSchema } from './field.schema.ts'
import { operatorsSchema } from './operators.schema.ts'
import { returnPolicySchema, stageSchema, stepSchema } from './step.schema.ts'
import {
  code,
  evidence,
  fieldId,
  formatOne,
  id,
  schemaId,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'
import type { DocumentTemplate, Layout, Outcome, Policies, Workflow } from './workflow.ts'

const outcomeSchema: z.ZodType<Outcome> = strict({
  class: z.enum([
    'granted',
    'refused',
    'not-accepted',
    'not-required',
    'withdrawn',
    'lapsed',
    'terminated',
    'transferred',
    'filed',
    'confirmed',
    'registered',
    'completed',
    'no-penalty',
    'revoked',
    'cancelled',
  ]),
  title: texts.exactOptional(),
})

const documentSchema: z.ZodType<DocumentTemplate> = strict({
  title: texts,
  seal: code.exactOptional(),
  addressee: z.enum(['applicant', 'third-party', 'file', 'county', 'village']).exactOptional(),
  remedies: texts.exactOptional(),
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})

const passing = z.enum(['ask', 'escalate', 'skip'])

const policiesSchema: z.ZodType<Policies> = strict({
  emptySigner: z.enum(['hold', 'escalate', 'skip']).exactOptional(),
  sameAsApplicant: passing.exactOptional(),
  repeatedSigner: passing.exactOptional(),
  escalateTo: code.exactOptional(),
  separation: z.array(z.array(stageSchema).min(2)).exactOptional(),
  returns: returnPolicySchema.exactOptional(),
  operators: operatorsSchema.exactOptional(),
})

const layoutSchema: z.ZodType<Layout> = z.record(text, strict({ x: z.number(), y: z.number() }))

export const workflowSchema: z.ZodType<Workflow> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  id,
  title: texts,
  notes: texts.exactOptional(),
  fields: z.record(fieldId, fieldSchema),
  outcomes: z.record(id, outcomeSchema),
  documents: z.record(text, documentSchema).exactOptional(),
  policies: policiesSchema.exactOptional(),
  start: id,
  steps: z.record(id, stepSchema),
  layout: layoutSchema.exactOptional(),
})
