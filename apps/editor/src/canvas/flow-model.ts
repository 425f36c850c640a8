import type { Edge, Node } from '@xyflow/react'
import type { Box, Drawing, End } from '@yichuang/diagram'
import type { Stage, StepId } from '@yichuang/engine'
import type { BoxCaption } from '../reading/box-caption.ts'
import type { CardFace } from '../reading/card-face.ts'
import type { StepMark, WalkMarks } from '../walk/walk-marks.ts'
import type { Faces } from './canvas-model.ts'
import { type EndTone, toneOf } from './end-tone.ts'

export type CardNode = Node<
  {
    readonly face: CardFace
    readonly isSelected: boolean
    readonly finding: CardFinding | null
    readonly target: Target
    readonly mark: StepMark | null
  },
  'card'
>
export type BoxNode = Node<
  {
    readonly box: Box
    readonly caption: BoxCaption
    readonly isSelected: boolean
    readonly target: Target
    readonly mark: StepMark | null
  },
  'box'
>
export type EndNode = Node<
  { readonly text: string; readonly tone: EndTone; readonly isPassedBy: boolean },
  'end'
>
export type StartNode = Node<{ readonly label: string }, 'start'>
export type FlowNode = CardNode | BoxNode | EndNode | StartNode

export type ArrowEdge = Edge<
  {
    readonly points: Drawing['arrows'][number]['points']
    readonly crossings: Drawing['arrows'][number]['crossings']
    readonly kind: Drawing['arrows'][number]['kind']
    readonly label: string
    readonly labelAt: { readonly x: number; readonly y: number } | undefined
    readonly isSelected: boolean
    readonly isNearSelection: boolean
    readonly isLoose: boolean
    readonly stage: Stage | undefined
    readonly isInBox: boolean
    readonly step: StepId
    readonly exit: string
    readonly trail: Trail
  },
  'arrow'
>

/** The worst finding at a step, as its card shows it. */
export interface CardFinding {
  readonly severity: 'error' | 'warning' | 'info'
  readonly text: string
}

/** What a walk makes of an arrow; `turn` is its place in the way of the token, which `move` starts. */
export type Trail = {
  readonly isTravelled: boolean
  readonly turn: number | null
  readonly move: string
} | null

/** Whether a card may take the arrow that is being drawn. */
export type Target = 'none' | 'legal' | 'illegal'

export interface FlowInput {
  readonly drawing: Drawing
  readonly faces: Faces
  readonly captionOf: (box: Box) => BoxCaption
  readonly selected: { readonly step: StepId; readonly exit?: string } | null
  readonly findings: ReadonlyMap<StepId, CardFinding>
  readonly targets: ReadonlySet<StepId> | null
  readonly dragging: { readonly id: string; readonly x: number; readonly y: number } | null
  readonly startLabel: string
  /** What a card, a box and an end are called when they are read out, and an arrow. */
  readonly roles: Readonly<Record<'step' | 'box' | 'end' | 'arrow', string>>
  readonly marks: WalkMarks | null
}

const START_ID = 'start'

export function flowNodes(input: FlowInput): readonly FlowNode[] {
  const { drawing } = input
  const boxes = drawing.boxes.map((box) => boxNode(box, input))
  const cards = drawing.cards.map((card) => cardNode(card, input))
  const reached = endsReached(input)
  const ends = drawing.ends.map((end) => endNode(end, reached, input))
  const start: StartNode = {
    id: START_ID,
    type: 'start',
    position: { x: drawing.start.x - 32, y: drawing.start.y - 16 },
    ...readOutAs(input.roles.end, input.startLabel),
    data: { label: input.startLabel },
    draggable: false,
    selectable: false,
    zIndex: 2,
  }
  return [...boxes, ...cards, ...ends, start]
}

function boxNode(box: Box, input: FlowInput): BoxNode {
  return {
    id: box.id,
    type: 'box',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    ...readOutAs(input.roles.box, input.captionOf(box).title),
    data: {
      box,
      caption: input.captionOf(box),
      isSelected: input.selected?.step === box.id && input.selected.exit === undefined,
      target: targetOf(box.id, input),
      mark: markOf(box.id, input),
    },
    draggable: false,
    zIndex: 0,
  }
}

function cardNode(card: Drawing['cards'][number], input: FlowInput): CardNode {
  const { dragging } = input
  const face = input.faces.get(card.id)
  const isDragged = dragging?.id === card.id
  return {
    id: card.id,
    type: 'card',
    position: isDragged ? { x: dragging.x, y: dragging.y } : { x: card.x, y: card.y },
    width: card.width,
    height: card.height,
    ...readOutAs(input.roles.step, face?.title),
    data: {
      face: face ?? EMPTY_FACE,
      isSelected: input.selected?.step === card.id && input.selected.exit === undefined,
      finding: input.findings.get(card.id) ?? null,
      target: targetOf(card.id, input),
      mark: markOf(card.id, input),
    },
    zIndex: isDragged ? 10 : 2,
  }
}

/** Roles in the words of the page: without them the drawing is read out in English. */
function readOutAs(role: string, name: string | undefined) {
  return {
    ariaRole: 'group' as const,
    ...(name !== undefined && { ariaLabel: name }),
    domAttributes: { 'aria-roledescription': role },
  }
}

const EMPTY_FACE: CardFace = {
  kind: 'task',
  stage: undefined,
  title: '',
  limit: null,
  plates: [],
  post: null,
  note: null,
  chips: [],
  stops: [],
  isGap: false,
  isUnfinished: false,
}

const LATER: StepMark = { state: 'later', badge: null }

function markOf(id: string, { marks }: FlowInput): StepMark | null {
  return marks ? (marks.steps.get(id) ?? LATER) : null
}

/** The ends to which a travelled arrow leads; null while nobody walks a case. */
function endsReached({ drawing, marks }: FlowInput): ReadonlySet<string> | null {
  if (!marks) return null
  return new Set(drawing.arrows.filter((arrow) => isTravelled(arrow, marks)).map(({ to }) => to))
}

function isTravelled(
  { from, exits }: Drawing['arrows'][number],
  { travelled }: WalkMarks,
): boolean {
  return from === START_ID || exits.some((exit) => travelled.has(`${from}/${exit}`))
}

function trailOf(arrow: Drawing['arrows'][number], marks: WalkMarks | null): Trail {
  if (!marks) return null
  const ways = arrow.exits.map((exit) => `${arrow.from}/${exit}`)
  const turn = marks.latest.findIndex((way) => ways.includes(way))
  return {
    isTravelled: isTravelled(arrow, marks),
    turn: turn < 0 ? null : turn,
    move: marks.move,
  }
}

function targetOf(id: string, { targets }: FlowInput): Target {
  if (!targets) return 'none'
  return targets.has(id) ? 'legal' : 'illegal'
}

function endNode(end: End, reached: ReadonlySet<string> | null, input: FlowInput): EndNode {
  return {
    id: end.id,
    type: 'end',
    position: { x: end.x, y: end.y },
    width: end.width,
    height: end.height,
    ...readOutAs(input.roles.end, end.text),
    data: {
      text: end.text,
      tone: end.class ? toneOf(end.class) : 'neutral',
      isPassedBy: reached !== null && !reached.has(end.id),
    },
    draggable: false,
    selectable: false,
    zIndex: 2,
  }
}

export function flowEdges(input: FlowInput): readonly ArrowEdge[] {
  const { drawing, selected, dragging } = input
  return drawing.arrows.map((arrow): ArrowEdge => {
    const exit = arrow.exits[0] ?? ''
    const isFrom = selected?.step === arrow.from
    const isSelected = isFrom && selected.exit !== undefined && arrow.exits.includes(selected.exit)
    return {
      id: arrow.id,
      type: 'arrow',
      source: arrow.from,
      target: arrow.to,
      sourceHandle: 'out',
      targetHandle: 'in',
      ariaLabel: arrowName(arrow, input),
      domAttributes: { 'aria-roledescription': input.roles.arrow },
      data: {
        points: arrow.points,
        crossings: arrow.crossings,
        kind: arrow.kind,
        label: arrow.label,
        labelAt: arrow.labelAt,
        isSelected,
        isNearSelection: isFrom || selected?.step === arrow.to,
        isLoose: dragging !== null && (dragging.id === arrow.from || dragging.id === arrow.to),
        stage: input.faces.get(arrow.from)?.stage,
        isInBox: arrow.labelAt !== undefined && isInBox(arrow.labelAt, drawing),
        step: arrow.from,
        exit,
        trail: trailOf(arrow, input.marks),
      },
      zIndex: 1,
    }
  })
}

/** An arrow as it is read out: `from → to`. */
function arrowName({ from, to }: Drawing['arrows'][number], input: FlowInput): string {
  const { drawing, faces, startLabel } = input
  const named = (id: string) =>
    faces.get(id)?.title ??
    drawing.ends.find((end) => end.id === id)?.text ??
    (id === START_ID ? startLabel : '')
  return `${named(from)} → ${named(to)}`
}

/** Whether a point lies on the ground of a box, which covers that of the band. */
function isInBox(at: { readonly x: number; readonly y: number }, { boxes }: Drawing): boolean {
  return boxes.some(
    ({ kind, x, y, width, height }) =>
      kind !== 'stage' && at.x > x && at.x < x + width && at.y > y && at.y < y + height,
  )
}
