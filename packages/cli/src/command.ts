import type { ParseArgsOptionsConfig } from 'node:util'
import type { Terminal } from './terminal.ts'
import type { Wording } from './wording/wording.ts'

/** 0 fine, 1 findings or refusals, 2 unusable input or usage. */
export type ExitCode = 0 | 1 | 2

export type OptionValue = string | boolean | undefined

/** A command as it was typed: operands in order, options by their long name. */
export interface Invocation {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, OptionValue>>
  readonly terminal: Terminal
  readonly wording: Wording
}

/** One command of the command line. `--help`, `--json` and `--lang` are common to all. */
export interface Command {
  readonly options: ParseArgsOptionsConfig
  readonly operands: { readonly least: number; readonly most: number }
  run(invocation: Invocation): Promise<ExitCode>
}

/** The value of a text option; undefined when it was not given. */
export function textOption({ options }: Invocation, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export function hasFlag({ options }: Invocation, name: string): boolean {
  return options[name] === true
}
