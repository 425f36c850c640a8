import type { OutcomeClass, Stage, StepKind, Texts } from '@yichuang/engine'
import type { Point, Rect } from './geometry.ts'

/** A horizontal strip of the page: one root phase, or root steps of one stage that follow each other. */
export interface Band extends Rect {
  /** Id of the root phase, or of the first root step; `phase/stage` where its main line enters a later stage. */
  readonly id: string
  readonly stage?: Stage
  readonly title?: Texts
}

export interface Card extends Rect {
  /** Step id. A parallel or phase that is folded is a card too. */
  readonly id: string
  readonly kind: StepKind
  readonly block: string
  readonly stage?: Stage
}

export type BoxKind = 'stage' | 'phase' | 'parallel' | 'branch' | 'side'

export interface Box extends Rect {
  /** Step id of a phase or parallel; `owner.branch`, `owner.side` for branches and sides. */
  readonly id: string
  /** `stage`: a root phase inside its band; it needs a frame only when it has actions or sides. */
  readonly kind: BoxKind
  readonly block: string
  readonly stage?: Stage
  readonly title?: Texts
  /** Height of the strip at the top that is kept free for the title or caption. */
  readonly header: number
}

export interface End extends Rect {
  /** `block/result`; at the root the outcome id, or `closed`. A repeated pill adds `#2`, `#3` … */
  readonly id: string
  readonly block: string
  readonly result: string
  readonly outcome?: string
  readonly class?: OutcomeClass
  readonly text: string
}

export type ArrowKind = 'forward' | 'return' | 'cancel' | 'result'

export interface ArrowRoute {
  /** `from/exit`, with the first exit when several are drawn as one. */
  readonly id: string
  /** Step id, box id, or `start`. */
  readonly from: string
  readonly to: string
  /** The actions, answers, rows or results that go this way; row numbers for decisions and parallels. */
  readonly exits: readonly string[]
  readonly kind: ArrowKind
  /** Corner points; neighbours differ in x or in y, never in both. */
  readonly points: readonly Point[]
  /** Empty when the step has no other exit. */
  readonly label: string
  /** Middle of the label; absent when there is no label. */
  readonly labelAt?: Point
  readonly labelWidth: number
  /** Where this arrow crosses one that was drawn before it. */
  readonly crossings: readonly Point[]
}

/** Everything that a renderer needs; px, origin at the upper left corner of the page. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly boxes: readonly Box[]
  readonly cards: readonly Card[]
  readonly ends: readonly End[]
  /** Middle of the pill from which the first arrow leaves. */
  readonly start: Point
  readonly arrows: readonly ArrowRoute[]
}
