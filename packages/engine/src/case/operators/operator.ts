import type { Result } from '../../model/result.ts'
import type { ActCommand } from '../command.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'

/** What an operator may be told beside the task: keys of the command. */
export type Argument =
  | 'to'
  | 'people'
  | 'where'
  | 'then'
  | 'siblings'
  | 'branches'
  | 'clock'
  | 'reason'
  | 'ground'
  | 'basis'
  | 'change'

/**
 * An operator: an act that is not drawn. One file each, with its meaning in the doc comment; a name in
 * `operators.ts` makes it an action of every workflow.
 */
export interface Operator {
  /** Arguments without which it is refused. */
  readonly needs?: readonly Argument[]
  /** Arguments that it understands beside those. */
  readonly takes?: readonly (Argument | 'opinion' | 'data')[]
  /** Nobody may use it until the workflow names somebody (`policies.operators`). */
  readonly isOverride?: true
  /** Whom the workflow names may use it beside those who may anyway, not instead of them. */
  readonly isWidened?: true
  readonly decide: (act: Act) => Result<Draft, Refusal>
}

/** The first argument that is missing. */
export function missingArgument(
  action: string,
  { needs = [] }: Operator,
  command: ActCommand,
): Refusal | null {
  const missing = needs.find((name) => isBlank(command[name]))
  return missing === undefined ? null : { kind: 'unknown-operator-argument', action, missing }
}

function isBlank(value: ActCommand[Argument]): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || (Array.isArray(value) && value.length === 0)
}
