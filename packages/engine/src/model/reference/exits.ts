import type { JsonPath } from '../fault.ts'
import type { Leaf, Step } from '../step.ts'
import type { StepEntry } from '../workflow-tree.ts'
import { exitsOf } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import { unknownName } from './finding.ts'

/** What a step says about its own exits: those that it names exist and lead on, those that it must have are there. */
export function checkExits({ steps }: Scope): readonly Finding[] {
  return steps.flatMap((entry) => [
    ...namedExits(entry).flatMap(({ exit, path }) => unknownExit(entry, exit, path)),
    ...whenWithoutSkip(entry),
    ...exitsMissing(entry),
    ...clockActions(entry),
  ])
}

interface NamedExit {
  readonly exit: string
  readonly path: JsonPath
}

function namedExits({ step, path }: StepEntry): readonly NamedExit[] {
  if (!isLeaf(step)) return []
  const { skip, limit } = step
  return [
    ...(skip === undefined ? [] : [{ exit: skip, path: [...path, 'skip'] }]),
    ...(limit?.expiry
      ? [{ exit: limit.expiry.take, path: [...path, 'limit', 'expiry', 'take'] }]
      : []),
  ]
}

function isLeaf(step: Step): step is Leaf {
  return (
    step.kind === 'task' || step.kind === 'wait' || step.kind === 'service' || step.kind === 'call'
  )
}

function unknownExit(entry: StepEntry, exit: string, path: JsonPath): readonly Finding[] {
  const exits = exitsOf(entry)
  const named = exits.find((own) => own.exit === exit)
  if (named !== undefined) {
    const leads = 'to' in named.arrow || 'result' in named.arrow
    return leads ? [] : [{ problem: { kind: 'exit-without-arrow', step: entry.id, exit }, path }]
  }
  const known = exits.map((own) => own.exit)
  return [{ problem: { kind: 'unknown-exit', step: entry.id, ...unknownName(exit, known) }, path }]
}

function whenWithoutSkip({ id, step, path }: StepEntry): readonly Finding[] {
  if (!isLeaf(step) || step.when === undefined || step.skip !== undefined) return []
  return [{ problem: { kind: 'when-without-skip', step: id }, path: [...path, 'when'] }]
}

function exitsMissing({ id, step, path }: StepEntry): readonly Finding[] {
  if (step.kind === 'service') {
    const exits = Object.keys(step.exits)
    if (exits.length >= 2) return []
    return [{ problem: { kind: 'too-few-exits', step: id, exits }, path: [...path, 'exits'] }]
  }
  if (step.kind === 'call') {
    if (Object.hasOwn(step.exits, 'otherwise')) return []
    return [
      { problem: { kind: 'missing-otherwise', step: id, of: step.kind }, path: [...path, 'exits'] },
    ]
  }
  if (step.kind !== 'task' && step.kind !== 'wait') return []
  const exits = Object.keys(step.kind === 'task' ? step.actions : step.answers)
  if (exits.length > 0) return []
  const key = step.kind === 'task' ? 'actions' : 'answers'
  return [{ problem: { kind: 'too-few-exits', step: id, exits }, path: [...path, key] }]
}

/** A clock that runs out takes an action of its phase. */
function clockActions({ id, step, path }: StepEntry): readonly Finding[] {
  if (step.kind !== 'phase') return []
  const known = Object.keys(step.actions ?? {})
  return Object.entries(step.clocks ?? {}).flatMap(([clock, { expiry }]): readonly Finding[] => {
    if (!expiry || known.includes(expiry.take)) return []
    const problem = { kind: 'unknown-exit', step: id, ...unknownName(expiry.take, known) } as const
    return [{ problem, path: [...path, 'clocks', clock, 'expiry', 'take'] }]
  })
}
