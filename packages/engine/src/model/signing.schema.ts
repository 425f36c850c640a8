import { arrowShape, oneEnd } from './arrow.schema.ts'
import type { Requirement } from './fault.ts'
import type { CountRow, OtherwiseRow, Share, Signing } from './step.ts'
import { code, count, form, id, positive, strict, z } from './strict.schema.ts'

const mostOne = { rule: 'at-most', bound: 1 } as const satisfies Requirement

const fraction = form('share').refine(isAtMostOne, { params: { required: mostOne } })

const shareSchema: z.ZodType<Share> = z.union([positive.max(1), fraction])

export const signingSchema: z.ZodType<Signing> = strict({
  rule: z.enum(['single', 'any', 'all', 'in-order', 'each', 'vote']),
  share: shareSchema.exactOptional(),
  quorum: shareSchema.exactOptional(),
  weights: z.record(code, positive).exactOptional(),
  count: count.exactOptional(),
  chair: code.exactOptional(),
  lead: z.int().min(0).exactOptional(),
})

const countRowSchema: z.ZodType<CountRow> = oneEnd(
  strict({
    count: z.union([id, z.array(id).min(1)]),
    atLeast: z.union([positive, z.literal('all'), fraction]),
    early: z.boolean().exactOptional(),
    ...arrowShape,
  }),
)

const otherwiseRowSchema: z.ZodType<OtherwiseRow> = oneEnd(
  strict({ otherwise: z.literal(true), ...arrowShape }),
)

export const parallelExitSchema: z.ZodType<CountRow | OtherwiseRow> = z.union([
  countRowSchema,
  otherwiseRowSchema,
])

function isAtMostOne(share: string): boolean {
  const [part = 0, whole = 0] = share.split('/').map(Number)
  return part <= whole
}
