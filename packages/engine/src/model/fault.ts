import type { StatutoryGround } from './limit.ts'
import type { Hash } from './release.ts'
import type { Step } from './step.ts'

/** A place in a JSON document: keys and array positions from the top. */
export type JsonPath = readonly (string | number)[]

/** Line and column of a place in a text, both from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a fault is. Line and column are absent when a value was checked that has no text. */
export interface Where {
  readonly file?: string
  readonly path: JsonPath
  /** The path as people read it: `steps.window.actions.accept`, `rows[2].to`. */
  readonly at: string
  readonly line?: number
  readonly column?: number
}

export type SyntaxReason =
  | 'empty'
  | 'value-expected'
  | 'key-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'trailing-comma'
  | 'trailing-content'
  | 'unexpected-end'
  | 'comment'
  | 'unclosed-string'
  | 'bad-escape'
  | 'bad-character'
  | 'bad-number'
  | 'number-out-of-range'
  | 'bad-word'
  | 'lone-surrogate'

/** What the door for text refuses before any schema is asked. */
export type JsonProblem =
  | {
      readonly kind: 'syntax'
      readonly reason: SyntaxReason
      /** For a text that breaks off: where the innermost open object or list began. */
      readonly opened?: Position
    }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-deep'; readonly of: 'brackets' | 'blocks'; readonly limit: number }
  | {
      readonly kind: 'encoding'
      readonly reason: 'invalid-utf8' | 'replacement-character'
      /** What the bytes look like instead, when that can be told. */
      readonly maybe?: 'gbk' | 'utf-16'
    }
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly first: Position }
  | { readonly kind: 'forbidden-key'; readonly key: string }

export type JsonType = 'null' | 'boolean' | 'number' | 'text' | 'list' | 'object'

/** Named forms of texts; `forms.ts` holds their patterns. */
export type FormName =
  | 'id'
  | 'action-id'
  | 'answer-id'
  | 'field-id'
  | 'code'
  | 'date'
  | 'moment-of-day'
  | 'utc-offset'
  | 'hash'
  | 'share'
  | 'year'

/** What a value must be, as facts. */
export type Requirement =
  | { readonly rule: 'one-of'; readonly values: readonly (string | number | boolean | null)[] }
  | { readonly rule: 'form'; readonly form: FormName }
  | { readonly rule: 'not-reserved'; readonly reserved: readonly string[] }
  | { readonly rule: 'more-than' | 'less-than'; readonly bound: number }
  | { readonly rule: 'at-least' | 'at-most'; readonly bound: number }
  | { readonly rule: 'size-at-least' | 'size-at-most'; readonly bound: number }
  | { readonly rule: 'whole-number' }
  | { readonly rule: 'not-both' | 'one-needed'; readonly keys: readonly string[] }
  | { readonly rule: 'in-order' }
  | { readonly rule: 'two-persons' }
  | { readonly rule: 'other' }

/** What the schemas refuse. */
export type ShapeProblem =
  | { readonly kind: 'unknown-format'; readonly found: unknown; readonly known: readonly number[] }
  | {
      readonly kind: 'unknown-key'
      readonly key: string
      readonly nearest?: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'missing-key'; readonly key: string }
  | {
      readonly kind: 'wrong-type'
      readonly found: JsonType
      readonly expected: readonly JsonType[]
    }
  | {
      readonly kind: 'bad-value'
      readonly found: unknown
      readonly required: Requirement
      readonly nearest?: string
    }
  | { readonly kind: 'wrong-hash'; readonly found: Hash; readonly computed: Hash }

/** A reference that names nothing, with the nearest thing that it may have meant. */
interface Unknown {
  readonly name: string
  readonly known: readonly string[]
  readonly nearest?: string
}

/** What is wrong between the parts of one workflow. Blocks are named as in `workflow-tree.ts`. */
export type ReferenceProblem =
  | { readonly kind: 'duplicate-step'; readonly step: string; readonly first: string }
  | ({ readonly kind: 'unknown-target'; readonly block: string } & Unknown)
  | {
      readonly kind: 'arrow-across-blocks'
      readonly to: string
      readonly block: string
      readonly targetBlock: string
    }
  | ({ readonly kind: 'unknown-start'; readonly block: string } & Unknown)
  | ({ readonly kind: 'unknown-result'; readonly block: string } & Unknown)
  | ({ readonly kind: 'result-never-given'; readonly block: string } & Unknown)
  | { readonly kind: 'arrow-leads-nowhere'; readonly step: string; readonly exit: string }
  | ({ readonly kind: 'unknown-outcome' } & Unknown)
  | { readonly kind: 'outcome-inside-block'; readonly outcome: string; readonly block: string }
  | ({ readonly kind: 'unknown-exit'; readonly step: string } & Unknown)
  /** Lapse of time or skipping would take an exit that stays. */
  | { readonly kind: 'exit-without-arrow'; readonly step: string; readonly exit: string }
  | ({ readonly kind: 'unknown-field' } & Unknown)
  | {
      readonly kind: 'wrong-field-type'
      readonly field: string
      readonly found: string
      readonly expected: readonly string[]
    }
  | ({ readonly kind: 'unknown-step' } & Unknown)
  | ({ readonly kind: 'unknown-clock'; readonly step: string } & Unknown)
  | {
      readonly kind: 'unlawful-ground'
      readonly ground: string
      readonly allowed: readonly StatutoryGround[]
    }
  | {
      readonly kind: 'otherwise-row'
      readonly step: string
      readonly problem: 'missing' | 'not-last'
    }
  | { readonly kind: 'when-without-skip'; readonly step: string }
  | { readonly kind: 'sides-inside-side'; readonly step: string; readonly side: string }
  | { readonly kind: 'side-named-as-action'; readonly step: string; readonly name: string }
  | { readonly kind: 'too-few-exits'; readonly step: string; readonly exits: readonly string[] }
  | { readonly kind: 'missing-otherwise'; readonly step: string; readonly of: Step['kind'] }
  | { readonly kind: 'missing-escalation-post'; readonly policies: readonly string[] }
  | {
      readonly kind: 'cycle-without-leaf'
      readonly block: string
      readonly steps: readonly string[]
    }
  | {
      readonly kind: 'field-edited-twice'
      readonly field: string
      readonly parts: readonly [string, string]
    }
  | {
      readonly kind: 'field-read-beside-edit'
      readonly field: string
      readonly editedIn: string
      readonly readIn: string
      readonly reader: string
    }

export type JsonFault = Where & JsonProblem
export type ShapeFault = Where & ShapeProblem
export type ReferenceFault = Where & ReferenceProblem

/** Everything that can be wrong with a file of a workspace, as facts; the edges make the wording. */
export type ModelFault = JsonFault | ShapeFault | ReferenceFault

/** `['rows', 2, 'to']` → `rows[2].to`. */
export function printPath(path: JsonPath): string {
  let printed = ''
  for (const part of path) {
    if (typeof part === 'number') printed += `[${part}]`
    else if (printed === '') printed = part
    else printed += `.${part}`
  }
  return printed
}
