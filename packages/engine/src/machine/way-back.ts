import { type Block, isInside } from './block.ts'
import type { Position } from './position.ts'
import type { Program } from './program.ts'

/** Whether a carried way back is honoured: same exit as last time, routing facts unchanged. */
export function isHonoured(
  program: Program,
  position: Position,
  carrier: string,
  exit: string,
  block: Block,
): boolean {
  const back = position.carried[carrier]
  if (back === undefined || back.block !== block.id || back.exit !== exit) return false
  return !routingFields(program, block).some((field) => (position.revisions[field] ?? 0) > back.at)
}

/** Fields that a decision or a branch's `when` inside the block reads. */
function routingFields(program: Program, block: Block): readonly string[] {
  const { tree } = program
  const fields = new Set<string>()
  for (const { id, step } of tree.places.values()) {
    if (!isInside(tree, id, block)) continue
    if (step.kind === 'decision') {
      for (const row of step.rows ?? [])
        for (const field of program.reads(row.when)) fields.add(field)
      if (step.table !== undefined)
        for (const field of program.tables.get(step.table)?.reads ?? []) fields.add(field)
    }
    if (step.kind !== 'parallel') continue
    for (const branch of Object.values(step.branches)) {
      if (branch.when !== undefined)
        for (const field of program.reads(branch.when)) fields.add(field)
    }
  }
  return [...fields]
}
