import { blockOf, idsInside, stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import { fieldsIn } from '../reading/card-face.ts'
import { conditionWords, exitWords, outcomeWords } from '../reading/exit-words.ts'
import { drawnExit } from './progress.ts'
import { caseOf, ledgerOf, type Walk } from './walk.ts'
import { stepWords, type Tongue, valueWords } from './walk-words.ts'

/** One row of a decision: what it asks, where it leads, and what this case says to it. */
export interface RowWords {
  readonly key: string
  readonly words: string
  readonly values: string
  readonly isHit: boolean
}

/**
 * The decision that brought the case to a step: the last one before the step was opened, of those
 * that stand in a block around the step.
 */
export function decisionBefore(walk: Walk, step: string, { reading }: Tongue): string | null {
  const around = (decision: string) => {
    const block = blockOf(reading.workflow, decision)
    const inside = Object.entries(block?.steps ?? {}).flatMap(([id, it]) => idsInside(id, it))
    return block !== undefined && block.part !== 'root' && inside.includes(step)
  }
  const decisions: string[] = []
  for (const { facts } of ledgerOf(walk)) {
    for (const fact of facts) {
      if (fact.fact === 'decided' && around(fact.step)) decisions.push(fact.step)
      if (fact.fact === 'decided' && fact.step === step) return step
      if (fact.fact === 'opened' && fact.step === step && decisions.length > 0) {
        return decisions.at(-1) ?? null
      }
    }
  }
  return null
}

/** The rows of a decision as the case met them. */
export function decisionRows(walk: Walk, id: string, tongue: Tongue): readonly RowWords[] {
  const { workflow, wording } = tongue.reading
  const step = stepOf(workflow, id)
  if (step?.kind !== 'decision') return []
  const fact = ledgerOf(walk)
    .flatMap(({ facts }) => facts)
    .findLast((it) => it.fact === 'decided' && it.step === id)
  if (fact?.fact !== 'decided') return []
  const taken = drawnExit(fact.exit)
  if (step.table !== undefined) return tableRows(walk, step.table, fact.hits ?? [], tongue)
  return exitsOf(step).map(({ key, arrow }) => {
    const when = step.rows?.[Number(key)]?.when
    const lead = leadWords(arrow, tongue)
    const asked = arrow.title
      ? wording.name(arrow.title)
      : when === undefined
        ? wording.t('walk.why.otherwise')
        : conditionWords(when, workflow, wording)
    return {
      key,
      words: `${asked} → ${lead}`,
      values: when === undefined ? '' : valuesOf(when, walk, tongue),
      isHit: key === taken,
    }
  })
}

function leadWords(
  arrow: { readonly to?: string; readonly result?: string; readonly outcome?: string },
  tongue: Tongue,
): string {
  const { workflow, wording } = tongue.reading
  if (arrow.to !== undefined) return stepWords(arrow.to, tongue)
  if (arrow.outcome !== undefined) return outcomeWords(workflow, arrow.outcome, wording)
  const key = `verb.${arrow.result ?? ''}`
  return wording.has(key) ? wording.t(key) : (arrow.result ?? '')
}

function valuesOf(feel: string, walk: Walk, tongue: Tongue): string {
  const { workflow, wording } = tongue.reading
  const { data } = caseOf(walk).position
  return fieldsIn(feel, workflow)
    .map((id) => valueWords(data[id], workflow.fields[id], tongue.reading))
    .join(wording.t('list.comma'))
}

function tableRows(
  walk: Walk,
  id: string,
  hits: readonly number[],
  tongue: Tongue,
): readonly RowWords[] {
  const { tables, workflow, wording } = tongue.reading
  const table = tables[id]
  if (!table) return []
  return table.rules.map((rule, n) => {
    const asked = rule.when.flatMap((test, column) => {
      const input = table.inputs[column]
      return test.trim() === '-' || !input ? [] : [{ test, input }]
    })
    const plain = asked.map(
      ({ test, input }) =>
        `${inputWords(input, tongue)} ${testWords(test, input.expression, tongue)}`,
    )
    const note = rule.note && wording.name(rule.note)
    const words =
      note ??
      (plain.length === 0 ? wording.t('walk.why.otherwise') : plain.join(wording.t('list.comma')))
    return {
      key: String(n + 1),
      words,
      values: [...new Set(asked.flatMap(({ input }) => fieldsIn(input.expression, workflow)))]
        .map((field) =>
          valueWords(caseOf(walk).position.data[field], workflow.fields[field], tongue.reading),
        )
        .join(wording.t('list.comma')),
      isHit: hits.includes(n + 1),
    }
  })
}

function inputWords(
  input: {
    readonly expression: string
    readonly label?: { readonly zh: string; readonly en?: string }
  },
  { reading }: Tongue,
): string {
  const field = reading.workflow.fields[input.expression]
  return reading.wording.name(input.label ?? field?.label, input.expression)
}

/** A unary test with choices and truths in words. */
function testWords(test: string, expression: string, { reading }: Tongue): string {
  const field = reading.workflow.fields[expression]
  const { wording } = reading
  return test
    .replace(/"([^"]*)"/g, (_, value: string) =>
      field?.type === 'choice' ? wording.name(field.labels?.[value], value) : value,
    )
    .replace(/\btrue\b/g, wording.t('walk.yes'))
    .replace(/\bfalse\b/g, wording.t('walk.no'))
}

/** How a step was left, in words; for the panel and the badge. */
export function doneWords(step: string, exit: string, { reading }: Tongue): string {
  return exitWords(reading.workflow, step, exit, reading.wording)
}
