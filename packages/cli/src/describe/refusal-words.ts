import type { Refusal } from '@yichuang/engine'
import type { Facts, Wording } from '../wording/wording.ts'
import type { Names, WorkflowNames } from '../workspace/names.ts'
import { listWords, plainFacts, valueWords } from './facts-as-words.ts'
import { peopleWords, personWords } from './who-words.ts'

export interface RefusalContext {
  readonly wording: Wording
  readonly names: Names
  readonly workflow: WorkflowNames
}

/** A refusal in one sentence: what stands against it, what would be allowed instead, and by whom. */
export function refusalWords(refusal: Refusal, context: RefusalContext): string {
  if (refusal.kind === 'operator-not-allowed' && refusal.asked.length === 0)
    return context.wording.say('refusal.operator-for-nobody', factsOf(refusal, context))
  const facts = { ...plainFacts(refusal, context.wording), ...factsOf(refusal, context) }
  return context.wording.say(`refusal.${refusal.kind}`, facts)
}

type Speak = (value: string, context: RefusalContext, refusal: Refusal) => string

const stepTitle: Speak = (id, { workflow }) => workflow.step(id)

/** How each fact is spoken; the others stand as they are. */
const SPOKEN: Readonly<Record<string, Speak>> = {
  step: stepTitle,
  task: stepTitle,
  subject: stepTitle,
  suspended: stepTitle,
  to: stepTitle,
  from: stepTitle,
  sameAs: stepTitle,
  parallel: stepTitle,
  phase: stepTitle,
  open: stepTitle,
  targets: stepTitle,
  field: (id, { workflow }) => workflow.field(id),
  fields: (id, { workflow }) => workflow.field(id),
  editable: (id, { workflow }) => workflow.field(id),
  outcome: (id, { workflow }) => workflow.outcome(id),
  item: (id, { names }) => names.item(id),
  action: (id, { workflow }, refusal) => workflow.action(stepIn(refusal), id),
  clock: clockWords,
  clocks: clockWords,
  by: (id, { names, wording }) => personWords(id, names, wording),
  person: (id, { names, wording }) => personWords(id, names, wording),
}

const PEOPLE: readonly string[] = ['asked', 'others']

function factsOf(refusal: Refusal, context: RefusalContext): Facts {
  const { wording, names, workflow } = context
  const facts: Record<string, string> = {}
  for (const [key, value] of Object.entries(refusal)) {
    const speak = SPOKEN[key]
    if (PEOPLE.includes(key) && isTexts(value))
      facts[key] = listWords(peopleWords(value, names, wording), wording)
    else if (speak !== undefined && typeof value === 'string')
      facts[key] = speak(value, context, refusal)
    else if (speak !== undefined && isTexts(value))
      facts[key] = listWords(
        value.map((one) => speak(one, context, refusal)),
        wording,
      )
  }
  switch (refusal.kind) {
    case 'unknown-action':
      facts['allowed'] = listWords(
        refusal.allowed.map((action) => workflow.action(refusal.step, action)),
        wording,
      )
      return facts
    case 'returns-not-allowed':
      facts['allowed'] = listWords(refusal.allowed.map(workflow.step), wording)
      return facts
    case 'separated-stage':
      facts['stage'] = wording.say(`stage.${refusal.stage}`)
      facts['from'] = wording.say(`stage.${refusal.from}`)
      return facts
    case 'condition-not-met': {
      const shown = Object.entries(refusal.data).map(
        ([field, value]) => `${workflow.field(field)} = ${valueWords(value)}`,
      )
      facts['data'] = shown.length === 0 ? '' : listWords(shown, wording)
      return facts
    }
    case 'bad-instant':
      facts['text'] = 'text' in refusal.fault ? refusal.fault.text : valueWords(refusal.fault)
      return facts
    case 'value-does-not-fit':
      facts['problem'] = fitWords(refusal.fault, wording)
      return facts
    case 'cannot-take-off':
      facts['because'] = wording.say(`because.${refusal.because}`)
      return refusal.by.length > 0 ? facts : { ...facts, by: undefined }
    case 'suspended':
      return refusal.by.length > 0 ? facts : { ...facts, by: undefined }
    case 'cannot-patch':
    case 'cannot-take-over':
      facts['because'] = wording.say(`because.${refusal.because}`)
      return facts
    case 'salt-needed':
      facts['fields'] = listWords(
        refusal.fields.map((field) =>
          field === '@applicant' ? wording.say('party.applicant') : workflow.field(field),
        ),
        wording,
      )
      return facts
    default:
      return facts
  }
}

type FitFault = Extract<Refusal, { kind: 'value-does-not-fit' }>['fault']

function fitWords(fault: FitFault, wording: Wording): string {
  const facts = plainFacts(fault, wording)
  if (fault.kind === 'wrong-type')
    return wording.say('fit.wrong-type', { expected: wording.find(`type.${fault.expected}`) })
  if (fault.kind !== 'element') return wording.say(`fit.${fault.kind}`, facts)
  return wording.say('fit.element', {
    index: fault.index + 1,
    problem: fitWords(fault.fault, wording),
  })
}

function clockWords(id: string, { workflow, wording }: RefusalContext): string {
  return clockName(id, workflow, wording)
}

/** `handling.statutory` → 法定时限（审查决定）. */
export function clockName(id: string, workflow: WorkflowNames, wording: Wording): string {
  const [phase = '', clock] = id.includes('.') ? id.split('.') : ['', id]
  const name = wording.find(`clock.${clock}`) ?? clock ?? id
  return phase === ''
    ? name
    : wording.say('clock.of-phase', { clock: name, phase: workflow.step(phase) })
}

function stepIn(refusal: Refusal): string {
  if ('step' in refusal) return refusal.step
  return 'task' in refusal ? (refusal.task.split('#')[0] ?? '') : ''
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string')
}
