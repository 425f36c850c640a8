import type { OperatorName } from './operator-names.ts'
import type { Who } from './who.ts'

/** Who may use an operator, or `false`: nobody. */
export type OperatorRule = false | { readonly by: Who | readonly Who[] }

/**
 * Rules about operators, of a workflow or, more narrowly, of a task. Without a rule those who are
 * asked on the task use the ordinary ones; `jump`, `suspend`, `resume`, `patch` and taking off a drawn
 * signer are exercised by nobody until somebody is named.
 */
export type OperatorRules = Readonly<Partial<Record<OperatorName, OperatorRule>>>
