import type { ProgramFault } from '@yichuang/engine'
import { nearestName } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'
import { plainFacts } from './facts-as-words.ts'

type RuleFault = Extract<ProgramFault, { kind: 'rule' }>['fault']
type TableFault = Extract<ProgramFault, { kind: 'table' }>['fault']

/** A condition or table that does not compile, in a sentence. */
export function programFaultWords(fault: ProgramFault, wording: Wording): string {
  switch (fault.kind) {
    case 'rule':
      return wording.say('rule.at', {
        text: fault.text,
        character: fault.fault.from + 1,
        problem: ruleWords(fault.fault, wording),
      })
    case 'table':
      return wording.say('rule.in-table', {
        table: fault.table,
        problem: tableWords(fault.fault, wording),
      })
    case 'unknown-table':
      return wording.say('rule.unknown-table', {
        table: fault.table,
        nearest: nearestName(fault.table, fault.known),
      })
  }
}

function ruleWords(fault: RuleFault, wording: Wording): string {
  const facts = plainFacts(fault, wording)
  const type = (name: string): string => wording.find(`type.${name}`) ?? name
  if (fault.kind === 'not-supported')
    return wording.say('rule.not-supported', { feature: wording.say(`feature.${fault.feature}`) })
  if (fault.kind !== 'wrong-type') return wording.say(`rule.${fault.kind}`, facts)
  const expected = wording.list(fault.expected.map(type))
  return wording.say('rule.wrong-type', { expected, found: type(fault.found) })
}

function tableWords(fault: TableFault, wording: Wording): string {
  const facts = plainFacts(fault, wording)
  const type = (name: string): string => wording.find(`type.${name}`) ?? name
  switch (fault.kind) {
    case 'input':
      return wording.say('table.input', { ...facts, problem: ruleWords(fault.fault, wording) })
    case 'cell':
      return wording.say(`table.cell.${fault.part}`, {
        ...facts,
        problem: ruleWords(fault.fault, wording),
      })
    case 'cell-count':
      return wording.say(`table.cell-count.${fault.part}`, facts)
    case 'field-of-other-type':
      return wording.say('table.field-of-other-type', {
        ...facts,
        field: type(fault.field),
        output: type(fault.output),
      })
    case 'aggregation':
      return wording.say(`table.aggregation.${fault.reason}`)
    default:
      return wording.say(`table.${fault.kind}`, facts)
  }
}
