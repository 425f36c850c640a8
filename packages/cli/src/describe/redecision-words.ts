import type { Redecision } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'
import type { Names, WorkflowNames } from '../workspace/names.ts'
import { refusalWords } from './refusal-words.ts'

/** Why a recorded command could not be decided again the same way. */
export function redecisionWords(
  decision: Redecision,
  names: Names,
  workflow: WorkflowNames,
  wording: Wording,
): string {
  if (decision.kind === 'same') return ''
  const { seq } = decision
  switch (decision.kind) {
    case 'broken':
      return wording.say('redecide.broken', { seq })
    case 'refused':
      return wording.say('redecide.refused', {
        seq,
        command: decision.commandId,
        text: refusalWords(decision.refusal, { names, workflow, wording }),
      })
    case 'not-repeatable':
      return wording.say('redecide.not-repeatable', {
        seq,
        command: decision.commandId,
        fields: wording.list(decision.fields),
      })
    case 'differs':
    case 'edition-missing':
      return wording.say(`redecide.${decision.kind}`, { seq, command: decision.commandId })
  }
}
