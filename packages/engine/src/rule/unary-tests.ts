import type { SyntaxNode } from '@lezer/common'
import type { CaseData, Value } from '../model/field.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { RuleNode, TestsNode } from './ast.ts'
import { cellReader, type Frame, stepBudget } from './cell.ts'
import { compileNode } from './closure.ts'
import type { RuleClock } from './expression.ts'
import { parseRule, partsOf } from './grammar.ts'
import { readTest } from './read-comparison.ts'
import { makeReader } from './read-expression.ts'
import { type Reader, type RuleScope, spanOf } from './reader.ts'
import type { RuleFault } from './rule-fault.ts'
import type { RuleType } from './rule-type.ts'
import { compileTests } from './run-test.ts'

/** A compiled cell of a decision table. */
export interface UnaryTests {
  readonly text: string
  /** Fields read besides the column's own input. */
  readonly reads: readonly string[]
  readonly asksToday: boolean
  readonly node: TestsNode
  /** Whether an input passes; null when that cannot be answered. Total, like an expression. */
  readonly matches: (input: Value, data: CaseData, clock: RuleClock) => boolean | null
}

function readTests(reader: Reader, top: SyntaxNode, input: RuleType): TestsNode {
  const parts = partsOf(top)
  const isAny = parts[0]?.name === 'Wildcard'
  const tests = parts.find(({ name }) => name === 'PositiveUnaryTests')
  const subject: RuleNode = { kind: 'variable', name: '?', slot: 0, type: input, ...spanOf(top) }
  return {
    negated: parts[0]?.name === 'not',
    tests: (tests === undefined ? [] : partsOf(tests)).map((n) => readTest(reader, n, subject)),
    isAny,
    ...spanOf(top),
  }
}

function matcherOf(node: TestsNode, input: RuleType): UnaryTests['matches'] {
  if (node.isAny) {
    return () => true
  }
  const read = cellReader(input)
  const holds = compileTests(node.tests, compileNode)
  return (value, data, { now }) => {
    const subject = read(value)
    const frame: Frame = { data, now, slots: [subject], steps: stepBudget }
    const answer = holds(subject, frame)
    if (answer === null || frame.steps < 0) {
      return null
    }
    return answer !== node.negated
  }
}

/**
 * Compiles the tests of a table cell for an input of that type: `> 5`, `[1..3]`, `"a","b"`,
 * `not("a")`, `? > limit`. `-` and an empty cell hold for any value.
 */
export function compileUnaryTests(
  text: string,
  scope: RuleScope,
  input: RuleType,
): Result<UnaryTests, readonly RuleFault[]> {
  const parsed = parseRule(text.trim() === '' ? '-' : text, 'tests')
  if (!parsed.ok) {
    return parsed
  }
  const reader = makeReader(text, scope, input)
  const node = readTests(reader, parsed.value, input)
  if (reader.faults.length > 0) {
    return fail(reader.faults)
  }
  const { asksToday } = reader
  return ok({ text, reads: [...reader.reads], asksToday, node, matches: matcherOf(node, input) })
}
