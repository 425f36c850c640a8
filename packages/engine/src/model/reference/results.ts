import type { Parallel, Phase } from '../step.ts'
import type { BlockEntry, StepEntry } from '../workflow-tree.ts'
import { blocksOf, exitsOf, stepsOf } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/**
 * Results fit between a block and its exits. At the root the only result is `closed`. Results of a
 * side that its phase does not name put the side to rest; branch results that no row counts fall to
 * `otherwise`: neither is a fault.
 */
export function checkResults({ blocks, steps }: Scope): readonly Finding[] {
  const root = blocks.filter(({ kind }) => kind === 'root')
  return [
    ...root.flatMap((block) => unmapped(block, ['closed'])),
    ...steps.flatMap((entry) => {
      if (entry.step.kind === 'phase') return phaseResults(entry, entry.step)
      return entry.step.kind === 'parallel' ? countedResults(entry, entry.step) : []
    }),
  ]
}

function unmapped(block: BlockEntry, known: readonly string[]): readonly Finding[] {
  return stepsOf(block).flatMap((entry) =>
    exitsOf(entry).flatMap(({ arrow: { result }, path }): readonly Finding[] => {
      if (result === undefined || known.includes(result)) return []
      const problem = {
        kind: 'unknown-result',
        block: block.ref,
        ...unknownName(result, known),
      } as const
      return [{ problem, path: [...path, 'result'] }]
    }),
  )
}

function phaseResults(entry: StepEntry, phase: Phase): readonly Finding[] {
  const known = Object.keys(phase.exits)
  const actions = Object.entries(phase.actions ?? {})
  const wrongActions = actions.flatMap(([id, { result }]): readonly Finding[] => {
    if (known.includes(result)) return []
    const problem = {
      kind: 'unknown-result',
      block: entry.id,
      ...unknownName(result, known),
    } as const
    return [{ problem, path: [...entry.path, 'actions', id, 'result'] }]
  })
  const given = [...actions.map(([, { result }]) => result), ...blocksOf(entry).flatMap(resultsOf)]
  const unused = known.flatMap((result) =>
    neverGiven(entry.id, result, given, [...entry.path, 'exits', result]),
  )
  const main = blocksOf(entry).filter(({ kind }) => kind === 'phase')
  return [...main.flatMap((block) => unmapped(block, known)), ...wrongActions, ...unused]
}

function countedResults(entry: StepEntry, parallel: Parallel): readonly Finding[] {
  const given = blocksOf(entry).flatMap(resultsOf)
  return parallel.exits.flatMap((row, index) => {
    if (!('count' in row)) return []
    const path = [...entry.path, 'exits', index, 'count']
    const counted = typeof row.count === 'string' ? [row.count] : row.count
    return counted.flatMap((result) => neverGiven(entry.id, result, given, path))
  })
}

function neverGiven(
  block: string,
  result: string,
  given: readonly string[],
  path: Finding['path'],
): readonly Finding[] {
  if (given.includes(result)) return []
  const unknown = unknownName(result, [...new Set(given)])
  return [{ problem: { kind: 'result-never-given', block, ...unknown }, path }]
}

/** The results that the steps of a block give it, by their own arrows. */
function resultsOf(block: BlockEntry): readonly string[] {
  return stepsOf(block).flatMap((entry) =>
    exitsOf(entry).flatMap(({ arrow: { result } }) => result ?? []),
  )
}
