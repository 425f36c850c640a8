import {
  type DecisionTable,
  exitsOf,
  indexSteps,
  type Step,
  type StepEntry,
  type Workflow,
} from '@yichuang/engine'

/** What walks can take of a workflow, by name: `step.action`, `step.row-2`, `step/branch: yes`. */
export interface Targets {
  readonly actions: readonly string[]
  readonly conditions: readonly string[]
  readonly exits: readonly string[]
}

/** Everything of a workflow that some walk should take. */
export function targetsOf(
  workflow: Workflow,
  tables: Readonly<Record<string, DecisionTable>>,
): Targets {
  const entries = [...indexSteps(workflow).values()]
  return {
    actions: entries.flatMap(({ id, step }) => actionsOf(id, step)),
    conditions: entries.flatMap((entry) => conditionsOf(entry, tables)),
    exits: entries.flatMap(exitNames),
  }
}

/** A condition has two outcomes, and walks should see both. */
export function outcomeOf(condition: string, isTrue: boolean): string {
  return `${condition}: ${isTrue ? 'yes' : 'no'}`
}

function both(condition: string): readonly string[] {
  return [outcomeOf(condition, true), outcomeOf(condition, false)]
}

function actionsOf(id: string, step: Step): readonly string[] {
  const named = (names: object): readonly string[] =>
    Object.keys(names).map((name) => `${id}.${name}`)
  switch (step.kind) {
    case 'task':
      return named(step.actions)
    case 'wait':
      return named(step.answers)
    case 'phase': {
      const sides = Object.entries(step.sides ?? {}).filter(([, { opens }]) => 'by' in opens)
      return [...named(step.actions ?? {}), ...sides.map(([side]) => `${id}.${side}`)]
    }
    default:
      return []
  }
}

function conditionsOf(
  { id, step }: StepEntry,
  tables: Readonly<Record<string, DecisionTable>>,
): readonly string[] {
  const own = 'when' in step && step.when !== undefined ? both(id) : []
  switch (step.kind) {
    case 'task':
      return [...own, ...whenOf(id, step.actions)]
    case 'wait':
      return [...own, ...whenOf(id, step.answers)]
    case 'phase': {
      const sides = Object.entries(step.sides ?? {}).filter(([, { opens }]) => 'when' in opens)
      return [
        ...whenOf(id, step.actions ?? {}),
        ...sides.flatMap(([side]) => both(`${id}/${side}`)),
      ]
    }
    case 'parallel': {
      const branches = Object.entries(step.branches).filter(([, { when }]) => when !== undefined)
      return branches.flatMap(([branch]) => both(`${id}/${branch}`))
    }
    case 'decision': {
      const table = step.table === undefined ? undefined : tables[step.table]
      const rows = (table?.rules ?? []).map((_, index) => `${id}.rule-${index + 1}`)
      return [...rows, ...exitsOf({ id, step, path: [], block: ROOT }).map(nameIn(id))]
    }
    default:
      return own
  }
}

const ROOT: StepEntry['block'] = { ref: '', kind: 'root', start: '', steps: {}, path: [] }

function nameIn(id: string) {
  return ({ exit }: { readonly exit: string }): string => `${id}.${exit}`
}

function whenOf(
  id: string,
  actions: Readonly<Record<string, { readonly when?: string }>>,
): readonly string[] {
  const conditional = Object.entries(actions).filter(([, { when }]) => when !== undefined)
  return conditional.flatMap(([name]) => both(`${id}.${name}`))
}

function exitNames(entry: StepEntry): readonly string[] {
  const { kind } = entry.step
  const isCounted = kind === 'phase' || kind === 'parallel' || kind === 'service' || kind === 'call'
  return isCounted ? exitsOf(entry).map(nameIn(entry.id)) : []
}
