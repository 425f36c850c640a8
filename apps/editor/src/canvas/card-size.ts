import type { CardFace } from '../reading/card-face.ts'

type Measure = (text: string, size: 12 | 14, weight: 400 | 600) => number

const LEAST = 208
const MOST = 360
const SIDES = 26
const GLYPH = 23
const GAP = 6
const GRID = 8
const LOW = 68
const TALL = 84
const LINE = 26

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
  const lines = Math.max(...faces.map((face) => linesOf(parts(face, measure), width - SIDES)))
  return { width, height: (isTall ? TALL : LOW) + (lines - 1) * LINE }
}

/** Whether the doors of a card of this height stand in more than one line. */
export function isWrapped(height: number): boolean {
  return height >= LOW + LINE
}

/** How many lines the parts fill, none of them broken. */
function linesOf(widths: readonly number[], room: number): number {
  let lines = 1
  let filled = 0
  for (const width of widths) {
    if (filled > 0 && filled + width > room) {
      lines += 1
      filled = 0
    }
    filled += width + GAP
  }
  return lines
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
  return parts(face, measure).reduce((sum, part) => sum + part + GAP, 0)
}

/** The widths of what stands under the title: doors, posts, words and chips. */
function parts(face: CardFace, measure: Measure): readonly number[] {
  const plates = face.plates.map(
    ({ left, right }) =>
      (left === null ? 0 : measure(left, 12, 400) + 11) + measure(right, 12, 400) + 15,
  )
  const chips = face.chips.map((chip) => measure(chip, 12, 400) + 12)
  const stops = face.stops.map((stop) => measure(stop, 12, 400) + 28)
  const words = [face.post, face.note].flatMap((text) =>
    text === null ? [] : [measure(text, 12, 400)],
  )
  return [...plates, ...words, ...chips, ...stops]
}
