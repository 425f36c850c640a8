import type { StepId } from '../model/step.ts'
import { blocksAround, ROOT, type Tree } from './block.ts'
import type { ReturnRequest } from './event.ts'
import { crossesOutcome } from './jump-target.ts'
import type { Position } from './position.ts'
import type { Program } from './program.ts'
import { returnPolicyAt } from './return-policy.ts'
import { type ReturnTarget, targetOf, turnOf } from './return-target.ts'

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

/** What stands against a return to this target, whoever asks for it. */
export function lawObstacle(
  program: Program,
  position: Position,
  from: StepId,
  target: ReturnTarget,
  now: string,
  isJump = false,
): ReturnObstacle | null {
  return (
    borderObstacle(program.tree, position, from, target, isJump) ??
    unconcernedObstacle(program, position, target, now)
  )
}

function borderObstacle(
  tree: Tree,
  position: Position,
  from: StepId,
  target: ReturnTarget,
  isJump: boolean,
): ReturnObstacle | null {
  const { to, block, around } = target
  if (block.kind === 'parallel') return { kind: 'sibling-branch', to, parallel: block.id }
  const left = blocksAround(tree, from)
  const crossed = [...left.slice(0, left.indexOf(block)), ...around]
  const side = crossed.find((each) => each.kind === 'side')
  if (side !== undefined) return { kind: 'side-border', to, side: side.id }
  const { decidedIn, outcome } = position
  const isOver = isJump
    ? crossesOutcome(tree, position, target)
    : decidedIn !== null && block.id === ROOT && turnOf(position, target) <= decidedIn
  if (isOver) return { kind: 'crosses-outcome', to, outcome: outcome ?? '' }
  const lawful = crossed.find((each) => each.phase?.clocks?.['statutory'] !== undefined)
  return lawful === undefined ? null : { kind: 'crosses-statutory-clock', to, phase: lawful.id }
}

/** A branch is asked only where it is concerned, on the facts as they are now. */
function unconcernedObstacle(
  program: Program,
  { data }: Position,
  { to, around }: ReturnTarget,
  now: string,
): ReturnObstacle | null {
  const out = around.find(
    ({ branch }) => branch?.when !== undefined && !program.truth(branch.when, data, now),
  )
  return out === undefined ? null : { kind: 'branch-not-concerned', to, branch: out.id }
}

/** What the workflow, or the task itself, allows its people. */
export function policyObstacle(
  program: Program,
  position: Position,
  { from, to, then }: Pick<ReturnRequest, 'from' | 'to' | 'then'>,
  now: string,
): ReturnObstacle | null {
  const { targets, then: ways, max } = returnPolicyAt(program, from)
  const allowed = targetsBy(targets, lawfulTargets(program, position, from, now))
  if (targets !== 'chosen' && !allowed.includes(to))
    return { kind: 'returns-not-allowed', step: from, targets, allowed }
  if (!ways.includes(then)) return { kind: 'then-not-allowed', then, allowed: ways }
  if ((position.returns[to] ?? 0) >= max) return { kind: 'returned-too-often', to, max }
  return null
}

function targetsBy(
  targets: 'none' | 'previous' | 'first' | 'chosen',
  lawful: readonly string[],
): readonly string[] {
  const tasks = lawful.filter((to) => !to.includes('/'))
  if (targets === 'previous') return tasks.slice(-1)
  if (targets === 'first') return tasks.slice(0, 1)
  return targets === 'none' ? [] : lawful
}

/** Targets that no border keeps apart from this step: tasks in the order completed, then branches. */
function lawfulTargets(
  program: Program,
  position: Position,
  from: StepId,
  now: string,
): readonly string[] {
  const branches = position.trail.flatMap((step) =>
    Object.keys(program.tree.blocks.get(step)?.parallel?.branches ?? {}).map(
      (name) => `${step}/${name}`,
    ),
  )
  return [...position.trail, ...branches].filter((to) => {
    const target = targetOf(program.tree, position, from, to)
    return target !== null && lawObstacle(program, position, from, target, now) === null
  })
}

/** Every target that a return from this step may name now. */
export function returnTargets(
  program: Program,
  position: Position,
  from: StepId,
  now: string,
): readonly string[] {
  const { targets, max } = returnPolicyAt(program, from)
  return targetsBy(targets, lawfulTargets(program, position, from, now)).filter(
    (to) => (position.returns[to] ?? 0) < max,
  )
}
