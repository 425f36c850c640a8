import type { Decision, StepId } from '../model/step.ts'
import type { Block } from './block.ts'
import { decideByRows, decideByTable, leaveDecision } from './block-moves.ts'
import { exitsOf } from './exits.ts'
import { type Compilation, type StateConfig, targetOf } from './state-config.ts'

/** A decision: it names its exit as it is entered, and is left in the same move. */
export function decisionConfig(
  c: Compilation,
  id: StepId,
  step: Decision,
  block: Block,
): StateConfig {
  const { program, registry } = c
  const leave = registry.move(`leave:${id}`, (context) =>
    leaveDecision(program, id, step, block, context),
  )
  return {
    entry: registry.move(`decide:${id}`, (context) =>
      step.table === undefined
        ? decideByRows(program, id, step, context)
        : decideByTable(program, id, step, context),
    ),
    always: Object.entries(exitsOf(step)).map(([exit, arrow]) => ({
      guard: registry.guard(
        `decided:${id}.${exit}`,
        ({ position }) => position.done[id]?.exit === exit,
      ),
      actions: leave,
      target: targetOf(block, arrow),
    })),
  }
}
