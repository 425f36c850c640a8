import type { OperatorName } from '../../model/operator-names.ts'
import type { OperatorRule } from '../../model/operator-rules.ts'
import { routeWho } from '../../routing/resolve.ts'
import { actorId } from '../actor.ts'
import { conflictOnPhase } from '../authority.ts'
import type { Act } from '../deciding.ts'
import type { Refusal } from '../refusal.ts'
import { routingContext } from '../world.ts'
import type { Operator } from './operator.ts'

/** The rule about an operator on the act's subject: the task's own, else the workflow's. */
function ruleOf({ run, subject }: Act, name: OperatorName): OperatorRule | undefined {
  const leaf = subject.kind === 'step' ? subject.leaf : undefined
  const own = leaf?.kind === 'task' ? leaf.operators?.[name] : undefined
  return own ?? run.workflow.policies?.operators?.[name]
}

/** Those whom the rule about an operator names; empty without one. */
export function namedBy(act: Act, name: OperatorName): readonly string[] {
  const rule = ruleOf(act, name)
  if (!rule) return []
  const context = routingContext(act.world, act.run, act.draft.case.position, act.at)
  return routeWho(rule.by, context).flatMap(({ people }) => people)
}

/** What the workflow's rules have against this actor using the operator here. */
export function notPermitted(act: Act, name: OperatorName, operator: Operator): Refusal | null {
  const { command, subject, draft } = act
  const rule = ruleOf(act, name)
  const step = subject.kind === 'step' ? subject.step : subject.block.id
  const refuse = (asked: readonly string[]): Refusal => ({
    kind: 'operator-not-allowed',
    action: name,
    step,
    asked,
  })
  if (rule === false) return refuse([])
  if (rule === undefined) return operator.isOverride === true ? refuse([]) : null
  if (operator.isWidened === true) return null
  const asked = namedBy(act, name)
  const by = actorId(command.by)
  if (!asked.includes(by)) return refuse(asked)
  return conflictOnPhase(draft.case, step, by, asked)
}
