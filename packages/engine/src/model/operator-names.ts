/**
 * Acts that every workflow has beside its own actions. No task, wait or phase may name an action so:
 * a command says `action` for both.
 */
export const OPERATOR_NAMES = [
  'claim',
  'give-back',
  'transfer',
  'delegate',
  'add-signer',
  'remove-signer',
  'return',
  'take-back',
  'jump',
  'suspend',
  'resume',
  'extend',
  'recuse',
  'save-draft',
  'patch',
  'urge',
  'copy',
  'ask',
  'reply',
  'reopen',
] as const

export type OperatorName = (typeof OPERATOR_NAMES)[number]

/**
 * What an answer of a wait may not be called. `ask` and `reply` are left out: an official asks for
 * information about work that lies with him (沟通), and nobody in the office works on a wait.
 */
export const RESERVED_ANSWERS: readonly OperatorName[] = OPERATOR_NAMES.filter(
  (name) => name !== 'ask' && name !== 'reply',
)
