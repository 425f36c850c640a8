import { type Block, blocksAround, branchId } from './block.ts'
import { enterParallel, leaveParallel, leaveParallelBack, rowOf } from './block-moves.ts'
import { exitsOf } from './exits.ts'
import { isBranchAtRest } from './parallel.ts'
import {
  blockOf,
  type Compilation,
  DONE,
  leftState,
  type StateConfig,
  startId,
  targetOf,
} from './state-config.ts'
import { isHonoured } from './way-back.ts'

/** A parallel: one region a branch, left by its first true row. */
export function parallelStates(
  c: Compilation,
  block: Block,
): Readonly<Record<string, StateConfig>> {
  const { program, registry } = c
  const { parallel, parent } = block
  if (parallel === undefined || parent === null) return {}
  const branches = Object.keys(parallel.branches).map((name) => {
    const branch = blockOf(c, branchId(block.id, name))
    const rest = registry.guard(`rests:${branch.id}`, ({ position }) =>
      isBranchAtRest(position, branch),
    )
    return [name, c.inner(branch, [{ guard: rest, target: DONE }])] as const
  })
  const back = blocksAround(program.tree, block.id)
    .filter((outer) => outer.kind !== 'parallel')
    .map((outer) => ({
      guard: registry.guard(`back:${block.id}>${outer.id}`, (context) => {
        const exit = rowOf(block, context.position)
        if (exit === null) return false
        const { sets } = exitsOf(parallel)[exit] ?? {}
        return isHonoured(program, context, outer, { by: block.id, exit, sets })
      }),
      actions: registry.move(`go-back:${block.id}>${outer.id}`, (context) =>
        leaveParallelBack(program, block, outer, context),
      ),
      target: `#${startId(outer)}`,
    }))
  const rows = Object.entries(exitsOf(parallel)).map(([row, arrow]) => ({
    guard: registry.guard(
      `row:${block.id}.${row}`,
      ({ position }) => rowOf(block, position) === row,
    ),
    actions: registry.move(`leave:${block.id}.${row}`, (context) =>
      leaveParallel(program, block, context),
    ),
    target: targetOf(parent, arrow),
  }))
  const over = registry.guard(`over:${block.id}`, ({ position }) => rowOf(block, position) !== null)
  return {
    [block.id]: {
      type: 'parallel',
      entry: registry.move(`enter:${block.id}`, (context) =>
        enterParallel(program, block, context),
      ),
      always: [{ guard: over, target: leftState(block.id) }],
      states: Object.fromEntries(branches),
    },
    [leftState(block.id)]: { always: [...back, ...rows] },
  }
}
