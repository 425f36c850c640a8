/**
 * Acts that every workflow has beside its own actions. No task, wait or phase may name an action so:
 * a command says `action` for both.
 */
export const OPERATOR_NAMES: readonly OperatorName[] = [
  'claim',
  'give-back',
  'transfer',
  'delegate',
  'add-signer',
  'remove-signer',
  'return',
  'take-back',
  'suspend',
  'resume',
  'extend',
  'urge',
  'copy',
  'ask',
  'jump',
  'recuse',
  'reopen',
  'patch',
]

export type OperatorName =
  | 'claim'
  | 'give-back'
  | 'transfer'
  | 'delegate'
  | 'add-signer'
  | 'remove-signer'
  | 'return'
  | 'take-back'
  | 'suspend'
  | 'resume'
  | 'extend'
  | 'urge'
  | 'copy'
  | 'ask'
  | 'jump'
  | 'recuse'
  | 'reopen'
  | 'patch'

/**
 * What an answer of a wait may not be called. `ask` is left out: an official asks for information
 * about work that lies with him (沟通), and nobody in the office works on a wait.
 */
export const RESERVED_ANSWERS: readonly OperatorName[] = OPERATOR_NAMES.filter(
  (name) => name !== 'ask',
)
