import type { ExitCode, Invocation } from './command.ts'

/** One JSON document on stdout: the whole of it, and nothing else. */
export function printJson({ terminal }: Pick<Invocation, 'terminal'>, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Lines for people on stderr. */
export function say({ terminal }: Pick<Invocation, 'terminal'>, ...lines: readonly string[]): void {
  for (const line of lines) terminal.err(`${line}\n`)
}

/** The result as text for people, on stdout. */
export function print(
  { terminal }: Pick<Invocation, 'terminal'>,
  ...lines: readonly string[]
): void {
  for (const line of lines) terminal.out(`${line}\n`)
}

/** The command was typed in a way that cannot be carried out. */
export function misuse(invocation: Invocation, message: string): ExitCode {
  say(invocation, message)
  return 2
}
