import type { Action, Answer, Arrow, PhaseAction } from './arrow.ts'
import type { Evidence } from './evidence.ts'
import { count, demand, evidence, feel, id, sets, strict, text, texts, z } from './strict.schema.ts'
import type { Texts } from './texts.ts'
import { whoSchema } from './who.schema.ts'

type Optional<T> = z.ZodExactOptional<z.ZodType<T>>

interface ArrowShape {
  readonly title: Optional<Texts>
  readonly to: Optional<string>
  readonly result: Optional<string>
  readonly sets: Optional<Readonly<Record<string, string>>>
  readonly documents: Optional<readonly string[]>
  readonly outcome: Optional<string>
  readonly basis: Optional<string>
  readonly evidence: Optional<Evidence>
}

/** Keys of every arrow; kinds of arrows put their own keys before them. */
export const arrowShape: ArrowShape = {
  title: texts.exactOptional(),
  to: id.exactOptional(),
  result: id.exactOptional(),
  sets: sets.exactOptional(),
  documents: z.array(text).exactOptional(),
  outcome: id.exactOptional(),
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
}

/** Refuses an arrow that leads to a step and gives a result at once. */
export function oneEnd<T extends Arrow>(schema: z.ZodType<T>): z.ZodType<T> {
  const required = { rule: 'not-both', keys: ['to', 'result'] } as const
  return demand(schema, required, [], (arrow) => {
    return arrow.to === undefined || arrow.result === undefined
  })
}

const opinion = z.enum(['none', 'optional', 'required'])

const actionShape = {
  title: arrowShape.title,
  counts: z.enum(['for', 'against']).exactOptional(),
  to: arrowShape.to,
  result: arrowShape.result,
  when: feel.exactOptional(),
  opinion: opinion.exactOptional(),
  max: count.exactOptional(),
  sets: arrowShape.sets,
  documents: arrowShape.documents,
  outcome: arrowShape.outcome,
  basis: arrowShape.basis,
  evidence: arrowShape.evidence,
} as const

export const arrowSchema: z.ZodType<Arrow> = oneEnd(strict(arrowShape))

export const actionSchema: z.ZodType<Action> = oneEnd(strict(actionShape))

export const answerSchema: z.ZodType<Answer> = oneEnd(
  strict({ by: whoSchema.exactOptional(), ...actionShape }),
)

export const phaseActionSchema: z.ZodType<PhaseAction> = strict({
  title: texts.exactOptional(),
  by: whoSchema,
  result: id,
  opinion: opinion.exactOptional(),
  when: feel.exactOptional(),
  documents: z.array(text).exactOptional(),
  basis: text.exactOptional(),
  evidence: evidence.exactOptional(),
})
