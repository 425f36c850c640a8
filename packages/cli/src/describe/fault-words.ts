import type { ModelFault } from '@yichuang/engine'
import type { Facts, Wording } from '../wording/wording.ts'
import { type FileFault, type InputFault, isFileFault } from '../workspace/file-fault.ts'
import type { Names, WorkflowNames } from '../workspace/names.ts'
import { listWords, plainFacts, valueWords } from './facts-as-words.ts'

/** Titles of the workflow that a fault lies in, where the file could be read that far. */
export interface FaultContext {
  readonly wording: Wording
  readonly names?: Names
  readonly workflow?: WorkflowNames
}

/** A fault of a file in one or two sentences: what is so, and what to do. */
export function faultWords(fault: InputFault, context: FaultContext): string {
  if (isFileFault(fault)) return fileFaultWords(fault, context.wording)
  const { wording } = context
  const facts = factsOf(fault, context)
  return (
    wording.find(`fault.${keyOf(fault)}`, facts) ??
    wording.say('finding.other', { kind: fault.kind })
  )
}

function fileFaultWords(fault: FileFault, wording: Wording): string {
  return wording.say(`fault.${fault.kind}`, plainFacts(fault, wording))
}

/** Some kinds have a wording for each of their cases. */
function keyOf(fault: ModelFault): string {
  switch (fault.kind) {
    case 'too-deep':
      return `too-deep.${fault.of}`
    case 'encoding':
      return `encoding.${fault.reason}`
    case 'otherwise-row':
      return `otherwise-row.${fault.problem}`
    default:
      return fault.kind
  }
}

function factsOf(fault: ModelFault, context: FaultContext): Facts {
  const { wording } = context
  const facts = plainFacts(fault, wording)
  switch (fault.kind) {
    case 'syntax': {
      const { line, column } = fault.opened ?? {}
      const reason = wording.say(`syntax.${fault.reason}`)
      return { reason, openedLine: line, openedColumn: column }
    }
    case 'duplicate-key':
      return { ...facts, firstLine: fault.first.line, firstColumn: fault.first.column }
    case 'wrong-type': {
      const expected = listWords(fault.expected.map(typeWords(wording)), wording)
      return { expected, found: typeWords(wording)(fault.found) }
    }
    case 'wrong-field-type': {
      const expected = listWords(fault.expected.map(typeWords(wording)), wording)
      const field = context.workflow?.field(fault.field) ?? fault.field
      return { field, expected, found: typeWords(wording)(fault.found) }
    }
    case 'bad-value':
      return {
        ...facts,
        found: valueWords(fault.found),
        required: requirementWords(fault, wording),
      }
    case 'unknown-format':
      return { found: valueWords(fault.found), known: fault.known.join() }
    default:
      return { ...facts, ...titledFacts(fault, context) }
  }
}

/** Blocks, steps and fields by their titles; a step id that stands twice stays an id. */
function titledFacts(fault: ModelFault, { wording, workflow }: FaultContext): Facts {
  if (workflow === undefined || fault.kind === 'duplicate-step') return {}
  const block = (ref: string): string =>
    ref === '' ? wording.say('word.root') : wording.quote(workflow.block(ref))
  const spoken: Readonly<Record<string, (id: string) => string>> = {
    block,
    targetBlock: block,
    step: workflow.step,
    steps: (id) => wording.quote(workflow.step(id)),
    field: workflow.field,
    parts: (ref) => wording.quote(workflow.block(ref)),
    editedIn: workflow.block,
    readIn: workflow.block,
    reader: workflow.step,
  }
  const facts: Record<string, string> = {}
  for (const [key, value] of Object.entries(fault)) {
    const speak = spoken[key]
    if (speak === undefined) continue
    if (typeof value === 'string') facts[key] = speak(value)
    else if (Array.isArray(value))
      facts[key] = listWords(
        value.map((id) => speak(String(id))),
        wording,
      )
  }
  return facts
}

function typeWords(wording: Wording): (type: string) => string {
  return (type) => wording.find(`type.${type}`) ?? type
}

function requirementWords(
  { required }: Extract<ModelFault, { kind: 'bad-value' }>,
  wording: Wording,
): string {
  if (required.rule === 'form')
    return wording.say('need.form', { form: wording.say(`form.${required.form}`) })
  const facts = plainFacts(required, wording)
  const values = required.rule === 'one-of' ? listWords(required.values.map(String), wording) : ''
  return wording.say(`need.${required.rule}`, { ...facts, values })
}
