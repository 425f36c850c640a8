import type { Task } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'

export type SigningChoice =
  | 'single'
  | 'any'
  | 'all'
  | 'inOrder'
  | 'each'
  | 'vote'
  | 'twoPersons'
  | 'persons'

/** How several signers settle a task, as one choice. */
export function signingOf(task: Pick<Task, 'signing' | 'persons'>): SigningChoice {
  if (task.persons === 2) return 'twoPersons'
  if (task.persons !== undefined && task.persons > 1) return 'persons'
  const rule = task.signing?.rule ?? 'single'
  return rule === 'in-order' ? 'inOrder' : rule
}

/** The chip on the card; null for one person, which is the rule and needs no word. */
export function signingChip(
  task: Pick<Task, 'signing' | 'persons'>,
  wording: Wording,
): string | null {
  const choice = signingOf(task)
  if (choice === 'single') return null
  return wording.t(`signing.chip.${choice}`, { n: task.persons ?? 0 })
}
