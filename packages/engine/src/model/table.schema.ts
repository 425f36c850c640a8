import {
  evidence,
  feel,
  form,
  formatOne,
  id,
  schemaId,
  strict,
  text,
  texts,
  z,
} from './strict.schema.ts'
import type { DecisionTable, TableInput, TableOutput, TableRule } from './table.ts'

const inputSchema: z.ZodType<TableInput> = strict({
  expression: feel,
  label: texts.exactOptional(),
})

// An output may be a field of the workflow, or `exit`, `duty`, `post`: one word either way.
const outputId = form('field-id')

const outputSchema: z.ZodType<TableOutput> = strict({
  id: outputId,
  type: z.enum(['boolean', 'number', 'money', 'date', 'text', 'choice']),
  of: z.array(text).min(1).exactOptional(),
  label: texts.exactOptional(),
})

const ruleSchema: z.ZodType<TableRule> = strict({
  id: text.exactOptional(),
  when: z.array(z.string()),
  then: z.array(z.string()),
  note: texts.exactOptional(),
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})

const shape: z.ZodType<DecisionTable> = strict({
  $schema: schemaId.exactOptional(),
  format: formatOne,
  id,
  title: texts,
  hitPolicy: z.enum([
    'unique',
    'any',
    'priority',
    'first',
    'collect',
    'rule-order',
    'output-order',
  ]),
  aggregation: z.enum(['sum', 'min', 'max', 'count']).exactOptional(),
  inputs: z.array(inputSchema),
  outputs: z.array(outputSchema).min(1),
  rules: z.array(ruleSchema),
})

/** Every rule has one cell for each input and each output. */
export const tableSchema: z.ZodType<DecisionTable> = shape.superRefine((table, context) => {
  for (const [index, rule] of table.rules.entries()) {
    const cells = [
      { key: 'when', found: rule.when.length, bound: table.inputs.length },
      { key: 'then', found: rule.then.length, bound: table.outputs.length },
    ]
    for (const { key, found, bound } of cells) {
      if (found === bound) continue
      const rule = found < bound ? 'size-at-least' : 'size-at-most'
      const params = { required: { rule, bound } }
      context.addIssue({ code: 'custom', path: ['rules', index, key], params })
    }
  }
})
