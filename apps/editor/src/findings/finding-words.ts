import { stepOf } from '../document/block.ts'
import { outcomeWords } from '../reading/exit-words.ts'
import { unitKey } from '../reading/limit-words.ts'
import { dutyTitle, postTitle, type Reading } from '../reading/who-plate.ts'
import type { Fill } from '../wording/wording.ts'
import type { Finding } from './finding.ts'
import { placesOf } from './places.ts'

/** A finding in words: what is so, what follows, and the few words that fit on a card. */
export interface FindingWords {
  readonly fact: string
  readonly consequence: string
  readonly short: string
}

export function findingWords(finding: Finding, reading: Reading): FindingWords {
  const { wording } = reading
  const fill = factsOf(finding, reading)
  const say = (part: 'fact' | 'consequence' | 'short') => {
    const key = `finding.${finding.kind}.${part}`
    return wording.has(key) ? wording.t(key, fill) : null
  }
  return {
    fact: say('fact') ?? wording.t('finding.unknown.fact'),
    consequence:
      say('consequence') ?? wording.t('finding.unknown.consequence', { at: '', ...fill }),
    short: say('short') ?? wording.t(`finding.short.${finding.severity}`),
  }
}

/** The facts of a finding as words that can be put into a sentence. */
function factsOf(finding: Finding, reading: Reading): Fill {
  const { wording, workflow, directory } = reading
  const plain = Object.entries(finding).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  const { town } = finding
  const named: Record<string, (id: string) => string> = {
    step: (id) => wording.name(stepOf(workflow, id)?.title, id),
    block: (id) => wording.name(stepOf(workflow, id.split('/')[0] ?? id)?.title, id),
    duty: (id) => dutyTitle(id, reading),
    post: (id) => postTitle(id, reading),
    field: (id) => wording.name(workflow.fields[id]?.label, id),
    outcome: (id) => outcomeWords(workflow, id, wording),
    town: (id) => reading.townNames(id),
    section: (id) => wording.name(directory.sectionOf(town ?? reading.town, id)?.section.title, id),
  }
  const facts = plain.map(([key, value]) => [key, named[key]?.(String(value)) ?? value] as const)
  const amounts = (['promised', 'statutory'] as const).flatMap((key) => {
    const words = amountWords(finding[key], reading)
    return words === null ? [] : [[key, words] as const]
  })
  return { ...Object.fromEntries([...facts, ...amounts]), steps: stepsWords(finding, reading) }
}

/** “第一步、第二步”; of many, the first two and how many there are. */
function stepsWords(finding: Finding, reading: Reading): string {
  const { wording } = reading
  const titles = placesOf(finding).map(({ workflow, step }) => {
    const title = wording.name(stepOf(reading.workflowNamed(workflow), step)?.title, step)
    return wording.t('problems.quoted', { step: title })
  })
  const shown = [...new Set(titles)]
  if (shown.length <= 3) return shown.join(wording.t('list.comma'))
  const first = shown.slice(0, 2).join(wording.t('list.comma'))
  return wording.t('problems.manySteps', { step: first, n: shown.length })
}

function amountWords(amount: unknown, { wording }: Reading): string | null {
  if (
    typeof amount !== 'object' ||
    amount === null ||
    !('value' in amount) ||
    !('unit' in amount)
  ) {
    return null
  }
  const { value, unit } = amount
  const isUnit = unit === 'working-day' || unit === 'day' || unit === 'hour' || unit === 'month'
  if (typeof value !== 'number' || !isUnit) return null
  return wording.t(`unit.sentence.${unitKey(unit)}`, { n: value })
}
