import type { CardFace } from '../reading/card-face.ts'

type Measure = (text: string, size: 12 | 14, weight: 400 | 600) => number

const LEAST = 208
const MOST = 360
const SIDES = 26
const GLYPH = 23
const GAP = 6
const GRID = 8

export interface CardSize {
  readonly width: number
  readonly height: number
}

/**
 * The size at which a card's words stand in every town and language, so that no switch of town or
 * language moves a card. A title that needs two lines makes the card higher.
 */
export function cardSize(faces: readonly CardFace[], measure: Measure): CardSize {
  const needed = Math.max(...faces.map((face) => SIDES + lineWidths(face, measure)), LEAST)
  const width = Math.min(MOST, Math.ceil(needed / GRID) * GRID)
  const isTall = faces.some((face) => SIDES + titleLine(face, measure) > width)
  return { width, height: isTall ? 84 : 68 }
}

function lineWidths(face: CardFace, measure: Measure): number {
  return Math.max(titleLine(face, measure), secondLine(face, measure))
}

function titleLine(face: CardFace, measure: Measure): number {
  const limit = face.limit
  const words = limit ? measure(limit.words, 12, 400) + 12 : 0
  const figure = limit?.figure ? measure(limit.figure, 14, 600) + 4 : 0
  const point = face.kind === 'decision' ? 26 : 0
  return GLYPH + measure(face.title, 14, 600) + words + figure + point
}

function secondLine(face: CardFace, measure: Measure): number {
  const plates = face.plates.map(
    ({ left, right }) =>
      (left === null ? 0 : measure(left, 12, 400) + 11) + measure(right, 12, 400) + 15,
  )
  const chips = face.chips.map((chip) => measure(chip, 12, 400) + 12)
  const stops = face.stops.map((stop) => measure(stop, 12, 400) + 28)
  const words = [face.post, face.note].flatMap((text) =>
    text === null ? [] : [measure(text, 12, 400)],
  )
  const parts = [...plates, ...words, ...chips, ...stops]
  return parts.reduce((sum, part) => sum + part + GAP, 0)
}
