import type { CaseEvent, CaseFact, Engine, Field, TaskView, Value } from '@yichuang/engine'
import { stepOf } from '../document/block.ts'
import { exitWords, outcomeWords } from '../reading/exit-words.ts'
import { type Plate, postTitle, type Reading, sectionName } from '../reading/who-plate.ts'
import { drawnExit } from './progress.ts'

/** Everything that words about a walk are made from. */
export interface Tongue {
  readonly reading: Reading
  readonly engine: Engine
}

/** A step, phase or clock by its title: `window#1`, `handling.statutory`. */
export function subjectWords(subject: string, { reading }: Tongue): string {
  const [id = subject] = subject.split('#')
  const [block = id, clock] = id.split('.')
  const { workflow, wording } = reading
  if (clock !== undefined && stepOf(workflow, id) === undefined) {
    return clockWords(clock, reading)
  }
  return wording.name(stepOf(workflow, block)?.title, block)
}

export function clockWords(id: string, { wording }: Reading): string {
  const clock = id.split('.').at(-1) ?? id
  const key = `clock.${clock}`
  return wording.has(key) ? wording.t(key) : wording.t('walk.otherClock')
}

export function stepWords(step: string, { reading }: Tongue): string {
  return reading.wording.name(stepOf(reading.workflow, step)?.title, step)
}

/** Somebody who acts: the post and number of a member of staff, a party, a body, the system. */
export function personWords(word: string, { reading, engine }: Tongue): string {
  const { wording, directory } = reading
  const [, kind = '', rest = ''] = /^@([a-z-]+)(?::(.*))?$/.exec(word) ?? []
  if (kind === 'applicant' || kind === 'agent' || kind === 'third-party') {
    return wording.t(`party.${kind}`)
  }
  if (kind === 'body') return wording.name(directory.bodies.get(rest)?.title, rest)
  if (kind === 'case') return wording.t('walk.child')
  if (kind !== '') return wording.t('card.bySystem')
  const person = engine.registers.people.people[word]
  const post = person?.holds[0]?.post
  return post === undefined ? word : `${postTitle(post, reading)} ${word}`
}

export function peopleWords(people: readonly string[], tongue: Tongue): string {
  const { wording } = tongue.reading
  if (people.length === 0) return wording.t('walk.nobody')
  const shown = people.slice(0, MOST_NAMED).map((it) => personWords(it, tongue))
  const words = shown.join(wording.t('list.comma'))
  return people.length > MOST_NAMED ? wording.t('walk.andMore', { words, n: people.length }) : words
}

const MOST_NAMED = 3

/** The doors behind which a task lies, and the vacancies. */
export function doorsOfTask(task: TaskView, reading: Reading): readonly Plate[] {
  const { directory, town, townTitle, wording } = reading
  const plates = task.groups.flatMap((group): readonly Plate[] => {
    if (group.gap) {
      const proposed = group.gap.proposed && directory.sectionOf(town, group.gap.proposed)?.section
      const duty = wording.name(directory.duties.get(group.gap.duty)?.title, group.gap.duty)
      return [
        {
          left: townTitle,
          right: wording.t('card.vacant'),
          isGap: true,
          full: wording.t('card.vacantFull', { town: townTitle, duty }),
          ...(proposed && { proposed: sectionName(proposed, wording) }),
        },
      ]
    }
    if (group.section !== undefined) return [sectionPlate(group.section, reading)]
    if (group.post === undefined) return []
    const right = postTitle(group.post, reading)
    const left = wording.t('card.townGovernment')
    return [{ left, right, isGap: false, full: `${townTitle} ${right}` }]
  })
  return [...new Map(plates.map((plate) => [plate.full, plate])).values()]
}

/** The plate of a section by its id. */
export function sectionPlate(section: string, reading: Reading, town = reading.town): Plate {
  const { directory, wording } = reading
  const place = directory.sectionOf(town, section)
  if (!place) return { left: null, right: section, isGap: false, full: section }
  return {
    left: wording.name(place.centre.short ?? place.centre.title),
    right: sectionName(place.section, wording),
    isGap: false,
    full: `${wording.name(place.centre.title)} ${wording.name(place.section.title)}`,
  }
}

/** A value of a field as it is read out. */
export function valueWords(
  value: Value | undefined,
  field: Field | undefined,
  reading: Reading,
): string {
  const { wording } = reading
  if (value === undefined || value === null || value === '') return wording.t('walk.unknown')
  if (typeof value === 'boolean') return wording.t(value ? 'walk.yes' : 'walk.no')
  if (field?.type === 'choice') return wording.name(field.labels?.[String(value)], String(value))
  if (Array.isArray(value)) return value.join(wording.t('list.comma'))
  const unit = field?.type === 'number' ? unitWords(field.unit, reading) : ''
  return unit === '' ? String(value) : `${String(value)} ${unit}`
}

function unitWords(unit: string | undefined, { wording }: Reading): string {
  if (unit === undefined) return ''
  const key = `walk.unit.${unit}`
  return wording.has(key) ? wording.t(key) : unit
}

/** One entry of the ledger: who, and what. */
export interface Entry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly more: readonly string[]
}

export function entryOf(event: CaseEvent, tongue: Tongue): Entry {
  const { wording } = tongue.reading
  const { command } = event
  const by = command?.do === 'act' ? command.by : command?.do === 'open' ? command.by : undefined
  return {
    seq: event.seq,
    at: event.recordedAt,
    who: by
      ? personWords(wordOf(by), tongue)
      : wording.t(event.kind === 'opened' ? 'party.applicant' : 'walk.time'),
    what: whatWords(event, tongue),
    more: event.facts.flatMap((fact) => factWords(fact, tongue)),
  }
}

function wordOf(by: Extract<CaseEvent['command'], { do: 'act' }>['by']): string {
  if ('person' in by) return by.person
  if ('party' in by) return `@${by.party}`
  if ('body' in by) return `@body:${by.body}`
  if ('service' in by) return `@service:${by.service}`
  return 'case' in by ? `@case:${by.case}` : `@message:${by.message}`
}

function whatWords(event: CaseEvent, tongue: Tongue): string {
  const { wording, workflow } = tongue.reading
  const subject = event.subject === undefined ? '' : subjectWords(event.subject, tongue)
  const { command } = event
  if (event.kind === 'acted' && command?.do === 'act') {
    const step = (event.subject ?? command.task).split('#')[0] ?? ''
    const action = exitWords(workflow, step, command.action, wording)
    return wording.t('walk.event.acted', { subject, action })
  }
  const person =
    command?.do === 'act' && command.to !== undefined ? targetWords(command.to, tongue) : ''
  return wording.t(`walk.event.${event.kind}`, { subject, to: person })
}

function targetWords(to: string, tongue: Tongue): string {
  return stepOf(tongue.reading.workflow, to) ? stepWords(to, tongue) : personWords(to, tongue)
}

/** What else an entry says: clocks, documents, outcome, vacancies. */
function factWords(fact: CaseFact, tongue: Tongue): readonly string[] {
  const { reading } = tongue
  const { wording, workflow } = reading
  switch (fact.fact) {
    case 'decided':
      return [
        wording.t('walk.fact.decided', {
          step: stepWords(fact.step, tongue),
          exit: exitWords(workflow, fact.step, drawnExit(fact.exit), wording),
        }),
      ]
    case 'clock-started':
      return [
        wording.t('walk.fact.clockStarted', {
          clock: clockWords(fact.clock, reading),
          due: fact.due?.day ?? wording.t('walk.stopped'),
        }),
      ]
    case 'clock-stopped':
      return [wording.t('walk.fact.clockStopped', { clock: clockWords(fact.clock, reading) })]
    case 'clock-resumed':
      return [
        wording.t('walk.fact.clockResumed', {
          clock: clockWords(fact.clock, reading),
          due: fact.due?.day ?? wording.t('walk.stopped'),
        }),
      ]
    case 'issued':
      return [
        wording.t('walk.fact.issued', {
          document: wording.name(workflow.documents?.[fact.document]?.title, fact.document),
        }),
      ]
    case 'outcome':
      return [
        wording.t('walk.fact.outcome', {
          outcome: outcomeWords(workflow, fact.outcome, wording),
        }),
      ]
    case 'unmanned':
      return [wording.t('walk.fact.unmanned', { task: subjectWords(fact.task, tongue) })]
    case 'finished':
      return [wording.t('walk.fact.finished')]
    case 'closed':
      return [wording.t('walk.fact.closed')]
    default:
      return []
  }
}
