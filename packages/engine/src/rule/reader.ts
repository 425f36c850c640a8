import type { SyntaxNode } from '@lezer/common'
import type { Field } from '../model/field.ts'
import type { RuleNode } from './ast.ts'
import type { Cell } from './cell.ts'
import type { RuleFault, RuleFaultFacts, Span } from './rule-fault.ts'
import { nullType, type RuleType } from './rule-type.ts'

/** The names that an expression may use. */
export interface RuleScope {
  readonly fields: Readonly<Record<string, Field>>
}

/** A name bound inside the expression; the inner one hides the outer. */
export interface Binding {
  readonly name: string
  readonly slot: number
  readonly type: RuleType
  readonly outer: Binding | null
}

/** What is gathered while one text is read. */
export interface Reader {
  readonly text: string
  readonly scope: RuleScope
  /** The value that `?` stands for, in unary tests. */
  readonly input: RuleType | null
  readonly faults: RuleFault[]
  readonly reads: Set<string>
  readonly read: (node: SyntaxNode) => RuleNode
  asksToday: boolean
  slots: number
  bindings: Binding | null
}

export function spanOf(node: Span): Span {
  return { from: node.from, to: node.to }
}

/** The text of a node on one line: names may be written over several. */
export function nameOf(reader: Reader, node: Span): string {
  return reader.text.slice(node.from, node.to).trim().replace(/\s+/g, ' ')
}

export function literal(value: Cell, type: RuleType, at: Span): RuleNode {
  return { kind: 'literal', value, type, ...spanOf(at) }
}

/** Records a fault; the null in its place fits everywhere, so that one mistake is told once. */
export function refuse(reader: Reader, at: Span, facts: RuleFaultFacts): RuleNode {
  reader.faults.push({ ...facts, ...spanOf(at) })
  return literal(null, nullType, at)
}

export function isBroken(reader: Reader, node: RuleNode): boolean {
  return reader.faults.some((fault) => fault.from >= node.from && fault.to <= node.to)
}

/** Refuses a node whose type is none of those; null fits all. */
export function requireKind(
  reader: Reader,
  node: RuleNode,
  expected: readonly RuleType['kind'][],
): boolean {
  if (node.type.kind === 'null' || expected.includes(node.type.kind)) {
    return true
  }
  refuse(reader, node, { kind: 'wrong-type', expected, found: node.type.kind })
  return false
}

export function bind(reader: Reader, name: string, type: RuleType): Binding {
  const binding = { name, slot: reader.slots, type, outer: reader.bindings }
  reader.slots += 1
  reader.bindings = binding
  return binding
}

export function bindingOf(reader: Reader, name: string): Binding | null {
  let binding = reader.bindings
  while (binding !== null && binding.name !== name) {
    binding = binding.outer
  }
  return binding
}

export function boundNames(reader: Reader): readonly string[] {
  const names: string[] = []
  for (let binding = reader.bindings; binding !== null; binding = binding.outer) {
    names.push(binding.name)
  }
  return names
}
