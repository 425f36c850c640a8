import type { RuleTypeKind } from './rule-type.ts'

/** Where in the text: offsets of UTF-16 units, `to` excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Parts of FEEL that are refused. */
export type Unsupported =
  | 'context'
  | 'function-definition'
  | 'instance-of'
  | 'named-arguments'
  | 'nested-list'
  | 'range-value'
  | 'time'
  | 'computed-function'
  | 'computed-duration'
  | 'input-placeholder'
  | 'construct'

export type RuleFaultFacts =
  | { readonly kind: 'syntax'; readonly found: string }
  | { readonly kind: 'too-long'; readonly limit: number; readonly found: number }
  | { readonly kind: 'too-deep'; readonly limit: number }
  | { readonly kind: 'unknown-name'; readonly name: string; readonly nearest: string | null }
  | { readonly kind: 'unknown-function'; readonly name: string; readonly nearest: string | null }
  | {
      readonly kind: 'unknown-property'
      readonly name: string
      readonly known: readonly string[]
    }
  | {
      readonly kind: 'wrong-arity'
      readonly name: string
      readonly found: number
      readonly least: number
      /** Null: any number. */
      readonly most: number | null
    }
  | {
      readonly kind: 'wrong-type'
      readonly expected: readonly RuleTypeKind[]
      readonly found: RuleTypeKind
    }
  | {
      readonly kind: 'value-not-in-choice'
      readonly value: string
      readonly of: readonly string[]
      readonly nearest: string | null
    }
  /** The value may have more places than the target keeps: round it. `found` null: unknown. */
  | { readonly kind: 'scale'; readonly found: number | null; readonly allowed: number }
  | { readonly kind: 'bad-literal'; readonly type: RuleTypeKind; readonly text: string }
  /** `matches`, `replace`, `split`: a pattern can take unbounded time. */
  | { readonly kind: 'regex-refused'; readonly name: string }
  | { readonly kind: 'not-supported'; readonly feature: Unsupported }

/** Why a text is not a rule, and where. */
export type RuleFault = Span & RuleFaultFacts
