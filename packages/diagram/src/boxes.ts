import type { Parallel, Phase, Side, Step, StepId } from '@yichuang/engine'
import { type Size, upTo } from './geometry.ts'
import { type InnerBlock, type Manner, planInner } from './inner-plan.ts'
import { type Context, cardNode, isCollapsed, type Place, stageIn } from './nodes.ts'
import { placePlan } from './place.ts'
import type { BoxFace, Frame, Inset, Node, Scene } from './scene.ts'
import { shelve } from './shelves.ts'
import { BOX_PADDING, CAPTION, CARD, GRID, HEADER } from './spacing.ts'

/** The node of a step as seen from its block: a card, or a box whose contents are laid out already. */
export function nodeOf(context: Context, place: Place, entry: readonly [StepId, Step]): Node {
  const [id, step] = entry
  if (isCollapsed(context, id)) return cardNode(context, place, entry)
  switch (step.kind) {
    case 'parallel':
      return parallelNode(context, place, [id, step])
    case 'phase':
      return phaseNode(context, place, [id, step])
    default:
      return cardNode(context, place, entry)
  }
}

const NARROW = { isNarrow: true, sides: [] }

function inner(context: Context, place: Place, block: InnerBlock, manner: Manner = NARROW): Scene {
  const node = (entry: readonly [StepId, Step]): Node => nodeOf(context, place, entry)
  return placePlan(planInner(context, place, block, node, manner), context.wording)
}

function parallelNode(
  context: Context,
  place: Place,
  [id, step]: readonly [StepId, Parallel],
): Node {
  const stage = stageIn(place, step)
  const branches = Object.entries(step.branches).map(([name, branch]) => {
    const block = `${id}.${name}`
    const scene = inner(context, { block, ...stage }, branch)
    return { block, branch, scene, ...columnSize(scene) }
  })
  const shelved = shelve(branches)
  const insets: Inset[] = []
  const frames: Frame[] = []
  for (const [index, { block, branch, scene, width, height }] of branches.entries()) {
    const corner = shelved.corners[index] ?? { x: 0, y: 0 }
    const at = { x: corner.x + BOX_PADDING, y: corner.y + HEADER }
    insets.push({
      scene,
      at: { x: at.x + Math.floor((width - scene.width) / 2), y: at.y + CAPTION },
    })
    const title = branch.title && { title: branch.title }
    frames.push({
      id: block,
      kind: 'branch',
      ...at,
      width,
      height,
      header: CAPTION,
      ...title,
      ...stage,
    })
  }
  const face: BoxFace = {
    is: 'box',
    kind: 'parallel',
    header: HEADER,
    insets,
    frames,
    ...stage,
    ...(step.title && { title: step.title }),
  }
  const width = upTo(GRID, Math.max(shelved.width, CARD.width) + 2 * BOX_PADDING)
  return {
    id,
    block: place.block,
    width,
    height: upTo(4, HEADER + shelved.height + BOX_PADDING),
    face,
  }
}

/** Caption included; a branch with more than cards has a margin for its arrows. */
function columnSize(scene: Scene): Size {
  const margin = scene.width > CARD.width ? 16 : 0
  return {
    width: Math.max(CARD.width, scene.width + margin),
    height: CAPTION + Math.max(CARD.height, scene.height),
  }
}

function phaseNode(context: Context, place: Place, [id, step]: readonly [StepId, Phase]): Node {
  const stage = stageIn(place, step)
  const inside = { block: id, ...stage }
  const sides = sideNodes(context, inside, step)
  const scene = inner(context, inside, step, { isNarrow: false, sides })
  const face: BoxFace = {
    is: 'box',
    kind: 'phase',
    header: HEADER,
    insets: [{ scene, at: { x: BOX_PADDING, y: HEADER } }],
    frames: [],
    ...stage,
    ...(step.title && { title: step.title }),
  }
  return {
    id,
    block: place.block,
    width: upTo(GRID, scene.width + 2 * BOX_PADDING),
    height: upTo(4, HEADER + scene.height + BOX_PADDING),
    face,
  }
}

/** The boxes of the procedures beside the main line of a phase. */
export function sideNodes(context: Context, place: Place, phase: Phase): readonly Node[] {
  return Object.entries(phase.sides ?? {}).map(([name, side]) =>
    sideNode(context, place, [name, side]),
  )
}

function sideNode(context: Context, place: Place, [name, side]: readonly [string, Side]): Node {
  const block = `${place.block}.${name}`
  const scene = inner(context, { ...place, block }, side)
  const face: BoxFace = {
    is: 'box',
    kind: 'side',
    header: HEADER,
    insets: [{ scene, at: { x: BOX_PADDING, y: HEADER } }],
    frames: [],
    ...(place.stage && { stage: place.stage }),
    ...(side.title && { title: side.title }),
  }
  return {
    id: block,
    block: place.block,
    width: upTo(GRID, scene.width + 2 * BOX_PADDING),
    height: upTo(4, HEADER + scene.height + BOX_PADDING),
    face,
  }
}
