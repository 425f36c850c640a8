import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { nearestName } from '@yichuang/engine'
import type { Command, ExitCode, OptionValue } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'
import { localeNamed, localeOf } from './wording/locale.ts'
import { type Wording, wordingOf } from './wording/wording.ts'

const COMMON: ParseArgsOptionsConfig = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
}

/** Runs the command line on its arguments; the exit code is what the command says. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = args
  const early = wordingOf(localeOf(flagAfter(args, '--lang'), terminal, undefined))
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(early.say('help.all'))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    terminal.out(`${version()}\n`)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) {
    const nearest = nearestName(name, Object.keys(COMMANDS))
    return misuse(terminal, early.say('usage.unknown-command', { name, nearest }), early)
  }
  return runCommand(name, await load(), rest, terminal)
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const known = { ...COMMON, ...command.options }
  const { positionals, values, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const options: Readonly<Record<string, OptionValue>> = { ...values }
  const lang = typeof options['lang'] === 'string' ? options['lang'] : undefined
  const wording = wordingOf(localeOf(lang, terminal, positionals[0]))
  if (options['help'] === true) {
    terminal.out(wording.find(`help.${name}`) ?? wording.say('help.all'))
    return 0
  }
  const used = tokens.filter((token) => token.kind === 'option')
  const wrong =
    optionFault(used, known, wording) ??
    (lang !== undefined && localeNamed(lang) === null
      ? wording.say('usage.unknown-language', { name: lang })
      : null) ??
    operandFault(name, positionals, command, wording)
  if (wrong !== null) return misuse(terminal, wrong, wording, name)
  return command.run({ operands: positionals, options, terminal, wording })
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

/** Options are taken strictly: an unknown one, a missing value or one too many is named. */
function optionFault(
  used: readonly OptionToken[],
  known: ParseArgsOptionsConfig,
  wording: Wording,
): string | null {
  for (const [index, { name, rawName, value }] of used.entries()) {
    const option = Object.hasOwn(known, name) ? known[name] : undefined
    const nearest = nearestName(name, Object.keys(known))
    if (option === undefined)
      return wording.say('usage.unknown-option', {
        name: rawName,
        nearest: nearest === undefined ? undefined : `--${nearest}`,
      })
    if (option.type === 'string' && (value === undefined || value === ''))
      return wording.say('usage.value-missing', { name: rawName })
    if (option.type === 'boolean' && value !== undefined)
      return wording.say('usage.value-unwanted', { name: rawName })
    if (used.findIndex((other) => other.name === name) < index)
      return wording.say('usage.option-twice', { name: rawName })
  }
  return null
}

function operandFault(
  name: string,
  operands: readonly string[],
  { operands: { least, most } }: Command,
  wording: Wording,
): string | null {
  if (operands.length < least) return wording.say('usage.operand-missing', { name })
  const extra = operands[most]
  return extra === undefined ? null : wording.say('usage.operand-unwanted', { extra })
}

function misuse(terminal: Terminal, message: string, wording: Wording, name?: string): ExitCode {
  terminal.err(`${message}\n${wording.say('usage.see-help', { name })}\n`)
  return 2
}

function flagAfter(args: readonly string[], flag: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1)
  const at = args.indexOf(flag)
  return joined ?? (at < 0 ? undefined : args[at + 1])
}
