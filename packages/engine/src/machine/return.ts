import { fail, ok, type Result } from '../model/result.ts'
import type { StepId } from '../model/step.ts'
import { type Block, branchId, childHolding, isInside, type Tree } from './block.ts'
import type { ReturnRequest } from './event.ts'
import { jumpTargetOf } from './jump-target.ts'
import type { Memory, Position, Resume, StraightBack } from './position.ts'
import type { Program } from './program.ts'
import {
  lawObstacle,
  policyObstacle,
  type ReturnObstacle,
  returnTargets,
} from './return-obstacle.ts'
import { type ReturnTarget, stands, targetOf, turnOf } from './return-target.ts'
import { savedPosition } from './saved-position.ts'

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
  const { from, to, siblings } = request
  const isJump = request.isJump === true
  const target = isJump ? jumpTargetOf(tree, from, to) : targetOf(tree, position, from, to)
  const closes = target === null ? null : childHolding(tree, target.block, from)
  if (position.open[from] === undefined || (target !== null && closes === null))
    return fail({ kind: 'step-not-open', step: from, open: Object.keys(position.open) })
  if (target === null || closes === null)
    return fail(unknownTarget(program, position, request, now))
  const obstacle =
    lawObstacle(program, position, from, target, now, isJump) ??
    (request.takeBack === true || isJump
      ? null
      : policyObstacle(program, position, request, now)) ??
    unknownBranch(tree, request)
  if (obstacle !== null) return fail(obstacle)
  const cut = cutOf(tree, position, target)
  const carry = carryOf(tree, position, { request, target, closes, cut })
  return ok({
    block: target.block,
    closes,
    cut,
    resume: { steps: { [target.entry]: null }, parallels: {}, siblings },
    memory: memoryOf(tree, position, target, request),
    ...(carry === null ? {} : { carry }),
  })
}

function unknownTarget(
  program: Program,
  position: Position,
  { from, to, isJump }: ReturnRequest,
  now: string,
): ReturnObstacle {
  const targets =
    isJump === true
      ? [...program.tree.places.keys()].filter((step) => step !== from)
      : returnTargets(program, position, from, now)
  return { kind: 'not-done-yet', to, targets }
}

/** Branches that the returner names are branches of the workflow: a slip would keep a stale opinion. */
function unknownBranch(tree: Tree, { branches = [] }: ReturnRequest): ReturnObstacle | null {
  const to = branches.find((id) => tree.blocks.get(id)?.kind !== 'branch')
  if (to === undefined) return null
  const targets = [...tree.blocks.values()].flatMap(({ id, kind }) => (kind === 'branch' ? id : []))
  return { kind: 'not-done-yet', to, targets }
}

/** To be done again: what comes after the target inside the block, save what stands. */
function cutOf(tree: Tree, position: Position, target: ReturnTarget): readonly StepId[] {
  const { block, branch, to } = target
  const since = position.trail.indexOf(branch?.parent?.id ?? to)
  // A jump ahead: nothing on the trail is done again.
  if (since < 0) return []
  return position.trail.filter(
    (step, index) =>
      isInside(tree, step, block) &&
      !stands(tree, target, step) &&
      (index >= since || (branch !== undefined && isInside(tree, step, branch))),
  )
}

/** The way straight back, carried by the target, or by the parallel that asks it again. */
function carryOf(
  tree: Tree,
  position: Position,
  {
    request,
    target,
    closes,
    cut,
  }: {
    readonly request: ReturnRequest
    readonly target: ReturnTarget
    readonly closes: StepId
    readonly cut: readonly StepId[]
  },
): NonNullable<ReturnPlan['carry']> | null {
  if (request.then !== 'straight-back') return null
  // The outermost one, so that everything asked again is awaited; none of them holds `from`.
  const by = target.around.filter(({ kind }) => kind === 'parallel').at(-1)?.id ?? target.entry
  const exit = position.done[by]?.exit
  if (exit === undefined) return null
  const carrier = tree.blocks.get(by)
  const isCarried = (step: StepId): boolean =>
    step === by || (carrier !== undefined && isInside(tree, step, carrier))
  return {
    by,
    back: {
      block: target.block.id,
      exit,
      at: position.changes,
      trail: cut.filter((step) => !isCarried(step)),
      ...savedPosition(tree, position, target.block, request, closes),
    },
  }
}

/** Parallels that the case will, or may, enter again after this return. */
function memoryOf(
  tree: Tree,
  position: Position,
  target: ReturnTarget,
  { siblings, branches = [] }: ReturnRequest,
): Readonly<Record<string, Memory>> {
  const { block, around, entry } = target
  const since = turnOf(position, target)
  const memory: Record<string, Memory> = {}
  for (const parallel of tree.blocks.values()) {
    if (parallel.kind !== 'parallel' || !isInside(tree, parallel.id, block)) continue
    const isAsked = around.some(
      (each) =>
        each === parallel || (each.kind === 'parallel' && isInside(tree, parallel.id, each)),
    )
    const isOpen = position.blocks[parallel.id] !== undefined
    const left = position.done[parallel.id]?.turn
    if (!isAsked && !isOpen && (left === undefined || left < since)) continue
    const names = Object.keys(parallel.parallel?.branches ?? {})
    const ask = names.filter((name) => branches.includes(branchId(parallel.id, name)))
    // A branch asked from its start, which is a parallel: nothing in it stands.
    memory[parallel.id] = { siblings: parallel.id === entry ? 'cancel' : siblings, ask }
  }
  return memory
}
