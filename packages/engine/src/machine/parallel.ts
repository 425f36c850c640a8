import type { CountRow, OtherwiseRow, Parallel, StepId } from '../model/step.ts'
import { reaches } from '../routing/share.ts'
import { type Block, blocksAround, branchId, childHolding, isInside, type Tree } from './block.ts'
import { rowNameOf } from './exits.ts'
import type { BranchResult, OpenBlock, Position } from './position.ts'
import type { Program } from './program.ts'

/** Which branches a parallel asks as it is entered, and which earlier answers stand. */
export interface Concern {
  readonly branches: readonly string[]
  readonly kept: Readonly<Record<string, BranchResult>>
  /** Steps on the trail that a branch asked anew has not done yet, and the parallel itself. */
  readonly cut: readonly StepId[]
}

/** Evaluates every branch's `when` anew and applies what a return asked to remember. */
export function concernOf(
  program: Program,
  position: Position,
  block: Block,
  now: string,
): Concern {
  const parallel = block.parallel
  if (parallel === undefined) return { branches: [], kept: {}, cut: [] }
  const branches = Object.entries(parallel.branches)
    .filter(
      ([, branch]) => branch.when === undefined || program.truth(branch.when, position.data, now),
    )
    .map(([name]) => name)
  const kept: Record<string, BranchResult> = {}
  for (const name of branches) {
    const answer = keptAnswer(program, position, block, name)
    if (answer !== undefined) kept[name] = answer
  }
  return { branches, kept, cut: undone(program.tree, position, block, kept) }
}

function undone(
  tree: Tree,
  position: Position,
  block: Block,
  kept: Concern['kept'],
): readonly StepId[] {
  const standing = Object.keys(block.parallel?.branches ?? {})
    .map((name) => branchId(block.id, name))
    .filter((id) => Object.hasOwn(kept, split(id)[1]) || isResumed(tree, position, id))
  return position.trail.filter(
    (step) =>
      step === block.id ||
      (isInside(tree, step, block) &&
        !blocksAround(tree, step).some(({ id }) => standing.includes(id))),
  )
}

function keptAnswer(
  program: Program,
  position: Position,
  block: Block,
  name: string,
): BranchResult | undefined {
  if (isResumed(program.tree, position, branchId(block.id, name))) return undefined
  const taken = position.resume?.parallels[block.id]
  const memory = position.memory[block.id]
  const siblings = taken === undefined ? memory?.siblings : position.resume?.siblings
  const answer = (taken?.answers ?? position.answers[block.id])?.[name]
  if (answer === undefined || siblings === undefined || siblings === 'cancel') return undefined
  if (memory?.ask.includes(name)) return undefined
  if (siblings === 'keep') return answer
  return isAffected(program, position, branchId(block.id, name), answer) ? undefined : answer
}

function isResumed(tree: Tree, position: Position, branch: string): boolean {
  const block = tree.blocks.get(branch)
  if (block === undefined || position.resume === null) return false
  return Object.keys(position.resume.steps).some((step) => isInside(tree, step, block))
}

/** A field that the branch's tasks read or edit has changed since its answer. */
function isAffected(
  program: Program,
  position: Position,
  branch: string,
  answer: BranchResult,
): boolean {
  const block = program.tree.blocks.get(branch)
  if (block === undefined) return false
  for (const place of program.tree.places.values()) {
    if (place.step.kind !== 'task' || !isInside(program.tree, place.id, block)) continue
    const { read = [], edit = [] } = place.step.data ?? {}
    if ([...read, ...edit].some((field) => (position.revisions[field] ?? 0) > answer.at))
      return true
  }
  return false
}

/** Name of the exit row that a parallel takes now, or null while it is open. */
export function rowTaken(parallel: Parallel, open: OpenBlock | undefined): string | null {
  if (open?.branches === undefined) return null
  const { branches, answers = {}, kept = [] } = open
  const ended = branches.filter((name) => answers[name] !== undefined)
  const isComplete = ended.length === branches.length
  // Rows wait for every branch concerned; an early one until a branch that was asked now has answered.
  if (!isComplete && ended.every((name) => kept.includes(name))) return null
  const results = ended.map((name) => answers[name]?.result ?? '')
  const index = parallel.exits.findIndex(
    (row) =>
      (isComplete || ('early' in row && row.early === true)) &&
      isRowTrue(row, results, branches.length),
  )
  const row = parallel.exits[index]
  return row === undefined ? null : rowNameOf(row, index)
}

/** Whether a row holds on the results so far of so many branches. */
function isRowTrue(
  row: CountRow | OtherwiseRow,
  results: readonly string[],
  branches: number,
): boolean {
  if ('otherwise' in row) return true
  if (branches === 0) return false
  const counted = typeof row.count === 'string' ? [row.count] : row.count
  const n = results.filter((result) => counted.includes(result)).length
  if (row.atLeast === 'all') return n === branches
  return typeof row.atLeast === 'number' && row.atLeast >= 1
    ? n >= row.atLeast
    : reaches(n, branches, row.atLeast)
}

/** Whether the branch has nothing to do in this visit: not concerned, or its answer is kept. */
export function isBranchAtRest(position: Position, block: Block): boolean {
  const [owner, name] = split(block.id)
  const open = position.blocks[owner]
  return !open?.branches?.includes(name) || open.answers?.[name] !== undefined
}

function split(id: string): readonly [string, string] {
  const slash = id.indexOf('/')
  return [id.slice(0, slash), id.slice(slash + 1)]
}

/** Whether something is to be resumed in this child of the block. */
export function resumesAt(tree: Tree, position: Position, block: Block, child: string): boolean {
  if (position.resume === null) return false
  return Object.keys(position.resume.steps).some(
    (step) => childHolding(tree, block, step) === child,
  )
}
