import type { Arrow } from '../model/arrow.ts'
import type { CaseData } from '../model/field.ts'
import { closeChild, fitting } from './arrow-effects.ts'
import { type Block, blocksAround, childHolding, isInside } from './block.ts'
import { type CaseContext, note } from './context.ts'
import type { Resume, StraightBack } from './position.ts'
import type { Program } from './program.ts'

/** Who carries a way back, and the exit that it is about to take. */
export interface Carrier {
  readonly by: string
  readonly exit: string
  readonly sets: Arrow['sets']
}

/**
 * Whether a carried way back is honoured: the same exit as last time, and everything that routes the
 * case inside the block as it was, the fields that the exit itself sets included.
 */
export function isHonoured(
  program: Program,
  { position, now }: CaseContext,
  block: Block,
  { by, exit, sets }: Carrier,
): boolean {
  const back = position.carried[by]
  if (back === undefined || back.block !== block.id || back.exit !== exit) return false
  const changed = changedBy(program, position.data, sets, now)
  const isRouted = routingFields(program, block).some(
    (field) => (position.revisions[field] ?? 0) > back.at || changed.includes(field),
  )
  return !isRouted && areConcerned(program, position.data, now, block, back.resume)
}

/** Fields that would not hold what they hold now. */
function changedBy(
  program: Program,
  before: CaseData,
  sets: Arrow['sets'],
  now: string,
): readonly string[] {
  let data = before
  for (const [field, text] of Object.entries(sets ?? {}))
    data = { ...data, [field]: fitting(program, field, program.value(text, field, data, now)) }
  return Object.keys(sets ?? {}).filter(
    (field) => JSON.stringify(data[field] ?? null) !== JSON.stringify(before[field] ?? null),
  )
}

/** A branch may drop out by the mere passing of time: then its steps cannot be taken up again. */
function areConcerned(
  program: Program,
  data: CaseData,
  now: string,
  block: Block,
  { steps }: Resume,
): boolean {
  return Object.keys(steps).every((step) =>
    blocksAround(program.tree, step).every(
      (around) =>
        around.branch?.when === undefined ||
        !isInside(program.tree, around.parent?.id ?? '', block) ||
        program.truth(around.branch.when, data, now),
    ),
  )
}

/** Fields that a decision or a branch's `when` inside the block reads. */
function routingFields(program: Program, block: Block): readonly string[] {
  const { tree } = program
  const fields = new Set<string>()
  const add = (names: readonly string[] | undefined): void => {
    for (const name of names ?? []) fields.add(name)
  }
  for (const { id, step } of tree.places.values()) {
    if (!isInside(tree, id, block)) continue
    if (step.kind === 'decision') {
      for (const row of step.rows ?? []) add(program.reads(row.when))
      if (step.table !== undefined) add(program.tables.get(step.table)?.reads)
    }
    if (step.kind !== 'parallel') continue
    for (const { when } of Object.values(step.branches))
      if (when !== undefined) add(program.reads(when))
  }
  return [...fields]
}

/** Closes what is left of the child that holds the carrier; the position that was left comes back. */
export function goStraightBack(
  program: Program,
  target: Block,
  by: string,
  { resume, trail, carried }: StraightBack,
  context: CaseContext,
): CaseContext {
  const child = childHolding(program.tree, target, by)
  const closed =
    child === null || child === by ? context : closeChild(program, target, child, context)
  return note(closed, { fact: 'went-back', block: target.id, by, resume, trail, carried })
}
