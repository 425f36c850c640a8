import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { treeOf } from './block.ts'
import { exitsOf } from './exits.ts'

/** Where the workflow states a rule: a condition, a value for a field, or a decision table. */
export type RuleUse =
  | {
      readonly kind: 'expression'
      readonly path: readonly string[]
      readonly text: string
      readonly field?: string
    }
  | { readonly kind: 'table'; readonly path: readonly string[]; readonly table: string }

/** Every rule of a workflow, with the path to it. `call.pass` belongs to the called workflow's fields. */
export function expressionsOf(workflow: Workflow): readonly RuleUse[] {
  const uses: RuleUse[] = []
  const tree = treeOf(workflow)
  for (const { id, step } of tree.places.values()) uses.push(...rulesOfStep(id, step))
  return uses
}

function rulesOfStep(id: string, step: Step): readonly RuleUse[] {
  const uses: RuleUse[] = []
  const condition = (text: string | undefined, ...path: readonly string[]): void => {
    if (text !== undefined) uses.push({ kind: 'expression', path: [id, ...path], text })
  }
  const assignments = (
    sets: Readonly<Record<string, string>> | undefined,
    ...path: readonly string[]
  ): void => {
    for (const [field, text] of Object.entries(sets ?? {})) {
      uses.push({ kind: 'expression', path: [id, ...path, 'sets', field], text, field })
    }
  }
  for (const [name, exit] of Object.entries(exitsOf(step))) {
    assignments(exit.sets, name)
    condition('when' in exit && typeof exit.when === 'string' ? exit.when : undefined, name, 'when')
  }
  if ('when' in step) condition(step.when, 'when')
  if ('limit' in step) assignments(step.limit?.expiry?.sets, 'limit', 'expiry')
  if (step.kind === 'decision' && step.table !== undefined) {
    uses.push({ kind: 'table', path: [id, 'table'], table: step.table })
  }
  if (step.kind === 'parallel') {
    for (const [name, branch] of Object.entries(step.branches))
      condition(branch.when, 'branches', name, 'when')
  }
  if (step.kind === 'phase') {
    for (const [name, action] of Object.entries(step.actions ?? {}))
      condition(action.when, 'actions', name, 'when')
    for (const [name, side] of Object.entries(step.sides ?? {})) {
      condition('when' in side.opens ? side.opens.when : undefined, 'sides', name, 'opens', 'when')
    }
  }
  return uses
}
