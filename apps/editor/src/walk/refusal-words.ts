import type { Refusal } from '@yichuang/engine'
import { conditionWords, outcomeWords } from '../reading/exit-words.ts'
import { peopleWords, personWords, stepWords, subjectWords, type Tongue } from './walk-words.ts'

/** A refusal in one sentence: what stands against it, and who may act instead. */
export function refusalWords(refusal: Refusal, tongue: Tongue): string {
  return tongue.reading.wording.t(`walkRefusal.${refusal.kind}`, factsOf(refusal, tongue))
}

const STEPS: readonly string[] = ['step', 'to', 'from', 'sameAs']
const PERSONS: readonly string[] = ['by', 'person']
const PEOPLE: readonly string[] = ['asked', 'others']

function factsOf(refusal: Refusal, tongue: Tongue): Readonly<Record<string, string | number>> {
  const { workflow, wording } = tongue.reading
  const field = (id: string) => wording.name(workflow.fields[id]?.label, id)
  const facts: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(refusal)) {
    if (typeof value === 'number') facts[key] = value
    else if (Array.isArray(value)) {
      const words = value.filter((it): it is string => typeof it === 'string')
      if (PEOPLE.includes(key)) facts[key] = peopleWords(words, tongue)
      else if (key === 'fields') facts[key] = words.map(field).join(wording.t('list.comma'))
    } else if (typeof value !== 'string') continue
    else if (PERSONS.includes(key)) facts[key] = personWords(value, tongue)
    else if (STEPS.includes(key)) facts[key] = stepWords(value, tongue)
    else if (key === 'task') facts[key] = subjectWords(value, tongue)
    else if (key === 'field') facts[key] = field(value)
    else if (key === 'when') facts[key] = conditionWords(value, workflow, wording)
    else if (key === 'outcome') facts[key] = outcomeWords(workflow, value, wording)
    else facts[key] = value
  }
  if (refusal.kind === 'separated-stage') {
    facts['stage'] = wording.t(`stage.${refusal.stage}`)
    facts['fromStage'] = wording.t(`stage.${refusal.from}`)
  }
  return facts
}
