import type { ActCommand, Actor, Json, JsonObject, OpenCommand } from '@yichuang/engine'

/** Who acts in a script: a staff id or a word with an at-sign, an actor, or a choice among those asked. */
export type By = string | Actor | ByChoice

/** The first of those who may act now; narrowed to a duty or a post where the step asks several. */
export interface ByChoice {
  readonly duty?: string
  readonly post?: string
}

/** A register as a script gives it: a file of the workspace, or the register itself. */
export type RegisterSource = string | JsonObject

/** What a walk demands of the case at this point. Every key is optional; all given must hold. */
export interface Expectation {
  /** Open steps, in any order. */
  readonly open?: readonly string[]
  readonly closed?: boolean
  readonly finished?: boolean
  readonly outcome?: string | null
  /** Sections asked at a step, the last time it was opened. */
  readonly sections?: Readonly<Record<string, string | readonly string[]>>
  /** People who may act on an open step now. */
  readonly people?: Readonly<Record<string, readonly string[]>>
  /** Due day of a step or clock; null while it stands still. */
  readonly due?: Readonly<Record<string, string | null>>
  /** Documents issued so far, each once, in any order. */
  readonly documents?: readonly string[]
  /** Kind of the refusal that the line before met; `false`: none. */
  readonly refused?: string | false
  /** Kinds of the events of the line before, in order. */
  readonly events?: readonly string[]
  /** Whether some running due date is provisional, or which. */
  readonly provisional?: boolean | Readonly<Record<string, boolean>>
  /** Open steps on which nobody can act. */
  readonly nobody?: readonly string[]
  readonly data?: Readonly<Record<string, Json>>
}

export type ScriptLine = { readonly line: number } & (
  | {
      readonly kind: 'open'
      readonly open: Partial<Omit<OpenCommand, 'by'>> & { readonly item: string; readonly by?: By }
    }
  | {
      readonly kind: 'act'
      readonly act: Partial<Omit<ActCommand, 'by'>> & {
        readonly task: string
        readonly action: string
        readonly by?: By
      }
    }
  | { readonly kind: 'tick'; readonly tick: { readonly at?: string } }
  | {
      readonly kind: 'registers'
      readonly registers: Partial<Record<RegisterName, RegisterSource>>
    }
  | { readonly kind: 'expect'; readonly expect: Expectation }
)

export type RegisterName = 'directory' | 'people' | 'calendar'
