import type { CaseData, Field, Value } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { requireAssignable } from './assignable.ts'
import type { RuleNode } from './ast.ts'
import { type Frame, stepBudget, valueOfCell } from './cell.ts'
import { compileNode } from './closure.ts'
import { parseRule, partsOf } from './grammar.ts'
import { makeReader } from './read-expression.ts'
import { type Reader, type RuleScope, refuse, requireKind } from './reader.ts'
import type { RuleFault } from './rule-fault.ts'
import type { RuleType, RuleTypeKind } from './rule-type.ts'

/** The moment of the command, RFC 3339 at the workspace's offset: `today()` is its civil day. */
export interface RuleClock {
  readonly now: string
}

/** A compiled expression. */
export interface Expression {
  readonly text: string
  readonly type: RuleType
  /** The fields it reads, in the order in which it names them. */
  readonly reads: readonly string[]
  /** Whether its answer depends on the day, so that it must be asked again on another. */
  readonly asksToday: boolean
  /** The typed form, for gap analysis and for sentences. */
  readonly node: RuleNode
  /**
   * Total: never throws. A field that is absent, null or not of its type is null; an evaluation
   * that uses up its step budget is null.
   */
  readonly evaluate: (data: CaseData, clock: RuleClock) => Value
}

/** The evaluation of a typed form on data. */
export function evaluatorOf(node: RuleNode): Expression['evaluate'] {
  const run = compileNode(node)
  return (data, { now }) => {
    const frame: Frame = { data, now, slots: [], steps: stepBudget }
    const cell = run(frame)
    return frame.steps < 0 ? null : valueOfCell(cell, node.type, now)
  }
}

/** A type, or only its kind by the name that fields use. */
export type Expectation = RuleType | Field['type']

const kindsOf: Readonly<Record<Field['type'], readonly RuleTypeKind[]>> = {
  boolean: ['boolean'],
  number: ['number'],
  money: ['number'],
  date: ['date'],
  text: ['text', 'choice'],
  choice: ['text', 'choice'],
  list: ['list'],
}

function requireExpected(reader: Reader, node: RuleNode, expect: Expectation): void {
  if (typeof expect === 'string') {
    requireKind(reader, node, kindsOf[expect])
  } else {
    requireAssignable(reader, node, expect)
  }
}

/**
 * Compiles a FEEL expression over the fields of a workflow.
 *
 * `expect` is what it must give: `boolean` for a condition, `typeOfField(field)` for an assignment
 * (a mere kind leaves choices and scales to `fitValue`). All faults that can be found at once are returned, each with its place in the text.
 */
export function compileExpression(
  text: string,
  scope: RuleScope,
  expect?: Expectation,
): Result<Expression, readonly RuleFault[]> {
  const parsed = parseRule(text, 'expression')
  if (!parsed.ok) {
    return parsed
  }
  const reader = makeReader(text, scope, null)
  const [top] = partsOf(parsed.value)
  const node =
    top === undefined
      ? refuse(reader, parsed.value, { kind: 'syntax', found: '' })
      : reader.read(top)
  if (expect !== undefined && reader.faults.length === 0) {
    requireExpected(reader, node, expect)
  }
  if (reader.faults.length > 0) {
    return fail(reader.faults)
  }
  const { asksToday } = reader
  const reads = [...reader.reads]
  return ok({ text, type: node.type, reads, asksToday, node, evaluate: evaluatorOf(node) })
}
