import type { Arrow, CaseData, Program } from '@yichuang/engine'
import type { Block } from '../../packages/engine/src/machine/block.ts'
import { exitsOf, OTHERWISE, rowName } from '../../packages/engine/src/machine/exits.ts'
import type { Table } from './aim.ts'

/** A decision that an action leads to: what it reads, and which exit it would take. */
export interface DecisionAhead {
  readonly id: string
  readonly reads: readonly string[]
  exitFor(data: CaseData, now: string): string
  readonly table?: Table
}

/** By event type `step.action`: the decision that the case comes to next. */
export function decisionsAhead(program: Program): ReadonlyMap<string, DecisionAhead> {
  const ahead = new Map<string, DecisionAhead>()
  for (const { id, step, block } of program.tree.places.values()) {
    for (const [action, arrow] of Object.entries(exitsOf(step))) {
      const decision = decisionAt(program, placeAfter(block, arrow))
      if (decision !== null) ahead.set(`${id}.${action}`, decision)
    }
  }
  return ahead
}

/** The step that an arrow leads to, out of its phase too. */
function placeAfter(block: Block, { to, result }: Arrow): string {
  if (to !== undefined || result === undefined) return to ?? ''
  const exit = block.phase?.exits[result]
  return exit === undefined || block.parent === null ? '' : placeAfter(block.parent, exit)
}

function decisionAt(program: Program, to: string): DecisionAhead | null {
  const step = program.tree.places.get(to)?.step
  if (step?.kind === 'phase') return decisionAt(program, step.start)
  if (step?.kind !== 'decision') return null
  const table = step.table === undefined ? undefined : program.tables.get(step.table)
  const rows = step.rows ?? []
  return {
    id: to,
    ...(table === undefined ? {} : { table }),
    reads: table?.reads ?? rows.flatMap(({ when }) => program.reads(when)),
    exitFor(data, now) {
      const exit = table?.evaluate(data, { now }).outputs?.['exit']
      if (typeof exit === 'string') return exit
      const index = rows.findIndex(({ when }) => program.truth(when, data, now))
      return index < 0 ? OTHERWISE : rowName(index)
    },
  }
}
