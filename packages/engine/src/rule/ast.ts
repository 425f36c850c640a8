import type { Cell } from './cell.ts'
import type { Span } from './rule-fault.ts'
import type { RuleType } from './rule-type.ts'

/**
 * The typed form of an expression, between the parsed text and what evaluates it. Evaluation, gap
 * analysis and the translation to sentences all read this form; parentheses and comments are gone.
 */
interface NodeCommon extends Span {
  readonly type: RuleType
}

export interface LiteralNode extends NodeCommon {
  readonly kind: 'literal'
  readonly value: Cell
}

export interface FieldNode extends NodeCommon {
  readonly kind: 'field'
  readonly id: string
}

/** A loop's variable, `item` of a filter, or `?` of a unary test; `slot` is its place at run time. */
export interface VariableNode extends NodeCommon {
  readonly kind: 'variable'
  readonly name: string
  readonly slot: number
}

/** What an arithmetic sign means for the types at its sides. */
export type Operation =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'join-texts'
  | 'shift'
  | 'shift-back'
  | 'difference'
  | 'ratio'
  | 'stretch'
  | 'shrink'

export interface ArithmeticNode extends NodeCommon {
  readonly kind: 'arithmetic'
  readonly operation: Operation
  readonly left: RuleNode
  readonly right: RuleNode
}

export interface NegateNode extends NodeCommon {
  readonly kind: 'negate'
  readonly operand: RuleNode
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>='

export interface CompareNode extends NodeCommon {
  readonly kind: 'compare'
  readonly comparator: Comparator
  readonly left: RuleNode
  readonly right: RuleNode
}

export interface LogicNode extends NodeCommon {
  readonly kind: 'and' | 'or'
  readonly operands: readonly RuleNode[]
}

export interface ChooseNode extends NodeCommon {
  readonly kind: 'choose'
  readonly condition: RuleNode
  readonly then: RuleNode
  readonly otherwise: RuleNode
}

/** One test on a value. Several tests hold when any of them does. */
export type TestNode =
  | { readonly kind: 'compare'; readonly comparator: Comparator; readonly value: RuleNode }
  | {
      readonly kind: 'interval'
      readonly low: RuleNode
      readonly high: RuleNode
      readonly lowIncluded: boolean
      readonly highIncluded: boolean
    }
  | { readonly kind: 'member'; readonly list: RuleNode }
  | { readonly kind: 'condition'; readonly condition: RuleNode }

/** `in` and `between`. */
export interface InNode extends NodeCommon {
  readonly kind: 'in'
  readonly subject: RuleNode
  readonly tests: readonly TestNode[]
}

/** What a loop's variable runs over: a list, or whole numbers from one to another. */
export interface LoopNode {
  readonly name: string
  readonly slot: number
  readonly over: RuleNode
  readonly to?: RuleNode
}

export interface ForNode extends NodeCommon {
  readonly kind: 'for'
  readonly loops: readonly LoopNode[]
  readonly body: RuleNode
}

export interface QuantifiedNode extends NodeCommon {
  readonly kind: 'some' | 'every'
  readonly loops: readonly LoopNode[]
  readonly body: RuleNode
}

export interface ListNode extends NodeCommon {
  readonly kind: 'list'
  readonly items: readonly RuleNode[]
}

export interface FilterNode extends NodeCommon {
  readonly kind: 'filter'
  readonly list: RuleNode
  readonly slot: number
  readonly condition: RuleNode
}

/** The item of a list at a place: 1 is the first, -1 the last. */
export interface ItemNode extends NodeCommon {
  readonly kind: 'item'
  readonly list: RuleNode
  readonly place: RuleNode
}

export interface CallNode extends NodeCommon {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly RuleNode[]
}

export interface PropertyNode extends NodeCommon {
  readonly kind: 'property'
  readonly of: RuleNode
  readonly name: string
}

export type RuleNode =
  | LiteralNode
  | FieldNode
  | VariableNode
  | ArithmeticNode
  | NegateNode
  | CompareNode
  | LogicNode
  | ChooseNode
  | InNode
  | ForNode
  | QuantifiedNode
  | ListNode
  | FilterNode
  | ItemNode
  | CallNode
  | PropertyNode

/** A cell of a decision table. `-` and an empty cell have no tests and hold for any value. */
export interface TestsNode extends Span {
  readonly negated: boolean
  readonly tests: readonly TestNode[]
  readonly isAny: boolean
}
