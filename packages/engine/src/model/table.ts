import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'

/** DMN hit policies. `unique`, `any`, `priority`, `first` give one row; the others give several. */
export type HitPolicy =
  | 'unique'
  | 'any'
  | 'priority'
  | 'first'
  | 'collect'
  | 'rule-order'
  | 'output-order'

export interface TableInput {
  /** FEEL over the workflow's fields; most often a field id. */
  readonly expression: string
  readonly label?: Texts
}

export interface TableOutput {
  readonly id: string
  readonly type: 'boolean' | 'number' | 'money' | 'date' | 'text' | 'choice'
  /** Values of a choice, in order of priority. */
  readonly of?: readonly string[]
  readonly label?: Texts
}

export interface TableRule {
  readonly id?: string
  /** FEEL unary tests, one per input; `-` is any value. */
  readonly when: readonly string[]
  /** FEEL expressions, one per output; empty: null. */
  readonly then: readonly string[]
  readonly note?: Texts
  readonly basis?: string
  readonly evidence?: Evidence
}

export interface DecisionTable {
  readonly $schema?: string
  readonly format: 1
  readonly id: string
  readonly title: Texts
  readonly hitPolicy: HitPolicy
  /** collect only. */
  readonly aggregation?: 'sum' | 'min' | 'max' | 'count'
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  readonly rules: readonly TableRule[]
}
