import {
  blocksOf,
  type CountRow,
  exitsOf,
  type Parallel,
  type StepEntry,
  stepsOf,
} from '@yichuang/engine'
import type { WorkspaceIndex } from '../workspace-index.ts'

/** An exit row of a parallel asks for more branches than can ever give the result that it counts. */
export interface RowNeverTrueFact {
  readonly kind: 'row-never-true'
  readonly workflow: string
  readonly step: string
  readonly exit: string
  readonly count: readonly string[]
  readonly atLeast: CountRow['atLeast']
  /** The branches that can give the result. */
  readonly able: readonly string[]
}

/** Rows that no combination of answers makes true. */
export function rowsNeverTrue({ workflows }: WorkspaceIndex): readonly RowNeverTrueFact[] {
  return workflows.flatMap(({ id, steps }) =>
    steps.flatMap((entry) => (entry.step.kind === 'parallel' ? rowsOf(id, entry, entry.step) : [])),
  )
}

function rowsOf(
  workflow: string,
  entry: StepEntry,
  parallel: Parallel,
): readonly RowNeverTrueFact[] {
  const given = new Map(
    blocksOf(entry).map(({ ref, ...block }) => [
      ref.slice(entry.id.length + 1),
      new Set(
        stepsOf({ ref, ...block }).flatMap((step) =>
          exitsOf(step).flatMap(({ arrow: { result } }) => (result === undefined ? [] : [result])),
        ),
      ),
    ]),
  )
  return parallel.exits.flatMap((row, number): readonly RowNeverTrueFact[] => {
    if ('otherwise' in row) return []
    const count = [row.count].flat()
    const isAble = (branch: string) => count.some((result) => given.get(branch)?.has(result))
    const able = [...given.keys()].filter(isAble)
    // A result that no branch gives at all is a reference fault already.
    if (able.length === 0 || canHold(row.atLeast, parallel, able)) return []
    const { atLeast } = row
    return [
      {
        kind: 'row-never-true',
        workflow,
        step: entry.id,
        exit: `row-${number + 1}`,
        count,
        atLeast,
        able,
      },
    ]
  })
}

/** Branches with a condition may be left out of the count, so the fewest concerned are tried. */
function canHold(
  atLeast: CountRow['atLeast'],
  { branches }: Parallel,
  able: readonly string[],
): boolean {
  if (typeof atLeast === 'number' && atLeast >= 1) return able.length >= atLeast
  const always = Object.entries(branches).filter(
    ([id, { when }]) => when === undefined && !able.includes(id),
  )
  const share = shareOf(atLeast)
  return able.length >= share * (able.length + always.length)
}

function shareOf(atLeast: CountRow['atLeast']): number {
  if (typeof atLeast === 'number') return atLeast
  if (atLeast === 'all') return 1
  const [part = 1, whole = 1] = atLeast.split('/').map(Number)
  return part / whole
}
