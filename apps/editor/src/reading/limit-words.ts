import type { Limit, Workflow } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'

/** A limit as a card shows it: a figure with its unit, or the name of the field that holds it. */
export interface ShortLimit {
  readonly figure: string | null
  readonly words: string
}

export function shortLimit(limit: Limit, workflow: Workflow, wording: Wording): ShortLimit {
  if (typeof limit.value === 'string') {
    return { figure: null, words: wording.name(workflow.fields[limit.value]?.label, limit.value) }
  }
  return { figure: String(limit.value), words: wording.t(`unit.short.${unitKey(limit.unit)}`) }
}

/** A limit inside a sentence: “3 个工作日”. */
export function limitInSentence(limit: Limit, workflow: Workflow, wording: Wording): string {
  if (typeof limit.value === 'string') {
    const field = wording.name(workflow.fields[limit.value]?.label, limit.value)
    return wording.t('unit.byField', { field })
  }
  return wording.t(`unit.sentence.${unitKey(limit.unit)}`, { n: limit.value })
}

export function unitKey(unit: Limit['unit']): 'workingDay' | 'day' | 'hour' | 'month' {
  return unit === 'working-day' ? 'workingDay' : unit
}
