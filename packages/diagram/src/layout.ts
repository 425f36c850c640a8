import type { Layout, Workflow } from '@yichuang/engine'
import { crossingsOf } from './crossings.ts'
import type { ArrowRoute, Band, Box, Card, Drawing, End } from './drawing.ts'
import { bottom, middleX, middleY, type Point, shift } from './geometry.ts'
import { withWishes } from './moved.ts'
import { type LayoutOptions, wordingOf } from './options.ts'
import { placePlan } from './place.ts'
import { planRoot } from './root-plan.ts'
import type { Placed, Route, Scene, Strip } from './scene.ts'

interface Sheet {
  readonly bands: Band[]
  readonly boxes: Box[]
  readonly cards: Card[]
  readonly ends: End[]
  readonly arrows: ArrowRoute[]
  readonly starts: Point[]
  readonly layout: Layout
}

/**
 * Positions and arrows for a workflow. The same workflow and options always give the same drawing.
 * `workflow.layout` moves single cards, boxes and ends; nothing else gives way.
 */
export function layOut(workflow: Workflow, options: LayoutOptions): Drawing {
  const wording = wordingOf(options)
  const plan = planRoot({ wording, options, outcomes: workflow.outcomes }, workflow)
  const scene = placePlan(plan, wording)
  const sheet: Sheet = {
    bands: [],
    boxes: [],
    cards: [],
    ends: [],
    arrows: [],
    starts: [],
    layout: workflow.layout ?? {},
  }
  unfold(scene, { x: 0, y: 0 }, sheet)
  const { bands, boxes, cards, ends, arrows } = sheet
  const start = sheet.starts[0] ?? { x: 0, y: 0 }
  return { width: scene.width, height: scene.height, bands, boxes, cards, ends, start, arrows }
}

function unfold(plain: Scene, origin: Point, sheet: Sheet): void {
  const scene = withWishes(plain, sheet.layout, origin)
  for (const strip of scene.strips) addStrip(strip, sheet)
  for (const node of scene.nodes) addNode(shift(node, origin), sheet)
  const drawn: (readonly Point[])[] = []
  for (const route of scene.routes) {
    sheet.arrows.push(arrowOf(route, origin, drawn))
    drawn.push(route.points)
  }
}

function addStrip({ id, stage, title, isPhase, band, frame, turns }: Strip, sheet: Sheet): void {
  const facts = { id, ...(stage && { stage }), ...(title && { title }) }
  const bounds = [band.y, ...turns.map((turn) => turn.y), bottom(band)]
  const parts = [facts, ...turns.map((turn) => ({ id: `${id}/${turn.stage}`, stage: turn.stage }))]
  for (const [index, part] of parts.entries()) {
    const y = bounds[index] ?? band.y
    sheet.bands.push({ ...part, ...band, y, height: (bounds[index + 1] ?? y) - y })
  }
  if (isPhase) sheet.boxes.push({ ...facts, kind: 'stage', block: '', header: 0, ...frame })
}

function addNode(node: Placed, sheet: Sheet): void {
  const { id, block, face, x, y, width, height } = node
  const at = { id, block, x, y, width, height }
  switch (face.is) {
    case 'start':
      sheet.starts.push({ x: middleX(node), y: middleY(node) })
      return
    case 'card':
      sheet.cards.push({ ...at, kind: face.kind, ...(face.stage && { stage: face.stage }) })
      return
    case 'end': {
      const { is: _, ...facts } = face
      sheet.ends.push({ ...at, ...facts })
      return
    }
    case 'box': {
      const { kind, header, insets, frames, stage, title } = face
      sheet.boxes.push({ ...at, kind, header, ...(stage && { stage }), ...(title && { title }) })
      for (const frame of frames) sheet.boxes.push({ ...shift(frame, node), block: id })
      for (const inset of insets) unfold(inset.scene, shift(inset.at, node), sheet)
    }
  }
}

function arrowOf(route: Route, origin: Point, drawn: readonly (readonly Point[])[]): ArrowRoute {
  const { id, from, to, exits, kind, label } = route.edge
  const here = (point: Point): Point => shift(point, origin)
  return {
    id,
    from,
    to,
    exits,
    kind,
    label,
    points: route.points.map(here),
    ...(route.labelAt && { labelAt: here(route.labelAt) }),
    labelWidth: route.labelWidth,
    crossings: crossingsOf(route.points, drawn).map(here),
  }
}
