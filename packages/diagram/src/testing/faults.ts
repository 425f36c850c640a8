import type { ArrowRoute, Box, Drawing } from '../drawing.ts'
import { around, holds, isNear, type Point, type Rect, segmentsOf, spanOf } from '../geometry.ts'
import { groupBy } from '../group.ts'
import { labelRect } from '../label-rect.ts'

interface Named extends Rect {
  readonly id: string
  readonly block: string
}

const things = (drawing: Drawing): readonly Named[] => [...drawing.cards, ...drawing.ends]

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const))
}

/** Cards, pills and boxes that come nearer to each other than branches may. */
export function overlaps(drawing: Drawing): readonly string[] {
  return pairs(things(drawing)).flatMap(([one, other]) =>
    isNear(one, other, 12) ? [`${one.id} × ${other.id}`] : [],
  )
}

/** Ids that more than one card, pill, box or arrow has. */
export function doubles(drawing: Drawing): readonly string[] {
  const ids = [...things(drawing), ...drawing.boxes].map((thing) => thing.id)
  const arrows = drawing.arrows.map((arrow) => arrow.id)
  return [ids, arrows].flatMap((list) => list.filter((id, index) => list.indexOf(id) !== index))
}

/** Inner boxes that overlap without one holding the other. */
export function tangledBoxes(drawing: Drawing): readonly string[] {
  const boxes = drawing.boxes.filter((box) => box.kind !== 'stage')
  return pairs(boxes).flatMap(([a, b]) =>
    isNear(a, b) && !holds(a, b) && !holds(b, a) ? [`${a.id} × ${b.id}`] : [],
  )
}

/** Cards and pills outside the box of their block, or outside every band. */
export function strays(drawing: Drawing): readonly string[] {
  const boxes = new Map<string, Box>(drawing.boxes.map((box) => [box.id, box]))
  const cut = new Set(
    drawing.arrows.filter((arrow) => arrow.kind === 'cancel').map((arrow) => arrow.to),
  )
  const bands = [...groupBy(drawing.bands, (band) => band.id.split('/')[0])].map(([, parts]) =>
    around(parts),
  )
  return things(drawing).flatMap((thing) => {
    const box = boxes.get(thing.block)
    const isHome = box === undefined || cut.has(thing.id) || holds(box, thing)
    const isBanded = bands.some((band) => holds(band, thing))
    return isHome && isBanded ? [] : [thing.id]
  })
}

/** Arrows with a slanted segment, or with an end that is not on the border of what it joins. */
export function looseArrows(drawing: Drawing): readonly string[] {
  const rects = new Map<string, Rect>(
    [...drawing.boxes, ...things(drawing)].map((it) => [it.id, it]),
  )
  rects.set('start', { x: drawing.start.x - 32, y: drawing.start.y - 16, width: 64, height: 32 })
  return drawing.arrows.flatMap((arrow) => {
    const isSlanted = segmentsOf(arrow.points).some(([a, b]) => a.x !== b.x && a.y !== b.y)
    const isLoose =
      !isOnBorder(arrow.points[0], rects.get(arrow.from)) ||
      !isOnBorder(arrow.points.at(-1), rects.get(arrow.to))
    return isSlanted || isLoose ? [arrow.id] : []
  })
}

function isOnBorder(point: Point | undefined, rect: Rect | undefined): boolean {
  if (!point || !rect) return false
  const isWithin = holds(rect, { ...point, width: 0, height: 0 })
  const isInside =
    point.x > rect.x &&
    point.x < rect.x + rect.width &&
    point.y > rect.y &&
    point.y < rect.y + rect.height
  return isWithin && !isInside
}

/** Arrows that touch a card, pill or foreign box on their way. */
export function piercings(drawing: Drawing): readonly string[] {
  const boxes = new Map(drawing.boxes.map((box) => [box.id, box]))
  const obstacles = [
    ...things(drawing),
    ...drawing.boxes.filter((box) => box.kind !== 'stage' && box.kind !== 'branch'),
  ]
  return drawing.arrows.flatMap((arrow) =>
    obstacles
      .filter((thing) => !isContainer(thing, arrow, { boxes, drawing }) && pierces(arrow, thing))
      .map((thing) => `${arrow.id} → ${thing.id}`),
  )
}

interface Surroundings {
  readonly boxes: ReadonlyMap<string, Box>
  readonly drawing: Drawing
}

/** A box in which both ends of the arrow lie. */
function isContainer(
  thing: Rect & { readonly id: string },
  arrow: ArrowRoute,
  { boxes, drawing }: Surroundings,
): boolean {
  if (!boxes.has(thing.id) || thing.id === arrow.from || thing.id === arrow.to) return false
  const ends = [...things(drawing), ...drawing.boxes].filter(
    (it) => it.id === arrow.from || it.id === arrow.to,
  )
  return ends.length > 0 && ends.every((end) => holds(thing, end))
}

function pierces(arrow: ArrowRoute, thing: Rect): boolean {
  return segmentsOf(arrow.points).some(([a, b]) => isNear(thing, spanOf(a, b), 0))
}

/** Labels that are missing, or lie on a card, a pill or another label. */
export function badLabels(drawing: Drawing): readonly string[] {
  const labelled = drawing.arrows.filter((arrow) => arrow.label !== '')
  const rects = labelled.flatMap((arrow) =>
    arrow.labelAt ? [{ id: arrow.id, ...labelRect(arrow.labelAt, arrow.labelWidth) }] : [],
  )
  const missing = labelled.filter((arrow) => !arrow.labelAt).map((arrow) => `${arrow.id} missing`)
  const onCards = rects.flatMap((rect) =>
    things(drawing)
      .filter((it) => isNear(rect, it))
      .map((it) => `${rect.id} on ${it.id}`),
  )
  const onLabels = pairs(rects).flatMap(([a, b]) => (isNear(a, b) ? [`${a.id} on ${b.id}`] : []))
  return [...missing, ...onCards, ...onLabels]
}

/** Places where two arrows with different ends run on top of each other. */
export function mergedLines(drawing: Drawing): readonly string[] {
  return pairs(drawing.arrows).flatMap(([a, b]) =>
    a.to !== b.to && share(a, b) ? [`${a.id} = ${b.id}`] : [],
  )
}

function share(a: ArrowRoute, b: ArrowRoute): boolean {
  return segmentsOf(a.points).some(([p, q]) =>
    segmentsOf(b.points).some(([r, s]) => {
      if ((p.x === q.x) !== (r.x === s.x)) return false
      const one = spanOf(p, q)
      const other = spanOf(r, s)
      const isOneLine = p.x === q.x ? one.x === other.x : one.y === other.y
      return isOneLine && isNear(one, other, 0.5) && overlapOf(one, other) > 1
    }),
  )
}

const overlapOf = (a: Rect, b: Rect): number =>
  Math.max(
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  )
