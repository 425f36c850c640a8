import { OPERATOR_NAMES } from './operator-names.ts'
import type { OperatorRule, OperatorRules } from './operator-rules.ts'
import { KEY_SEPARATOR, strict, z } from './strict.schema.ts'
import { whoSchema } from './who.schema.ts'

const ruleSchema: z.ZodType<OperatorRule> = z.union([
  z.literal(false),
  strict({ by: z.union([whoSchema, z.array(whoSchema).min(1)]) }),
])

export const operatorsSchema: z.ZodType<OperatorRules> = z.partialRecord(
  z.enum(OPERATOR_NAMES),
  ruleSchema,
  { error: () => OPERATOR_NAMES.join(KEY_SEPARATOR) },
)
