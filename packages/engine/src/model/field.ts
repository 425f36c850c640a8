import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'

/** What every field of a case may say. Field ids are lowerCamelCase, since they stand in FEEL. */
interface FieldCommon {
  readonly label?: Texts
  readonly note?: Texts
  /** Personal data (ID numbers, phones, bank cards): kept in the vault, never in events, logs or exports. */
  readonly sensitive?: boolean
  readonly evidence?: Evidence
}

export interface BooleanField extends FieldCommon {
  readonly type: 'boolean'
}

/** A decimal. `scale` is the number of places (area 2, volume 3); a value that does not fit it is refused. */
export interface NumberField extends FieldCommon {
  readonly type: 'number'
  readonly scale?: number
  readonly min?: number
  readonly max?: number
  /** Unit as printed: `m2`, `m3`, `mu`, `working-day`. */
  readonly unit?: string
}

/** An amount in yuan; `scale` is 2 unless given. */
export interface MoneyField extends FieldCommon {
  readonly type: 'money'
  readonly scale?: number
  readonly min?: number
  readonly max?: number
}

/** A civil day, `YYYY-MM-DD`, at the workspace's offset. */
export interface DateField extends FieldCommon {
  readonly type: 'date'
}

export interface TextField extends FieldCommon {
  readonly type: 'text'
  readonly maxLength?: number
}

export interface ChoiceField extends FieldCommon {
  readonly type: 'choice'
  readonly of: readonly string[]
  /** Wording of each choice, by its value. */
  readonly labels?: Readonly<Record<string, Texts>>
}

export interface ListField extends FieldCommon {
  readonly type: 'list'
  /** Type of the elements. */
  readonly of: 'boolean' | 'number' | 'money' | 'date' | 'text'
}

export type Field =
  | BooleanField
  | NumberField
  | MoneyField
  | DateField
  | TextField
  | ChoiceField
  | ListField

/** A value as stored in a case. A number fits its field's scale; a date is `YYYY-MM-DD`. */
export type Value = null | boolean | number | string | readonly (boolean | number | string)[]

/** The data of a case by field id. A field that was never written is absent, which FEEL reads as null. */
export type CaseData = Readonly<Record<string, Value>>
