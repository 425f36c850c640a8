import type { OutcomeClass, Stage, Step, StepId, Texts } from '@yichuang/engine'
import { type Size, upTo } from './geometry.ts'
import type { LayoutOptions, Wording } from './options.ts'
import type { Node } from './scene.ts'
import { CARD, GRID, PILL_HEIGHT, PILL_PADDING } from './spacing.ts'

/** What the whole layout of one workflow shares. */
export interface Context {
  readonly wording: Wording
  readonly options: LayoutOptions
  readonly outcomes: Readonly<
    Record<string, { readonly class: OutcomeClass; readonly title?: Texts }>
  >
}

/** Where a block stands: its key and the stage that its steps inherit. */
export interface Place {
  readonly block: string
  readonly stage?: Stage
}

export const stageIn = (place: Place, step: Step): { readonly stage?: Stage } => {
  const stage = step.stage ?? place.stage
  return stage === undefined ? {} : { stage }
}

export const isCollapsed = (context: Context, id: StepId): boolean =>
  context.options.collapsed?.includes(id) ?? false

export function cardNode(
  context: Context,
  place: Place,
  [id, step]: readonly [StepId, Step],
): Node {
  const size: Size = context.options.cardSizes?.[id] ?? CARD
  const face = { is: 'card', kind: step.kind, ...stageIn(place, step) } as const
  return { id, block: place.block, width: size.width, height: size.height, face }
}

interface EndFacts {
  readonly id: string
  readonly result: string
  readonly outcome?: string
}

export function endNode(context: Context, block: string, { id, result, outcome }: EndFacts): Node {
  const declared = outcome === undefined ? undefined : context.outcomes[outcome]
  const text = context.wording.endText({
    id,
    result,
    ...(outcome !== undefined && { outcome }),
    ...(declared?.title && { title: declared.title }),
  })
  return {
    id,
    block,
    width: upTo(GRID, context.wording.measure(text) + PILL_PADDING),
    height: PILL_HEIGHT,
    face: {
      is: 'end',
      result,
      text,
      ...(outcome !== undefined && { outcome }),
      ...(declared && { class: declared.class }),
    },
  }
}
