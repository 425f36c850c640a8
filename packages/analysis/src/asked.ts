import {
  type DecisionTable,
  policyPlaces,
  type StepEntry,
  type Who,
  type Workflow,
  whoPlaces,
} from '@yichuang/engine'

type Tables = Readonly<Record<string, DecisionTable>>

/** Something outside the workflow that is asked to act or named by a rule. */
type AskedName =
  | { readonly kind: 'duty'; readonly duty: string; readonly post?: string }
  /** A post asked by itself, in the whole town. */
  | { readonly kind: 'post'; readonly post: string }
  /** A post named by a signing rule or as the one escalated to; where it is held follows from `by`. */
  | { readonly kind: 'named-post'; readonly post: string }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'table'; readonly table: string }

/** With the step that asks; without one, the workflow's policies ask. */
export type Asked = AskedName & { readonly step?: string }

/** Everything outside the workflow that it asks for, in the order of the steps. */
export function askedBy(
  workflow: Workflow,
  steps: readonly StepEntry[],
  tables: Tables,
): readonly Asked[] {
  const escalateTo = workflow.policies?.escalateTo
  return [
    ...(escalateTo === undefined ? [] : [{ kind: 'named-post', post: escalateTo } as const]),
    ...policyPlaces(workflow).flatMap(({ who }) => namesOf(who, tables)),
    ...steps.flatMap((entry) =>
      namesIn(entry, tables).map((name): Asked => ({ ...name, step: entry.id })),
    ),
  ]
}

function namesIn(entry: StepEntry, tables: Tables): readonly AskedName[] {
  return [
    ...whoPlaces(entry).flatMap(({ who }) => namesOf(who, tables)),
    ...awaitedBody(entry),
    ...signingPosts(entry),
    ...decisionTable(entry),
  ]
}

function namesOf(who: Who, tables: Tables): readonly AskedName[] {
  if ('duty' in who) return [{ kind: 'duty', ...who }]
  if ('post' in who) return [{ kind: 'post', post: who.post }]
  if ('body' in who) return [{ kind: 'body', body: who.body }]
  if (!('table' in who)) return []
  return [{ kind: 'table', table: who.table }, ...tableAnswers(who.table, tables)]
}

function awaitedBody({ step }: StepEntry): readonly AskedName[] {
  return step.kind === 'wait' && 'body' in step.for ? [{ kind: 'body', body: step.for.body }] : []
}

function signingPosts({ step }: StepEntry): readonly AskedName[] {
  if (step.kind !== 'task' || step.signing === undefined) return []
  const { weights, chair } = step.signing
  const posts = [...Object.keys(weights ?? {}), ...(chair === undefined ? [] : [chair])]
  return posts.map((post) => ({ kind: 'named-post', post }))
}

function decisionTable({ step }: StepEntry): readonly AskedName[] {
  if (step.kind !== 'decision' || step.table === undefined) return []
  return [{ kind: 'table', table: step.table }]
}

const TEXT_LITERAL = /^\s*"([^"\\]*)"\s*$/

/** What the rows of a table can answer; a computed cell is not known before a case runs. */
function tableAnswers(id: string, tables: Tables): readonly AskedName[] {
  const table = Object.hasOwn(tables, id) ? tables[id] : undefined
  if (table === undefined) return []
  const cell = (then: readonly string[], output: string) =>
    TEXT_LITERAL.exec(then[table.outputs.findIndex((column) => column.id === output)] ?? '')?.[1]
  return table.rules.flatMap(({ then }): readonly AskedName[] => {
    const duty = cell(then, 'duty')
    const post = cell(then, 'post')
    if (duty === undefined) return post === undefined ? [] : [{ kind: 'post', post }]
    return [{ kind: 'duty', duty, ...(post === undefined ? {} : { post }) }]
  })
}
