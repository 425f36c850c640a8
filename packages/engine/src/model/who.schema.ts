import { code, fieldId, id, strict, z } from './strict.schema.ts'
import type { Party, Who } from './who.ts'

export const partySchema: z.ZodType<Party> = z.enum(['applicant', 'agent', 'third-party'])

export const whoSchema: z.ZodType<Who> = z.union([
  strict({ duty: code, post: code.exactOptional() }),
  strict({ post: code }),
  strict({ party: partySchema }),
  strict({ body: code }),
  strict({ table: id }),
  strict({ field: fieldId }),
  strict({ same: id }),
])
