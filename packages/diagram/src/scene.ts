import type { OutcomeClass, Stage, StepKind, Texts } from '@yichuang/engine'
import type { ArrowKind, BoxKind } from './drawing.ts'
import type { Point, Rect, Size } from './geometry.ts'

/** A block that was laid out by itself and now stands inside a box, `at` from the box's corner. */
export interface Inset {
  readonly scene: Scene
  readonly at: Point
}

export interface CardFace {
  readonly is: 'card'
  readonly kind: StepKind
  readonly stage?: Stage
}

export interface BoxFace {
  readonly is: 'box'
  readonly kind: BoxKind
  readonly stage?: Stage
  readonly title?: Texts
  readonly header: number
  readonly insets: readonly Inset[]
  /** Branch frames of a parallel, measured from the box's corner. */
  readonly frames: readonly Frame[]
}

export interface Frame extends Rect {
  readonly id: string
  readonly kind: BoxKind
  readonly header: number
  readonly title?: Texts
  readonly stage?: Stage
}

export interface EndFace {
  readonly is: 'end'
  readonly result: string
  readonly text: string
  readonly outcome?: string
  readonly class?: OutcomeClass
}

export interface StartFace {
  readonly is: 'start'
}

export type Face = CardFace | BoxFace | EndFace | StartFace

/** One thing of a block that arrows may join: a card, a box (opaque from outside), a pill. */
export interface Node extends Size {
  readonly id: string
  readonly block: string
  readonly face: Face
}

export interface Placed extends Node, Point {}

/** One arrow to be drawn; several exits with the same target are one. */
export interface Edge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly exits: readonly string[]
  readonly label: string
  readonly kind: ArrowKind
  /** An arrow that leaves the frame of a root phase starts here instead of at a node. */
  readonly leaves?: Point
}

export interface Route {
  readonly edge: Edge
  readonly points: readonly Point[]
  readonly labelAt?: Point
  readonly labelWidth: number
}

/** A block with positions: its upper left corner is the origin. */
export interface Scene extends Size {
  readonly nodes: readonly Placed[]
  readonly routes: readonly Route[]
  readonly strips: readonly Strip[]
}

/** A place inside a phase where the main line passes into a later stage, as the decision in a review. */
export interface Turn {
  readonly y: number
  readonly stage: Stage
}

/** A section of the root with its extent; becomes a band and, for a phase, a frame. */
export interface Strip {
  readonly id: string
  readonly stage?: Stage
  readonly title?: Texts
  readonly isPhase: boolean
  readonly band: Rect
  readonly frame: Rect
  readonly turns: readonly Turn[]
}
