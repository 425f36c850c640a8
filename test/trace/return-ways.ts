import {
  type Block,
  blocksAround,
  childHolding,
  isInside,
  isLeaf,
  ROOT,
  type Tree,
} from '../../packages/engine/src/machine/block.ts'
import { exitsOf } from '../../packages/engine/src/machine/exits.ts'

/** Where returns can lead in a workflow, read from its block tree by the rules of returns. */
export interface ReturnWays {
  /** Blocks in which some step can be returned to from some other. */
  readonly blocks: ReadonlySet<string>
  /** `carrier>block`: who can carry the way straight back, and the block in which it leads. */
  readonly carriers: ReadonlySet<string>
  /** Steps that can be entered because they, or something in them, is taken up again. */
  readonly resumed: ReadonlySet<string>
  /** Blocks that can start because something in them is taken up again. */
  readonly restarted: ReadonlySet<string>
  /** Branches that can start because something in a branch beside them is taken up again. */
  readonly besides: ReadonlySet<string>
  /** Parallels that can be entered a second time with answers of the first. */
  readonly reentered: ReadonlySet<string>
}

type Ways = { readonly [K in keyof ReturnWays]: Set<string> }

/** Two children of a block: while the case is in `from`, something in `to` can be on its trail. */
interface Pair {
  readonly block: Block
  readonly to: string
  readonly from: string
}

export function returnWaysOf(tree: Tree): ReturnWays {
  const ways: Ways = {
    blocks: new Set(),
    carriers: new Set(),
    resumed: new Set(),
    restarted: new Set(),
    besides: new Set(),
    reentered: new Set(),
  }
  for (const pair of pairsOf(tree)) addPair(tree, pair, ways)
  return ways
}

function addPair(tree: Tree, pair: Pair, ways: Ways): void {
  const { block, to, from } = pair
  const entries = entriesIn(tree, block, to).filter((step) => isFree(tree, step, block))
  const sources = leavesIn(tree, block, from).filter((step) => isFree(tree, step, block))
  if (entries.length === 0 || sources.length === 0) return
  ways.blocks.add(block.id)
  for (const entry of entries) ways.carriers.add(`${carrierOf(tree, block, entry)}>${block.id}`)
  for (const step of [...entries, ...sources, ...besides(tree, block, sources)])
    takeUp(tree, block, step, ways)
  const again = reachedFrom(tree, block, to).add(to)
  for (const { id } of parallelsIn(tree, block))
    if (again.has(childHolding(tree, block, id) ?? '')) ways.reentered.add(id)
}

function pairsOf(tree: Tree): readonly Pair[] {
  return [...tree.blocks.values()].flatMap((block) => {
    const children = Object.keys(block.steps)
    const isAgain = isEnteredAgain(tree, block)
    return children.flatMap((to) => {
      const later = reachedFrom(tree, block, to)
      return children
        .filter((from) => from !== to && (isAgain || later.has(from)))
        .map((from) => ({ block, to, from }))
    })
  })
}

/** Children that the case can come to after this one, without a decision of the matter between. */
function reachedFrom(tree: Tree, block: Block, start: string): Set<string> {
  const reached = new Set<string>()
  const queue = [start]
  for (let child = queue.pop(); child !== undefined; child = queue.pop()) {
    const step = block.steps[child]
    for (const arrow of step === undefined ? [] : Object.values(exitsOf(step))) {
      const { to, outcome } = arrow
      if (to === undefined || reached.has(to)) continue
      if (block.id === ROOT && (outcome !== undefined || isFinish(tree, to))) continue
      reached.add(to)
      queue.push(to)
    }
  }
  return reached
}

function isFinish(tree: Tree, child: string): boolean {
  return tree.blocks.get(child)?.phase?.stage === 'after-care'
}

/** A later visit finds the trail of an earlier one; a branch that is asked anew does not. */
function isEnteredAgain(tree: Tree, block: Block): boolean {
  const { parent, kind, side } = block
  if (parent === null || kind === 'branch') return false
  if (kind === 'side') return side !== undefined && 'by' in side.opens && side.opens.max !== 1
  return reachedFrom(tree, parent, block.id).has(block.id) || isEnteredAgain(tree, parent)
}

/** What a return can name: tasks, and the starts of branches of a parallel that was left. */
function entriesIn(tree: Tree, block: Block, child: string): readonly string[] {
  const tasks = leavesIn(tree, block, child).filter(
    (id) => tree.places.get(id)?.step.kind === 'task',
  )
  const branches = [...tree.blocks.values()].filter(
    ({ kind, parent }) =>
      kind === 'branch' && parent !== null && isHeld(tree, block, child, parent.id),
  )
  return [...new Set([...tasks, ...branches.map(({ start }) => start)])]
}

function leavesIn(tree: Tree, block: Block, child: string): readonly string[] {
  return [...tree.places.values()].flatMap(({ id, step }) =>
    isLeaf(step) && isHeld(tree, block, child, id) ? [id] : [],
  )
}

function isHeld(tree: Tree, block: Block, child: string, step: string): boolean {
  return childHolding(tree, block, step) === child
}

function parallelsIn(tree: Tree, block: Block): readonly Block[] {
  return [...tree.blocks.values()].filter(
    ({ id, kind }) => kind === 'parallel' && isInside(tree, id, block),
  )
}

/** The blocks around a step inside the block, innermost first. */
function between(tree: Tree, step: string, block: Block): readonly Block[] {
  const around = blocksAround(tree, step)
  return around.slice(0, around.indexOf(block))
}

/** No border of a side and no statutory clock stands between the step and the block. */
export function isFree(tree: Tree, step: string, block: Block): boolean {
  return between(tree, step, block).every(
    ({ kind, phase }) => kind !== 'side' && phase?.clocks?.['statutory'] === undefined,
  )
}

function carrierOf(tree: Tree, block: Block, entry: string): string {
  const parallels = between(tree, entry, block).filter(({ kind }) => kind === 'parallel')
  return parallels.at(-1)?.id ?? entry
}

/** What can be open beside a step that returns, and comes back with it: other branches, sides. */
function besides(tree: Tree, block: Block, sources: readonly string[]): readonly string[] {
  return [...tree.places.values()].flatMap(({ id, step }) =>
    isLeaf(step) && sources.some((source) => isBeside(tree, block, source, id)) ? [id] : [],
  )
}

/** Whether a step can be open at the same time as another, inside the block: a branch, a side. */
export function isBeside(tree: Tree, block: Block, source: string, other: string): boolean {
  const inner = between(tree, source, block)
  const around = between(tree, other, block)
  const common = around.find((each) => inner.includes(each))
  if (common === undefined || source === other) return false
  const isInSide = around.some(({ kind, parent }) => kind === 'side' && parent === common)
  return common.kind === 'parallel' || isInSide
}

/** Marks what is entered on the way to a step that is taken up again. */
function takeUp(tree: Tree, block: Block, step: string, ways: Ways): void {
  ways.resumed.add(step)
  ways.restarted.add(block.id)
  for (const { id, kind, parent } of between(tree, step, block)) {
    if (kind === 'phase' || kind === 'parallel') ways.resumed.add(id)
    if (kind === 'phase' || kind === 'branch') ways.restarted.add(id)
    if (kind !== 'branch') continue
    for (const sibling of tree.blocks.values())
      if (sibling.parent === parent && sibling.id !== id) ways.besides.add(sibling.id)
  }
}
