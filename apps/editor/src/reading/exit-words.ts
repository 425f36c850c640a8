import type { Arrow, Step, StepId, Workflow } from '@yichuang/engine'
import { type Block, blocksOf, stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import type { Wording } from '../wording/wording.ts'

/** What an exit is called: its title, the rule of a row, or the act that gives the result. */
export function exitWords(workflow: Workflow, id: StepId, exit: string, wording: Wording): string {
  const step = stepOf(workflow, id)
  const arrow = step && exitsOf(step).find(({ key }) => key === exit)?.arrow
  const act = step?.kind === 'phase' ? step.actions?.[exit] : undefined
  if (act) return act.title ? wording.name(act.title) : verbWords(exit, wording)
  if (!step || !arrow) return verbWords(exit, wording)
  if (arrow.title) return wording.name(arrow.title)
  if (step.kind === 'parallel') return countWords(step, exit, wording)
  if (step.kind === 'decision') return rowWords(step, exit, workflow, wording)
  if (step.kind === 'phase') return resultWords(workflow, id, exit, wording)
  if (step.kind === 'call' && exit === 'otherwise') return wording.t('exit.otherwise')
  return verbWords(exit, wording)
}

/** What a result of a block is called: by the outcome, else by the first act in it that gives it. */
export function resultWords(
  workflow: Workflow,
  block: string,
  result: string,
  wording: Wording,
): string {
  const found = blocksOf(workflow).find(({ key }) => key === block)
  const title = found && titleOfResult(workflow, found, result)
  return title ? wording.name(title) : verbWords(result, wording)
}

/** What an outcome is called. */
export function outcomeWords(workflow: Workflow, outcome: string, wording: Wording): string {
  const found = workflow.outcomes[outcome]
  if (found?.title) return wording.name(found.title)
  const key = `outcome.${found?.class ?? outcome}`
  return wording.has(key) ? wording.t(key) : outcome
}

function titleOfResult(workflow: Workflow, block: Block, result: string): Arrow['title'] {
  const owner = block.part === 'main' && block.owner ? stepOf(workflow, block.owner) : undefined
  const actions = owner?.kind === 'phase' ? Object.values(owner.actions ?? {}) : []
  const inside = Object.values(block.steps).flatMap((step) => exitsOf(step).map((it) => it.arrow))
  const givers = [...inside, ...actions].filter((arrow) => arrow.result === result)
  return givers.length === 1 ? givers[0]?.title : givers.find(({ title }) => title)?.title
}

function countWords(
  step: Extract<Step, { kind: 'parallel' }>,
  exit: string,
  wording: Wording,
): string {
  const row = step.exits[Number(exit)]
  if (!row || !('count' in row)) return wording.t('exit.otherwise')
  if (row.early && row.atLeast === 1) return wording.t('parallel.veto')
  if (row.atLeast === 'all') return wording.t('parallel.all')
  return wording.t('parallel.atLeast', { n: String(row.atLeast) })
}

function rowWords(
  step: Extract<Step, { kind: 'decision' }>,
  exit: string,
  workflow: Workflow,
  wording: Wording,
): string {
  if (exit === 'otherwise') return wording.t('exit.otherwise')
  const row = step.rows?.[Number(exit)]
  return row ? conditionWords(row.when, workflow, wording) : verbWords(exit, wording)
}

/**
 * A FEEL condition as words, where it is simple enough: a field alone, or `field = "choice"`, joined
 * by `and`. Anything else shows the condition with its fields named.
 */
export function conditionWords(feel: string, workflow: Workflow, wording: Wording): string {
  const parts = feel.split(/\s+and\s+/)
  return parts.map((part) => partWords(part.trim(), workflow, wording)).join(wording.t('list.and'))
}

function partWords(part: string, workflow: Workflow, wording: Wording): string {
  const label = (id: string) => inSentence(wording.name(workflow.fields[id]?.label, id))
  const negated = /^not\((\w+)\)$/.exec(part)?.[1]
  if (negated !== undefined) return wording.t('condition.no', { field: label(negated) })
  if (/^\w+$/.test(part)) return wording.t('condition.yes', { field: label(part) })
  const choice = /^(\w+)\s*=\s*"([^"]*)"$/.exec(part)
  if (choice) {
    const [, id = '', value = ''] = choice
    const field = workflow.fields[id]
    const words = field?.type === 'choice' ? wording.name(field.labels?.[value], value) : value
    return wording.t('condition.equals', { field: label(id), value: words })
  }
  const truth = /^(\w+)\s*=\s*(true|false)$/.exec(part)
  if (truth) {
    const [, id = '', value] = truth
    return wording.t(value === 'true' ? 'condition.yes' : 'condition.no', { field: label(id) })
  }
  return part.replace(/[A-Za-z]\w*/g, (word) =>
    Object.hasOwn(workflow.fields, word) ? label(word) : word,
  )
}

/** A label inside a sentence: English begins it small, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function verbWords(id: string, wording: Wording): string {
  const key = `verb.${id}`
  return wording.has(key) ? wording.t(key) : id
}
