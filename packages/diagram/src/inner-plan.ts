import type { Step, StepId } from '@yichuang/engine'
import { edgesOf, type Target } from './edges.ts'
import { type Exit, exitsOf } from './exits.ts'
import { type Context, endNode, type Place } from './nodes.ts'
import type { Node } from './scene.ts'
import type { Plan } from './section.ts'

export interface InnerBlock {
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
}

export interface Manner {
  /** Pills stand below the last row: a column of a joint review, a procedure beside the main line. */
  readonly isNarrow: boolean
  readonly sides: readonly Node[]
}

/** Start first, the others in written order. */
export function startFirst<T>(
  start: StepId,
  entries: readonly (readonly [StepId, T])[],
): readonly (readonly [StepId, T])[] {
  return [...entries.filter(([id]) => id === start), ...entries.filter(([id]) => id !== start)]
}

/**
 * The plan of a branch, a side or a nested phase. A branch or side of one step says its results on the
 * card already, so it has no pills.
 */
export function planInner(
  context: Context,
  place: Place,
  block: InnerBlock,
  nodeOf: (entry: readonly [StepId, Step]) => Node,
  manner: Manner,
): Plan {
  const entries = startFirst(block.start, Object.entries(block.steps))
  const ends = new Map<string, Node>()
  const targetOf = (exit: Exit): Target => {
    if (exit.to !== undefined) return { id: exit.to }
    const result = exit.result ?? ''
    const end =
      ends.get(result) ?? endNode(context, place.block, { id: `${place.block}/${result}`, result })
    ends.set(result, end)
    return { id: end.id, pill: end.face.is === 'end' ? end.face.text : result }
  }
  const edges = entries.flatMap(([step, it]) =>
    edgesOf({ step, exits: exitsOf(it), targetOf, wording: context.wording }),
  )
  const isSingle = entries.length === 1
  const section = {
    id: place.block,
    isPhase: false,
    steps: entries.map(nodeOf),
    ends: isSingle ? [] : [...ends.values()],
    sides: manner.sides,
    cutOffs: [],
    sideEnds: [],
    companions: [],
  }
  return {
    sections: [section],
    edges: isSingle ? edges.filter((edge) => edge.to === edge.from) : edges,
    isNarrow: manner.isNarrow,
    isRoot: false,
  }
}
