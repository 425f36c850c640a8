import type { Finding } from '@yichuang/analysis'
import type { DirectoryFault } from '@yichuang/engine'
import type { Facts, Wording } from '../wording/wording.ts'
import type { Names, WorkflowNames } from '../workspace/names.ts'
import { amountWords, listWords, plainFacts } from './facts-as-words.ts'

export interface FindingContext {
  readonly wording: Wording
  readonly names: Names
  /** Names inside a workflow, by its id. */
  readonly workflow: (id: string | undefined) => WorkflowNames
}

type Found = DirectoryFault | Finding

/** A finding in one sentence or two: what is so, what follows, what to do. */
export function findingWords(finding: Found, context: FindingContext): string {
  const facts = factsOf(finding, context)
  const { wording } = context
  return (
    wording.find(`finding.${finding.kind}`, facts) ??
    wording.say('finding.other', { kind: finding.kind })
  )
}

function factsOf(finding: Found, context: FindingContext): Facts {
  const { wording, names } = context
  const town = 'town' in finding ? finding.town : undefined
  const workflow = context.workflow('workflow' in finding ? finding.workflow : undefined)
  const spoken: Readonly<Record<string, (id: string) => string>> = {
    town: names.town,
    duty: names.duty,
    post: names.post,
    item: names.item,
    section: (id) => names.section(town, id),
    proposed: (id) => names.section(town, id),
    step: workflow.step,
    field: workflow.field,
    outcome: workflow.outcome,
    called: names.workflow,
    clock: (id) => wording.find(`clock.${id}`) ?? id,
  }
  const facts: Record<string, string | number | null | undefined> = {
    ...plainFacts(finding, wording),
  }
  for (const [key, value] of Object.entries(finding)) {
    const speak = spoken[key]
    if (speak !== undefined && typeof value === 'string') facts[key] = speak(value)
  }
  if ('step' in finding && finding.step !== undefined) {
    const { step } = finding
    if ('exit' in finding) facts['exit'] = workflow.action(step, finding.exit)
    if ('side' in finding) facts['side'] = workflow.side(step, finding.side)
  }
  return { ...facts, ...listedFacts(finding, context, workflow) }
}

/** Steps, sections and amounts, which stand in findings as lists and pairs. */
function listedFacts(
  finding: Found,
  { wording, names, workflow: workflowOf }: FindingContext,
  workflow: WorkflowNames,
): Facts {
  const facts: Record<string, string> = {}
  const quoted = (titles: readonly string[]): string =>
    listWords([...new Set(titles)].map(wording.quote), wording)
  if ('steps' in finding && finding.steps !== undefined) {
    const titles = finding.steps.map((use) =>
      typeof use === 'string' ? workflow.step(use) : workflowOf(use.workflow).step(use.step),
    )
    facts['steps'] = quoted(titles)
  }
  if ('sections' in finding)
    facts['sections'] = quoted(finding.sections.map((id) => names.section(finding.town, id)))
  if (finding.kind === 'limits-over-promise')
    facts['path'] = quoted(finding.path.map(workflow.step))
  if (finding.kind === 'promise-over-statute') {
    facts['promised'] = amountWords(finding.promised, wording)
    facts['statutory'] = amountWords(finding.statutory, wording)
  }
  if (finding.kind === 'call-ring') facts['ring'] = finding.ring.map(names.workflow).join(' → ')
  return facts
}
