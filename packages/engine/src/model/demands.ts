import type { ReleaseContent } from './release.ts'
import type { Step } from './step.ts'
import type { DecisionTable } from './table.ts'
import { policyPlaces, whoPlaces } from './who-places.ts'
import type { Workflow } from './workflow.ts'
import { eachStep } from './workflow-tree.ts'

/** The duties and posts that workflows ask of a directory, each once, sorted. */
export function demandsOf(
  workflows: readonly Workflow[],
  tables: Readonly<Record<string, DecisionTable>>,
): ReleaseContent['demands'] {
  const duties = new Set<string>()
  const posts = new Set<string>()
  for (const workflow of workflows) {
    if (workflow.policies?.escalateTo) posts.add(workflow.policies.escalateTo)
    const steps = eachStep(workflow)
    for (const { step } of steps) for (const post of signingPosts(step)) posts.add(post)
    for (const { who } of [...policyPlaces(workflow), ...steps.flatMap(whoPlaces)]) {
      if ('duty' in who) duties.add(who.duty)
      if ('post' in who && who.post !== undefined) posts.add(who.post)
      if (!('table' in who)) continue
      for (const duty of namedBy(tables[who.table], 'duty')) duties.add(duty)
      for (const post of namedBy(tables[who.table], 'post')) posts.add(post)
    }
  }
  return { duties: [...duties].sort(), posts: [...posts].sort() }
}

function signingPosts(step: Step): readonly string[] {
  if (step.kind !== 'task' || !step.signing) return []
  const { weights, chair } = step.signing
  return [...Object.keys(weights ?? {}), ...(chair === undefined ? [] : [chair])]
}

const TEXT_LITERAL = /^\s*"([^"\\]*)"\s*$/

/** The texts that a table's output can give; a computed cell is not known before a case runs. */
function namedBy(table: DecisionTable | undefined, output: string): readonly string[] {
  const column = table?.outputs.findIndex(({ id }) => id === output) ?? -1
  if (!table || column < 0) return []
  return table.rules.flatMap(({ then }) => TEXT_LITERAL.exec(then[column] ?? '')?.[1] ?? [])
}
