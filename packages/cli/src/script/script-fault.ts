import type { EditionFault, ModelFault } from '@yichuang/engine'
import type { InputFault } from '../workspace/file-fault.ts'
import type { Shape } from './line-shapes.ts'
import type { RegisterName } from './script-line.ts'

/** Why a line of a script cannot be used. Lines count from 1. */
export type ScriptFault = { readonly line: number } & (
  | { readonly kind: 'line-not-json'; readonly faults: readonly ModelFault[] }
  | { readonly kind: 'line-not-object' }
  | { readonly kind: 'line-without-kind'; readonly known: readonly string[] }
  | { readonly kind: 'line-of-two-kinds'; readonly kinds: readonly string[] }
  | {
      readonly kind: 'unknown-key-in-line'
      readonly of: string
      readonly key: string
      readonly nearest?: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'key-missing-in-line'; readonly of: string; readonly key: string }
  | {
      readonly kind: 'wrong-value-in-line'
      readonly of: string
      readonly key: string
      readonly shape: Shape
    }
  | { readonly kind: 'nothing-open-yet'; readonly of: string }
  | { readonly kind: 'opened-twice' }
  | { readonly kind: 'time-missing'; readonly of: string }
  | { readonly kind: 'town-missing'; readonly known: readonly string[] }
  | {
      readonly kind: 'register-unreadable'
      readonly register: RegisterName
      readonly faults: readonly InputFault[]
    }
  | {
      readonly kind: 'register-rewrites-past'
      readonly register: RegisterName
      readonly faults: readonly EditionFault[]
    }
  | { readonly kind: 'register-outside'; readonly register: RegisterName; readonly path: string }
  | { readonly kind: 'script-empty' }
)
