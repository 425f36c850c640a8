import type { CaseData, Field, Suite, Value, Workflow } from '@yichuang/engine'
import { stepOf, stepsOf } from '../document/block.ts'
import { addDays, dayOf, daysBetween } from './days.ts'

/** The fields in which the facts of a case are given: those that steps edit, in the order of the steps. */
export interface CaseFields {
  /** Edited by the steps before the first one that a section works on. */
  readonly first: readonly string[]
  /** Edited by later steps: what the sections will find. */
  readonly later: readonly string[]
}

export function caseFields(workflow: Workflow): CaseFields {
  const first: string[] = []
  const later: string[] = []
  let isAtTheOffice = false
  for (const [, step] of stepsOf(workflow)) {
    if (step.kind !== 'task' && step.kind !== 'wait') continue
    const fields = step.data?.edit ?? []
    const isFirst = !isAtTheOffice && first.length === 0
    for (const id of fields) {
      if (first.includes(id) || later.includes(id) || workflow.fields[id] === undefined) continue
      if (isFirst) first.push(id)
      else later.push(id)
    }
    if (fields.length > 0) isAtTheOffice = true
  }
  return { first, later }
}

/** The fields that decide which way a case takes: named in a condition or a table. */
export function decidingFields(workflow: Workflow, fields: readonly string[]): readonly string[] {
  const text = JSON.stringify(workflow.steps)
  const asked = new Set(
    [...text.matchAll(/"(?:when|expression)":\s*"((?:[^"\\]|\\.)*)"/g)].flatMap(([, feel = '']) =>
      feel.replace(/\\"[^"]*\\"/g, ' ').match(/[A-Za-z]\w*/g),
    ),
  )
  return fields.filter((id) => asked.has(id))
}

/**
 * The most common case: what the first saved walk enters; where it says nothing, a plain value that
 * the field takes.
 */
export function usualFacts(
  workflow: Workflow,
  suite: Suite | undefined,
  town: string,
  day: string,
): CaseData {
  const { first, later } = caseFields(workflow)
  const walked = factsOfWalk(suite, workflow, town, day)
  return Object.fromEntries(
    [...first, ...later].flatMap((id) => {
      const field = workflow.fields[id]
      if (!field) return []
      const given = walked[id]
      // What the usual case does not mention later is left to whoever works on it then.
      if (given === undefined && later.includes(id) && Object.keys(walked).length > 0) return []
      return [[id, given ?? plainValue(field, day)] as const]
    }),
  )
}

function factsOfWalk(
  suite: Suite | undefined,
  workflow: Workflow,
  town: string,
  day: string,
): CaseData {
  const facts: Record<string, Value> = {}
  const script = suite?.walks[0]?.script ?? []
  const opened = script.map(({ open }) => open?.['at']).find((it) => typeof it === 'string')
  const shift = typeof opened === 'string' ? daysBetween(dayOf(opened), day) : 0
  for (const line of script) {
    const data = line.act?.['data'] ?? line.open?.['data']
    if (typeof data !== 'object' || data === null || Array.isArray(data)) continue
    for (const [id, value] of Object.entries(data)) {
      if (!isValue(value) || id in facts) continue
      facts[id] = moved(value, workflow.fields[id], shift, town)
    }
  }
  return facts
}

/** Days keep their distance from the day on which the case is opened. */
function moved(value: Value, field: Field | undefined, shift: number, town: string): Value {
  if (typeof value !== 'string') return value
  return field?.type === 'date' ? addDays(value, shift) : value.replaceAll('$town', town)
}

function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.every((it) => typeof it !== 'object')
  return value !== undefined && (typeof value !== 'object' || value === null)
}

function plainValue(field: Field, day: string): Value {
  switch (field.type) {
    case 'boolean':
      return false
    case 'number':
    case 'money':
      return Math.max(field.min ?? 0, 1)
    case 'date':
      return day
    case 'choice':
      return field.of[0] ?? null
    case 'text':
      return '—'
    case 'list':
      return []
  }
}

/** Any facts that the fields take. Texts and days stay as they are: they decide nothing. */
export function anyFacts(workflow: Workflow, facts: CaseData, random: () => number): CaseData {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => {
      const field = workflow.fields[id]
      return [id, field ? anyValue(field, value, random) : value]
    }),
  )
}

function anyValue(field: Field, value: Value, random: () => number): Value {
  switch (field.type) {
    case 'boolean':
      return random() < 0.3
    case 'choice':
      return field.of[Math.floor(random() * field.of.length)] ?? value
    case 'number':
    case 'money': {
      const usual = typeof value === 'number' && value > 0 ? value : 10
      const least = field.min ?? 0
      const most = Math.min(field.max ?? usual * 2, usual * 2)
      const places = 10 ** (field.type === 'money' ? 0 : Math.min(field.scale ?? 0, 0))
      return Math.max(least, Math.round((least + random() * (most - least)) * places) / places)
    }
    case 'date':
    case 'text':
    case 'list':
      return value
  }
}

/** What a step asks to be filled in: each field, and whether it must hold a value. */
export function askedAt(
  workflow: Workflow,
  step: string,
): readonly { readonly id: string; readonly field: Field; readonly isNeeded: boolean }[] {
  const found = stepOf(workflow, step)
  if (found?.kind !== 'task' && found?.kind !== 'wait') return []
  const { edit = [], need = [] } = found.data ?? {}
  return edit.flatMap((id) => {
    const field = workflow.fields[id]
    return field ? [{ id, field, isNeeded: need.includes(id) }] : []
  })
}
