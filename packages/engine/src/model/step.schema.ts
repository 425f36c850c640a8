import {
  actionSchema,
  answerSchema,
  arrowSchema,
  arrowShape,
  oneEnd,
  phaseActionSchema,
} from './arrow.schema.ts'
import { clockSchema, limitSchema, stopsSchema } from './limit.schema.ts'
import { operatorsSchema } from './operators.schema.ts'
import { parallelExitSchema, signingSchema } from './signing.schema.ts'
import type {
  Awaited,
  Branch,
  Call,
  DataRights,
  Decision,
  DecisionRow,
  Parallel,
  Phase,
  ReturnPolicy,
  Service,
  Side,
  Stage,
  Step,
  Task,
  Wait,
} from './step.ts'
import {
  code,
  count,
  demand,
  evidence,
  feel,
  fieldId,
  form,
  id,
  sets,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'
import { partySchema, whoSchema } from './who.schema.ts'

type Kind<T> = z.ZodType<T> & z.core.$ZodTypeDiscriminable

export const stageSchema: z.ZodType<Stage> = z.enum([
  'apply',
  'acceptance',
  'review',
  'decision',
  'issue',
  'after-care',
])

const head = { stage: stageSchema.exactOptional(), title: texts.exactOptional() } as const

const tail = {
  basis: text.exactOptional(),
  notes: texts.exactOptional(),
  evidence: evidence.exactOptional(),
} as const

const time = { limit: limitSchema.exactOptional(), stops: stopsSchema.exactOptional() } as const

const passing = { when: feel.exactOptional(), skip: id.exactOptional() } as const

const fieldIds = z.array(fieldId)

const dataSchema: z.ZodType<DataRights> = strict({
  read: fieldIds.exactOptional(),
  edit: fieldIds.exactOptional(),
  need: fieldIds.exactOptional(),
})

export const returnPolicySchema: z.ZodType<ReturnPolicy> = strict({
  targets: z.enum(['none', 'previous', 'first', 'chosen']).exactOptional(),
  then: z.array(z.enum(['again', 'straight-back'])).exactOptional(),
  siblings: z.enum(['cancel', 'keep', 'affected']).exactOptional(),
  max: count.exactOptional(),
})

const actionId = form('action-id')

const taskSchema: Kind<Task> = strict({
  kind: z.literal('task'),
  ...head,
  by: z.union([whoSchema, z.array(whoSchema).min(1)]),
  signing: signingSchema.exactOptional(),
  persons: count.exactOptional(),
  separateFrom: z.array(id).exactOptional(),
  samePersonAs: id.exactOptional(),
  ...passing,
  data: dataSchema.exactOptional(),
  materials: z.array(text).exactOptional(),
  documents: z.array(text).exactOptional(),
  ...time,
  returns: returnPolicySchema.exactOptional(),
  operators: operatorsSchema.exactOptional(),
  actions: z.record(actionId, actionSchema),
  ...tail,
})

const awaitedSchema: z.ZodType<Awaited> = z.union([
  strict({ party: partySchema }),
  strict({ body: code }),
  strict({ date: z.literal(true) }),
  strict({ message: text }),
])

const waitSchema: Kind<Wait> = strict({
  kind: z.literal('wait'),
  ...head,
  for: awaitedSchema,
  ...passing,
  data: dataSchema.exactOptional(),
  documents: z.array(text).exactOptional(),
  ...time,
  answers: z.record(form('answer-id'), answerSchema),
  ...tail,
})

const serviceSchema: Kind<Service> = strict({
  kind: z.literal('service'),
  ...head,
  operation: id,
  ...passing,
  ...time,
  exits: z.record(id, arrowSchema),
  ...tail,
})

const callSchema: Kind<Call> = strict({
  kind: z.literal('call'),
  ...head,
  workflow: id,
  phase: id.exactOptional(),
  each: fieldId.exactOptional(),
  until: z.enum(['finished', 'closed', 'opened']).exactOptional(),
  onLeave: z.enum(['withdraw', 'leave']).exactOptional(),
  ...passing,
  pass: sets.exactOptional(),
  ...time,
  exits: z.record(id, arrowSchema),
  ...tail,
})

const rowSchema: z.ZodType<DecisionRow> = oneEnd(strict({ when: feel, ...arrowShape }))

const decisionSchema: Kind<Decision> = strict({
  kind: z.literal('decision'),
  ...head,
  rows: z.array(rowSchema).min(1).exactOptional(),
  table: id.exactOptional(),
  exits: z.record(id, arrowSchema).exactOptional(),
  otherwise: arrowSchema,
  ...tail,
})

const stepsSchema: z.ZodType<Readonly<Record<string, Step>>> = z.lazy(() =>
  z.record(id, stepSchema),
)

const sideSchema: z.ZodType<Side> = strict({
  title: texts.exactOptional(),
  opens: z.union([strict({ when: feel }), strict({ by: whoSchema, max: count.exactOptional() })]),
  start: id,
  steps: stepsSchema,
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})

const phaseSchema: Kind<Phase> = strict({
  kind: z.literal('phase'),
  ...head,
  clocks: z.record(id, clockSchema).exactOptional(),
  stops: stopsSchema.exactOptional(),
  actions: z.record(actionId, phaseActionSchema).exactOptional(),
  sides: z.record(id, sideSchema).exactOptional(),
  start: id,
  steps: stepsSchema,
  exits: z.record(id, arrowSchema),
  ...tail,
})

const branchSchema: z.ZodType<Branch> = strict({
  title: texts.exactOptional(),
  when: feel.exactOptional(),
  start: id,
  steps: stepsSchema,
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})

const parallelSchema: Kind<Parallel> = strict({
  kind: z.literal('parallel'),
  ...head,
  branches: z.record(id, branchSchema),
  exits: z.array(parallelExitSchema).min(1),
  ...tail,
})

const anyStep: z.ZodType<Step> = z.discriminatedUnion('kind', [
  taskSchema,
  waitSchema,
  serviceSchema,
  callSchema,
  decisionSchema,
  phaseSchema,
  parallelSchema,
])

/** A decision decides by its own rows or by a table, never by both. */
export const stepSchema: z.ZodType<Step> = demand(
  demand(
    anyStep,
    { rule: 'not-both', keys: ['rows', 'table'] },
    [],
    (step) => step.kind !== 'decision' || step.rows === undefined || step.table === undefined,
  ),
  { rule: 'one-needed', keys: ['rows', 'table'] },
  [],
  (step) => step.kind !== 'decision' || step.rows !== undefined || step.table !== undefined,
)
