import type { Result } from '../../model/result.ts'
import type { Act } from '../deciding.ts'
import type { Draft } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import { claim } from './claim.ts'
import { extend } from './extend.ts'
import { giveBack } from './give-back.ts'
import { recuse } from './recuse.ts'
import { goBack } from './return.ts'
import { takeBack } from './take-back.ts'
import { transfer } from './transfer.ts'

/** An operator: an act that is not drawn. One file each; a name here makes it an action. */
export type Operator = (act: Act) => Result<Draft, Refusal>

export const OPERATORS: Readonly<Record<string, Operator>> = {
  claim,
  'give-back': giveBack,
  transfer,
  return: goBack,
  'take-back': takeBack,
  extend,
  recuse,
}
