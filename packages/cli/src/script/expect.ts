import type { CaseEvent, CaseFact, Json, TaskView } from '@yichuang/engine'
import type { Expectation } from './script-line.ts'
import type { Expected, Walked } from './walked.ts'

/** What of an expectation does not hold. */
export function unmetIn(walked: Walked, expect: Expectation): readonly Expected[] {
  const unmet: Expected[] = []
  const demand = (what: keyof Expectation, expected: Json, found: Json, of?: string): void => {
    if (JSON.stringify(expected) === JSON.stringify(found)) return
    unmet.push({ what, ...(of === undefined ? {} : { of }), expected, found })
  }
  const { kase, last } = walked
  const tasks = openTasks(walked)
  if (expect.open !== undefined) demand('open', sorted(expect.open), sorted(tasks.map(stepOf)))
  if (expect.closed !== undefined) demand('closed', expect.closed, isClosed(walked))
  if (expect.finished !== undefined)
    demand('finished', expect.finished, (kase?.finishedAt ?? null) !== null)
  if (expect.outcome !== undefined)
    demand('outcome', expect.outcome, kase?.position.outcome ?? null)
  for (const [step, sections] of Object.entries(expect.sections ?? {}))
    demand('sections', sorted([sections].flat()), sectionsAsked(walked.ledger, step), step)
  for (const [step, people] of Object.entries(expect.people ?? {}))
    demand('people', sorted(people), sorted(viewOf(tasks, step)?.people ?? []), step)
  for (const [subject, day] of Object.entries(expect.due ?? {}))
    demand('due', day, dueOf(walked.ledger, subject)?.day ?? null, subject)
  if (expect.documents !== undefined)
    demand('documents', sorted(expect.documents), documentsIn(walked.ledger))
  if (expect.refused !== undefined) demand('refused', expect.refused, last.refusal?.kind ?? false)
  if (expect.events !== undefined)
    demand(
      'events',
      [...expect.events],
      last.events.map(({ kind }) => kind),
    )
  if (expect.nobody !== undefined)
    demand('nobody', sorted(expect.nobody), sorted(tasks.filter(isUnmanned).map(stepOf)))
  for (const [field, value] of Object.entries(expect.data ?? {}))
    demandData(walked, field, value, demand)
  demandProvisional(walked, expect.provisional, demand)
  return unmet
}

type Demand = (what: keyof Expectation, expected: Json, found: Json, of?: string) => void

/** The value of a sensitive field is compared, but never shown. */
function demandData(walked: Walked, field: string, value: Json, demand: Demand): void {
  const { engine, kase } = walked
  const found = kase?.position.data[field] ?? null
  const workflow = engine.release.content.workflows[kase?.workflow ?? '']
  const isSensitive = workflow?.fields[field]?.sensitive === true
  const isSame = JSON.stringify(value) === JSON.stringify(found)
  if (!isSensitive) demand('data', value, found, field)
  else if (!isSame) demand('data', '***', '……', field)
}

function demandProvisional(
  { kase, ledger }: Walked,
  expected: Expectation['provisional'],
  demand: Demand,
): void {
  if (typeof expected === 'boolean') {
    const limits = Object.values(kase?.tasks ?? {}).map(({ limit }) => limit?.due)
    const clocks = Object.values(kase?.clocks ?? {})
    const running = clocks.filter(({ endedAt }) => endedAt === undefined).map(({ due }) => due)
    const found = [...limits, ...running].some((due) => due?.provisional === true)
    demand('provisional', expected, found)
    return
  }
  for (const [subject, value] of Object.entries(expected ?? {}))
    demand('provisional', value, dueOf(ledger, subject)?.provisional === true, subject)
}

function openTasks({ engine, kase, at }: Walked): readonly TaskView[] {
  return kase === null || at === null ? [] : engine.openTasks(kase, at)
}

function isClosed({ kase }: Walked): boolean {
  return kase !== null && kase.closedAt !== null
}

function stepOf({ step }: TaskView): string {
  return step
}

function isUnmanned({ unmanned }: TaskView): boolean {
  return unmanned !== undefined
}

function viewOf(tasks: readonly TaskView[], step: string): TaskView | undefined {
  return tasks.find((task) => task.step === step || task.task === step)
}

function sorted(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort()
}

function factsOf(ledger: readonly CaseEvent[]): readonly CaseFact[] {
  return ledger.flatMap(({ facts }) => facts)
}

function documentsIn(ledger: readonly CaseEvent[]): readonly string[] {
  return sorted(factsOf(ledger).flatMap((fact) => (fact.fact === 'issued' ? [fact.document] : [])))
}

/** Sections asked at a step when it was last opened; of a round, with `step#round`. */
function sectionsAsked(ledger: readonly CaseEvent[], step: string): readonly string[] {
  const assigned = factsOf(ledger).findLast(
    (fact) => fact.fact === 'assigned' && (fact.step === step || fact.task === step),
  )
  const groups = assigned?.fact === 'assigned' ? assigned.groups : []
  return sorted(groups.flatMap(({ section }) => (section === undefined ? [] : [section])))
}

/** Due date of a step, a task `step#round`, or a clock `phase.clock` (the phase may be left out). */
function dueOf(ledger: readonly CaseEvent[], subject: string) {
  const isMeant = (id: string): boolean =>
    id === subject || id.split('#')[0] === subject || id.split('.')[1] === subject
  const fact = factsOf(ledger).findLast((known) => {
    switch (known.fact) {
      case 'limit-started':
        return isMeant(known.task)
      case 'due-moved':
        return isMeant(known.subject)
      case 'clock-started':
      case 'clock-resumed':
      case 'clock-extended':
      case 'clock-stopped':
        return isMeant(known.clock)
      default:
        return false
    }
  })
  return fact !== undefined && 'due' in fact ? fact.due : null
}
