import type { BlockEntry, ExitEntry, StepEntry } from '../workflow-tree.ts'
import { exitsOf, stepsOf } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** Every block starts at one of its steps, and every arrow leads to a sibling (language, rule 2). */
export function checkArrows(scope: Scope): readonly Finding[] {
  return scope.blocks.flatMap((block) => [
    ...startOf(block),
    ...stepsOf(block).flatMap((entry) =>
      exitsOf(entry).flatMap((exit) => [
        ...targetOf(scope, block, exit),
        ...leadsNowhere(entry, exit),
      ]),
    ),
  ])
}

function startOf({ ref, start, steps, path }: BlockEntry): readonly Finding[] {
  if (Object.hasOwn(steps, start)) return []
  const unknown = unknownName(start, Object.keys(steps))
  return [{ problem: { kind: 'unknown-start', block: ref, ...unknown }, path: [...path, 'start'] }]
}

function targetOf(
  { index }: Scope,
  { ref, steps }: BlockEntry,
  { arrow: { to }, path: arrowPath }: ExitEntry,
): readonly Finding[] {
  if (to === undefined || Object.hasOwn(steps, to)) return []
  const path = [...arrowPath, 'to']
  const elsewhere = index.get(to)
  if (elsewhere) {
    const targetBlock = elsewhere.block.ref
    return [{ problem: { kind: 'arrow-across-blocks', to, block: ref, targetBlock }, path }]
  }
  const unknown = unknownName(to, Object.keys(steps))
  return [{ problem: { kind: 'unknown-target', block: ref, ...unknown }, path }]
}

/** Only a task and a wait can stay open after an act; from anywhere else the case would stand still. */
function leadsNowhere(
  { id, step }: StepEntry,
  { exit, arrow, path }: ExitEntry,
): readonly Finding[] {
  if (step.kind === 'task' || step.kind === 'wait') return []
  if (arrow.to !== undefined || arrow.result !== undefined) return []
  return [{ problem: { kind: 'arrow-leads-nowhere', step: id, exit }, path }]
}
