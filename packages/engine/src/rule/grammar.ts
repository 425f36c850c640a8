import type { SyntaxNode, Tree } from '@lezer/common'
import { parser, trackVariables } from 'lezer-feel'
import { fail, ok, type Result } from '../model/result.ts'
import { functionNames } from './functions.ts'
import { nearestOf } from './nearest.ts'
import type { RuleFault } from './rule-fault.ts'

const longestText = 10_000
const deepestNesting = 64

/**
 * Built-in names of several words can hold the word `and` (`date and time`), so the grammar must
 * know them. Field ids are one word, so the parser is the same for every workflow.
 */
const contextTracker = trackVariables(
  Object.fromEntries(
    functionNames.filter((name) => name.includes(' ')).map((name) => [name, null]),
  ),
)

const expressionParser = parser.configure({ top: 'Expression', contextTracker })
const testsParser = parser.configure({ top: 'UnaryTests', contextTracker })

/** What nests in the eyes of an author; a chain of `and` or of `or` is one level. */
const nesting: ReadonlySet<string> = new Set([
  'ArithmeticExpression',
  'Comparison',
  'Conjunction',
  'Context',
  'Disjunction',
  'FilterExpression',
  'ForExpression',
  'FunctionDefinition',
  'FunctionInvocation',
  'IfExpression',
  'InstanceOfExpression',
  'List',
  'ParenthesizedExpression',
  'PathExpression',
  'QuantifiedExpression',
])

function nests(node: SyntaxNode): boolean {
  const isChain = node.name === 'Conjunction' || node.name === 'Disjunction'
  return nesting.has(node.name) && !(isChain && node.parent?.name === node.name)
}

/** Walks without recursion, since the depth of the tree is what is in question. */
function faultOfTree(tree: Tree, text: string): RuleFault | null {
  let depth = 0
  let fault: RuleFault | null = null
  tree.iterate({
    enter: ({ node }) => {
      if (fault !== null) {
        return false
      }
      if (node.type.isError) {
        fault = syntaxFault(node, text)
      }
      if (nests(node)) {
        depth += 1
        if (depth > deepestNesting) {
          fault = { kind: 'too-deep', limit: deepestNesting, from: node.from, to: node.to }
        }
      }
      return undefined
    },
    leave: ({ node }) => {
      depth -= nests(node) ? 1 : 0
    },
  })
  return fault
}

/** An error inside what looks like a call of several words is most likely a wrong name. */
function syntaxFault({ from, to }: SyntaxNode, text: string): RuleFault {
  for (const call of text.matchAll(/[a-z]+(?: [a-z]+)+(?=\s{0,9}\()/g)) {
    const end = call.index + call[0].length
    const nearest = nearestOf(call[0], functionNames)
    if (from >= call.index && from <= end && nearest !== null && nearest !== call[0]) {
      return { kind: 'unknown-function', name: call[0], nearest, from: call.index, to: end }
    }
  }
  return { kind: 'syntax', found: text.slice(from, to), from, to }
}

/** Parses an expression, or the unary tests of a table cell, within the bounds on size and depth. */
export function parseRule(
  text: string,
  top: 'expression' | 'tests',
): Result<SyntaxNode, readonly RuleFault[]> {
  if (text.length > longestText) {
    const facts = { limit: longestText, found: text.length, from: longestText, to: text.length }
    return fail([{ kind: 'too-long', ...facts }])
  }
  const tree = (top === 'expression' ? expressionParser : testsParser).parse(text)
  const fault = faultOfTree(tree, text)
  return fault === null ? ok(tree.topNode) : fail([fault])
}

/** The parts of a node, comments left out. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') {
      parts.push(child)
    }
  }
  return parts
}
