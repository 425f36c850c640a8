import { fail, ok, type Result } from '../model/result.ts'
import type { StepId } from '../model/step.ts'
import { type Block, blocksAround, childHolding, isInside, type Tree } from './block.ts'
import type { ReturnRequest } from './event.ts'
import type { Memory, OpenStep, Position, Resume, StraightBack } from './position.ts'
import type { Program } from './program.ts'
import { policyTargets, returnPolicyAt } from './return-policy.ts'

/** Why a case cannot go back that way. Facts only. */
export type ReturnObstacle =
  | { readonly kind: 'step-not-open'; readonly step: StepId; readonly open: readonly StepId[] }
  | { readonly kind: 'not-done-yet'; readonly to: string; readonly targets: readonly string[] }
  | { readonly kind: 'branch-not-concerned'; readonly to: string; readonly branch: string }
  | { readonly kind: 'sibling-branch'; readonly to: string; readonly parallel: StepId }
  | { readonly kind: 'crosses-statutory-clock'; readonly to: string; readonly phase: StepId }
  | { readonly kind: 'crosses-outcome'; readonly to: string; readonly outcome: string }
  | { readonly kind: 'side-border'; readonly to: string; readonly side: string }
  | { readonly kind: 'returned-too-often'; readonly to: string; readonly max: number }
  | {
      readonly kind: 'returns-not-allowed'
      readonly step: StepId
      readonly targets: 'none' | 'previous' | 'first'
      readonly allowed: readonly string[]
    }
  | {
      readonly kind: 'then-not-allowed'
      readonly then: string
      readonly allowed: readonly string[]
    }

/** A return made ready: one child of one block is closed, the block is entered again at `to`. */
export interface ReturnPlan {
  readonly block: Block
  readonly closes: StepId
  readonly cut: readonly StepId[]
  readonly resume: Resume
  readonly memory: Readonly<Record<string, Memory>>
  readonly carry?: { readonly by: string; readonly back: StraightBack }
}

/** Plans a return, or says what stands against it. Borders are those of language.md §6. */
export function planReturn(
  program: Program,
  position: Position,
  request: ReturnRequest,
  now: string,
): Result<ReturnPlan, ReturnObstacle> {
  const { tree } = program
  const { from, to } = request
  if (position.open[from] === undefined)
    return fail({ kind: 'step-not-open', step: from, open: Object.keys(position.open) })
  const entry = entryOf(tree, position, to)
  if (entry === null)
    return fail({ kind: 'not-done-yet', to, targets: returnTargets(program, position, from, now) })
  const block = commonBlock(tree, from, entry)
  const obstacle =
    borderObstacle(tree, position, request, entry, block) ??
    unconcernedObstacle(program, position, request, entry, block, now) ??
    (request.takeBack === true ? null : policyObstacle(program, position, request))
  if (obstacle !== null) return fail(obstacle)
  const closes = childHolding(tree, block, from)
  if (closes === null)
    return fail({ kind: 'step-not-open', step: from, open: Object.keys(position.open) })
  const carrier = carrierOf(tree, block, from, entry)
  const exit = position.done[carrier]?.exit
  const back: StraightBack | null =
    request.then === 'straight-back' && exit !== undefined
      ? {
          block: block.id,
          exit,
          at: position.changes,
          resume: savedPosition(tree, position, block, request, closes),
        }
      : null
  return ok({
    block,
    closes,
    cut: cutOf(tree, position, block, to),
    resume: { steps: { [entry]: null }, parallels: {}, siblings: request.siblings },
    memory: memoryOf(tree, position, block, request),
    ...(back === null ? {} : { carry: { by: carrier, back } }),
  })
}

/** The step to enter for a target: a task on the trail, or the start of a branch asked before. */
function entryOf(tree: Tree, position: Position, to: string): StepId | null {
  if (position.trail.includes(to)) return to
  const branch = tree.blocks.get(to)
  if (branch?.kind !== 'branch' || branch.parent === null) return null
  return position.done[branch.parent.id] === undefined ? null : branch.start
}

function commonBlock(tree: Tree, from: StepId, to: StepId): Block {
  const around = blocksAround(tree, to)
  return blocksAround(tree, from).find((block) => around.includes(block)) ?? tree.root
}

function borderObstacle(
  tree: Tree,
  position: Position,
  request: ReturnRequest,
  entry: StepId,
  block: Block,
): ReturnObstacle | null {
  const { from, to } = request
  if (block.kind === 'parallel') return { kind: 'sibling-branch', to, parallel: block.id }
  const crossed = [...blocksAround(tree, from), ...blocksAround(tree, entry)].filter((around) =>
    isWithin(around, block),
  )
  const side = crossed.find((around) => around.kind === 'side')
  if (side !== undefined) return { kind: 'side-border', to, side: side.id }
  if (
    position.decidedIn !== null &&
    block.id === tree.root.id &&
    (position.done[to]?.turn ?? 0) <= position.decidedIn
  ) {
    return { kind: 'crosses-outcome', to, outcome: position.outcome ?? '' }
  }
  const lawful = crossed.find((around) => around.phase?.clocks?.['statutory'] !== undefined)
  if (lawful !== undefined) return { kind: 'crosses-statutory-clock', to, phase: lawful.id }
  return null
}

/** A branch is asked only where it is concerned, on the facts as they are now. */
function unconcernedObstacle(
  program: Program,
  position: Position,
  { to }: ReturnRequest,
  entry: StepId,
  block: Block,
  now: string,
): ReturnObstacle | null {
  const out = blocksAround(program.tree, entry).find(
    (around) =>
      isWithin(around, block) &&
      around.branch?.when !== undefined &&
      !program.truth(around.branch.when, position.data, now),
  )
  return out === undefined ? null : { kind: 'branch-not-concerned', to, branch: out.id }
}

/** Strictly inside: an inner block of `outer`. */
function isWithin(inner: Block, outer: Block): boolean {
  for (let block = inner.parent; block !== null; block = block.parent)
    if (block === outer) return true
  return false
}

function policyObstacle(
  program: Program,
  position: Position,
  request: ReturnRequest,
): ReturnObstacle | null {
  const { from, to } = request
  const policy = returnPolicyAt(program, from)
  if (policy.targets !== 'chosen') {
    const allowed = policyTargets(policy.targets, position)
    if (!allowed.includes(to))
      return { kind: 'returns-not-allowed', step: from, targets: policy.targets, allowed }
  }
  if (!policy.then.includes(request.then))
    return { kind: 'then-not-allowed', then: request.then, allowed: policy.then }
  if ((position.returns[to] ?? 0) >= policy.max)
    return { kind: 'returned-too-often', to, max: policy.max }
  return null
}

/** Every target that a return from this step may name now. */
export function returnTargets(
  program: Program,
  position: Position,
  from: StepId,
  now: string,
): readonly string[] {
  const branches = [...program.tree.blocks.values()]
    .filter((block) => block.kind === 'branch')
    .map((block) => block.id)
  return [...position.trail, ...branches].filter((to) => {
    const entry = entryOf(program.tree, position, to)
    if (entry === null || to === from) return false
    const request: ReturnRequest = { from, to, then: 'again', siblings: 'affected' }
    const block = commonBlock(program.tree, from, entry)
    return (
      borderObstacle(program.tree, position, request, entry, block) === null &&
      unconcernedObstacle(program, position, request, entry, block, now) === null &&
      policyObstacle(program, position, request) === null
    )
  })
}

/** A parallel around the target that does not hold `from` carries the way back, else the target. */
function carrierOf(tree: Tree, block: Block, from: StepId, entry: StepId): string {
  const inside = blocksAround(tree, entry).filter(
    (around) => isWithin(around, block) && around.kind === 'parallel',
  )
  return inside.filter((parallel) => !isInside(tree, from, parallel)).at(-1)?.id ?? entry
}

/** Tasks to be done again: those after the target, inside the block, save in branches that stand. */
function cutOf(tree: Tree, position: Position, block: Block, to: string): readonly StepId[] {
  const parallel = blocksAround(
    tree,
    to.includes('/') ? (tree.blocks.get(to)?.start ?? to) : to,
  ).find((around) => around.kind === 'parallel' && isWithin(around, block))
  const at = position.trail.indexOf(to)
  const since =
    at >= 0 ? at : position.trail.findIndex((step) => isAfter(position, step, parallel?.id))
  const own = tree.blocks.get(to.includes('/') ? to : (tree.places.get(to)?.block.id ?? ''))
  return position.trail.filter((step, index) => {
    if (!isInside(tree, step, block)) return false
    if (own !== undefined && own.kind === 'branch' && isInside(tree, step, own))
      return at < 0 || index >= at
    if (parallel !== undefined && isInside(tree, step, parallel)) return false
    return since >= 0 && index >= since
  })
}

function isAfter(position: Position, step: StepId, parallel: string | undefined): boolean {
  const left = parallel === undefined ? undefined : position.done[parallel]?.turn
  return left !== undefined && (position.done[step]?.turn ?? 0) > left
}

/** Parallels that the case will, or may, enter again after this return. */
function memoryOf(
  tree: Tree,
  position: Position,
  block: Block,
  request: ReturnRequest,
): Readonly<Record<string, Memory>> {
  const since = position.done[request.to]?.turn ?? 0
  const memory: Record<string, Memory> = {}
  for (const parallel of tree.blocks.values()) {
    if (parallel.kind !== 'parallel' || !isWithin(parallel, block)) continue
    const isOpen = position.blocks[parallel.id] !== undefined
    const left = position.done[parallel.id]?.turn
    if (!isOpen && (left === undefined || left < since)) continue
    const ask = (request.branches ?? []).flatMap((id) =>
      id.startsWith(`${parallel.id}/`) ? [id.slice(parallel.id.length + 1)] : [],
    )
    memory[parallel.id] = { siblings: request.siblings, ask }
  }
  return memory
}

/** The position to come straight back to: what is open in the child that is closed. */
function savedPosition(
  tree: Tree,
  position: Position,
  block: Block,
  request: ReturnRequest,
  closes: StepId,
): Resume {
  const steps: Record<StepId, OpenStep | null> = {}
  for (const [step, record] of Object.entries(position.open)) {
    if (childHolding(tree, block, step) !== closes) continue
    if (step === request.from || request.siblings === 'keep') steps[step] = record
  }
  const parallels: Record<string, Resume['parallels'][string]> = {}
  for (const [id, open] of Object.entries(position.blocks)) {
    const inner = tree.blocks.get(id)
    if (
      inner?.kind !== 'parallel' ||
      (id !== closes && !isInside(tree, id, tree.blocks.get(closes) ?? block))
    )
      continue
    parallels[id] = { branches: open.branches ?? [], answers: open.answers ?? {} }
  }
  return { steps, parallels, siblings: request.siblings }
}
