import type { Stage, Texts } from '@yichuang/engine'
import type { Edge, Node } from './scene.ts'

/** A stretch of the page with one main line: a root phase, a run of root steps, or a whole inner block. */
export interface Section {
  readonly id: string
  readonly stage?: Stage
  readonly title?: Texts
  readonly isPhase: boolean
  /** Steps, start first. */
  readonly steps: readonly Node[]
  /** Pills that stand beside the step which gives the result. */
  readonly ends: readonly Node[]
  /** Boxes of the procedures beside the main line. */
  readonly sides: readonly Node[]
  /** Pills to the right of the frame: results that cut the phase off. */
  readonly cutOffs: readonly Node[]
  /** Pills beside the box of a side, with the id of that box. */
  readonly sideEnds: readonly (readonly [string, Node])[]
  /** Root steps that run at the same height without being part of the phase, each with its pills. */
  readonly companions: readonly (readonly Node[])[]
}

/** A block before it has positions. */
export interface Plan {
  readonly sections: readonly Section[]
  readonly edges: readonly Edge[]
  /** Pills stand below instead of beside, because the block is a column of a parallel or a box. */
  readonly isNarrow: boolean
  readonly isRoot: boolean
}
