import type { SyntaxNode } from '@lezer/common'
import type { RuleNode } from './ast.ts'
import { partsOf } from './grammar.ts'
import { readInTest } from './read-comparison.ts'
import { type Reader, requireKind, spanOf } from './reader.ts'
import { booleanType } from './rule-type.ts'

type Sign = 'and' | 'or'

/** One operand of a row of `and` and `or`, with the word before it. */
interface Term {
  readonly sign: Sign | null
  readonly node: SyntaxNode
  /** The test that ends here belongs to an `in` that starts before it. */
  readonly tested?: { readonly subject: SyntaxNode; readonly test: SyntaxNode }
}

function signOf(node: SyntaxNode): Sign | null {
  return node.name === 'Conjunction' ? 'and' : node.name === 'Disjunction' ? 'or' : null
}

/**
 * The row of `and` or `or` that the grammar puts inside a test: it reads `a in [1..3] and b` as
 * `a in ([1..3] and b)`, though `in` binds closer by DMN's order of precedence.
 */
function swallowedBy(node: SyntaxNode): SyntaxNode | null {
  const [, sign, test] = partsOf(node)
  if (node.name !== 'Comparison' || sign?.name !== 'in' || test?.name !== 'PositiveUnaryTest') {
    return null
  }
  const [inner] = partsOf(test)
  const row = inner?.name === 'SimplePositiveUnaryTest' ? partsOf(inner)[1] : inner
  return row !== undefined && signOf(row) !== null ? row : null
}

/** Whether a comparison holds more than itself, and must be read as a row of `and` and `or`. */
export function swallowsLogic(node: SyntaxNode): boolean {
  return swallowedBy(node) !== null
}

function termsOfTest(node: SyntaxNode, row: SyntaxNode): Term[] {
  const [first, ...rest] = termsOf(row)
  const [subject, , test] = partsOf(node)
  if (first === undefined || subject === undefined || test === undefined) {
    return []
  }
  return [{ ...first, tested: { subject, test } }, ...rest]
}

/** The terms from left to right, whatever the grammar nested them into. */
function termsOf(node: SyntaxNode): Term[] {
  const swallowed = swallowedBy(node)
  if (swallowed !== null) {
    return termsOfTest(node, swallowed)
  }
  const rights: { readonly sign: Sign; readonly node: SyntaxNode }[] = []
  let left = node
  for (let sign = signOf(left); sign !== null; sign = signOf(left)) {
    const [next, , right] = partsOf(left)
    if (next === undefined || right === undefined) {
      break
    }
    rights.unshift({ sign, node: right })
    left = next
  }
  const head = left === node ? [{ sign: null, node }] : termsOf(left)
  return [
    ...head,
    ...rights.flatMap(({ sign, node: right }) => {
      const [first, ...rest] = termsOf(right)
      return first === undefined ? rest : [{ ...first, sign }, ...rest]
    }),
  ]
}

function readTerm(reader: Reader, { node, tested }: Term): RuleNode {
  const operand =
    tested === undefined
      ? reader.read(node)
      : readInTest(reader, { subject: tested.subject, test: tested.test, end: node })
  requireKind(reader, operand, ['boolean'])
  return operand
}

function joined(kind: Sign, operands: readonly RuleNode[]): RuleNode | null {
  const [first] = operands
  const last = operands.at(-1)
  if (first === undefined || last === undefined || operands.length === 1) {
    return first ?? null
  }
  return { kind, operands, type: booleanType, from: first.from, to: last.to }
}

/** `and` and `or`; `and` binds closer. */
export function readLogic(reader: Reader, node: SyntaxNode): RuleNode {
  const groups: RuleNode[][] = []
  for (const term of termsOf(node)) {
    const group = groups.at(-1)
    if (group === undefined || term.sign === 'or') {
      groups.push([readTerm(reader, term)])
    } else {
      group.push(readTerm(reader, term))
    }
  }
  const rows = groups.flatMap((group) => joined('and', group) ?? [])
  return { ...(joined('or', rows) ?? reader.read(node)), ...spanOf(node) }
}
