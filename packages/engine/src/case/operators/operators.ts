import type { OperatorName } from '../../model/operator-names.ts'
import { addSigner } from './add-signer.ts'
import { ask } from './ask.ts'
import { claim } from './claim.ts'
import { copy } from './copy.ts'
import { delegate } from './delegate.ts'
import { extend } from './extend.ts'
import { giveBack } from './give-back.ts'
import { jump } from './jump.ts'
import type { Operator } from './operator.ts'
import { patch } from './patch.ts'
import { recuse } from './recuse.ts'
import { removeSigner } from './remove-signer.ts'
import { reply } from './reply.ts'
import { resume } from './resume.ts'
import { goBack } from './return.ts'
import { saveDraft } from './save-draft.ts'
import { suspend } from './suspend.ts'
import { takeBack } from './take-back.ts'
import { transfer } from './transfer.ts'
import { urge } from './urge.ts'

/** Every operator that is an act on an open case. A file reopened is a new case. */
const OPERATORS = {
  claim,
  'give-back': giveBack,
  transfer,
  delegate,
  'add-signer': addSigner,
  'remove-signer': removeSigner,
  return: goBack,
  'take-back': takeBack,
  jump,
  suspend,
  resume,
  extend,
  recuse,
  'save-draft': saveDraft,
  patch,
  urge,
  copy,
  ask,
  reply,
} satisfies Readonly<Partial<Record<OperatorName, Operator>>>

/** The operator of that name, if the word names one. */
export function operatorNamed(
  action: string,
): { readonly name: OperatorName; readonly operator: Operator } | null {
  return isOperator(action) ? { name: action, operator: OPERATORS[action] } : null
}

function isOperator(action: string): action is keyof typeof OPERATORS {
  return Object.hasOwn(OPERATORS, action)
}
