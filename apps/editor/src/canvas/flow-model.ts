import type { Edge, Node } from '@xyflow/react'
import type { Box, Drawing, End } from '@yichuang/diagram'
import type { OutcomeClass, Stage, StepId } from '@yichuang/engine'
import type { BoxCaption } from '../reading/box-caption.ts'
import type { CardFace } from '../reading/card-face.ts'
import type { Faces } from './canvas-model.ts'

export type CardNode = Node<
  {
    readonly face: CardFace
    readonly isSelected: boolean
    readonly finding: CardFinding | null
    readonly target: Target
  },
  'card'
>
export type BoxNode = Node<
  {
    readonly box: Box
    readonly caption: BoxCaption
    readonly isSelected: boolean
    readonly target: Target
  },
  'box'
>
export type EndNode = Node<{ readonly text: string; readonly tone: EndTone }, 'end'>
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
  },
  'arrow'
>

/** The worst finding at a step, as its card shows it. */
export interface CardFinding {
  readonly severity: 'error' | 'warning' | 'info'
  readonly text: string
}

/** Whether a card may take the arrow that is being drawn. */
export type Target = 'none' | 'legal' | 'illegal'
export type EndTone = 'good' | 'bad' | 'off' | 'out' | 'neutral'

export interface FlowInput {
  readonly drawing: Drawing
  readonly faces: Faces
  readonly captionOf: (box: Box) => BoxCaption
  readonly selected: { readonly step: StepId; readonly exit?: string } | null
  readonly findings: ReadonlyMap<StepId, CardFinding>
  readonly targets: ReadonlySet<StepId> | null
  readonly dragging: { readonly id: string; readonly x: number; readonly y: number } | null
  readonly startLabel: string
}

const START_ID = 'start'

export function flowNodes(input: FlowInput): readonly FlowNode[] {
  const { drawing } = input
  const boxes = drawing.boxes.map((box) => boxNode(box, input))
  const cards = drawing.cards.map((card) => cardNode(card, input))
  const ends = drawing.ends.map(endNode)
  const start: StartNode = {
    id: START_ID,
    type: 'start',
    position: { x: drawing.start.x - 32, y: drawing.start.y - 16 },
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
    data: {
      box,
      caption: input.captionOf(box),
      isSelected: input.selected?.step === box.id && input.selected.exit === undefined,
      target: targetOf(box.id, input),
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
    data: {
      face: face ?? EMPTY_FACE,
      isSelected: input.selected?.step === card.id && input.selected.exit === undefined,
      finding: input.findings.get(card.id) ?? null,
      target: targetOf(card.id, input),
    },
    zIndex: isDragged ? 10 : 2,
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

function targetOf(id: string, { targets }: FlowInput): Target {
  if (!targets) return 'none'
  return targets.has(id) ? 'legal' : 'illegal'
}

function endNode(end: End): EndNode {
  return {
    id: end.id,
    type: 'end',
    position: { x: end.x, y: end.y },
    width: end.width,
    height: end.height,
    data: { text: end.text, tone: end.class ? toneOf(end.class) : 'neutral' },
    draggable: false,
    selectable: false,
    zIndex: 2,
  }
}

function toneOf(outcome: OutcomeClass): EndTone {
  switch (outcome) {
    case 'granted':
    case 'confirmed':
    case 'registered':
    case 'completed':
    case 'filed':
      return 'good'
    case 'refused':
    case 'not-accepted':
    case 'revoked':
      return 'bad'
    case 'withdrawn':
      return 'out'
    case 'lapsed':
    case 'terminated':
    case 'cancelled':
      return 'off'
    case 'not-required':
    case 'transferred':
    case 'no-penalty':
      return 'neutral'
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
      },
      zIndex: 1,
    }
  })
}

/** Whether a point lies on the ground of a box, which covers that of the band. */
function isInBox(at: { readonly x: number; readonly y: number }, { boxes }: Drawing): boolean {
  return boxes.some(
    ({ kind, x, y, width, height }) =>
      kind !== 'stage' && at.x > x && at.x < x + width && at.y > y && at.y < y + height,
  )
}
