import { resolve } from 'node:path'
import {
  type ChainFault,
  fail,
  makeRegisters,
  ok,
  type Redecision,
  type Registers,
  type Release,
  type Result,
  readCalendar,
  readDirectory,
  readPeople,
  readRelease,
  redecide,
  type SealedEvent,
  unseal,
  type Vault,
  verify as verifyChain,
} from '@yichuang/engine'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { faultWords } from '../describe/fault-words.ts'
import { placeWords } from '../describe/place-words.ts'
import { redecisionWords } from '../describe/redecision-words.ts'
import { type LedgerFault, readLedger } from '../ledger/read-ledger.ts'
import { readVault } from '../ledger/read-vault.ts'
import { misuse, print, printJson, say } from '../output.ts'
import type { InputFault } from '../workspace/file-fault.ts'
import { namesOf } from '../workspace/names.ts'
import { readLargeText, readText } from '../workspace/read-text.ts'

/** `verify LEDGER`: the chain of a sealed ledger, offline; with a release also every decision again. */
export const verify: Command = {
  options: {
    head: { type: 'string' },
    release: { type: 'string' },
    registers: { type: 'string' },
    vault: { type: 'string' },
  },
  operands: { least: 1, most: 1 },
  async run(invocation) {
    const { operands, wording } = invocation
    const [file = ''] = operands
    const isHalf =
      (textOption(invocation, 'release') === undefined) !==
      (textOption(invocation, 'registers') === undefined)
    if (isHalf) return misuse(invocation, wording.say('verify.release-needs-registers'))
    const text = await readLargeText(invocation.terminal.cwd, file)
    if (!text.ok) return tellInput(invocation, [text.error])
    const ledger = readLedger(text.value, file)
    if (!ledger.ok) return tellLedger(invocation, ledger.error, file)
    const grounds = await readGrounds(invocation)
    if (grounds !== null && !grounds.ok) return tellInput(invocation, grounds.error)
    return judge(invocation, ledger.value, grounds === null ? null : grounds.value)
  },
}

/** What is needed to decide a ledger again. */
interface Grounds {
  readonly release: Release
  readonly registers: Registers
  readonly vault: Vault
}

async function readGrounds(
  invocation: Invocation,
): Promise<Result<Grounds, readonly InputFault[]> | null> {
  const release = textOption(invocation, 'release')
  const folder = textOption(invocation, 'registers')
  if (release === undefined || folder === undefined) return null
  const { cwd } = invocation.terminal
  const registers = resolve(cwd, folder)
  const vault = textOption(invocation, 'vault')
  const readings = [
    await readOne(cwd, release, readRelease),
    await readOne(registers, 'directory.json', readDirectory),
    await readOne(registers, 'people.json', readPeople),
    await readOne(registers, 'calendar.json', readCalendar),
    vault === undefined ? ok<Vault>({}) : await readOne(cwd, vault, readVault),
  ] as const
  const [logic, directory, people, calendar, secrets] = readings
  if (logic.ok && directory.ok && people.ok && calendar.ok && secrets.ok)
    return ok({
      release: logic.value,
      registers: makeRegisters(directory.value, people.value, calendar.value),
      vault: secrets.value,
    })
  return fail(readings.flatMap((read) => (read.ok ? [] : read.error)))
}

async function readOne<T>(
  root: string,
  file: string,
  read: (source: Uint8Array, file: string) => Result<T, readonly InputFault[]>,
): Promise<Result<T, readonly InputFault[]>> {
  const text = await readText(root, file)
  return text.ok ? read(text.value, file) : fail([text.error])
}

function judge(
  invocation: Invocation,
  ledger: readonly SealedEvent[],
  grounds: Grounds | null,
): ExitCode {
  const head = textOption(invocation, 'head')
  const last = ledger.at(-1)
  const expected = head === undefined ? undefined : { seq: last?.seq ?? 0, hash: head }
  const chain = verifyChain(ledger, expected)
  const again =
    chain.ok && grounds !== null
      ? redecide(grounds.release, grounds.registers, unseal(ledger), grounds.vault)
      : null
  const deviation = again?.commands.find((command) => command.kind !== 'same')
  if (hasFlag(invocation, 'json'))
    printJson(invocation, {
      whole: chain.ok,
      events: ledger.length,
      head: last?.hash ?? null,
      ...(chain.ok ? {} : { fault: chain.error }),
      ...(again === null ? {} : { redecided: again.ok, commands: again.commands }),
    })
  else if (chain.ok) tellWhole(invocation, ledger, grounds, again?.commands ?? null)
  else tellBroken(invocation, chain.error)
  return chain.ok && deviation === undefined ? 0 : 1
}

function tellBroken(invocation: Invocation, fault: ChainFault): void {
  const { wording } = invocation
  const found = fault.kind === 'out-of-order' ? fault.found : undefined
  const problem = wording.say(`chain.${fault.kind}`, { found })
  print(invocation, wording.say('verify.broken', { seq: fault.seq, problem }))
}

function tellWhole(
  invocation: Invocation,
  ledger: readonly SealedEvent[],
  grounds: Grounds | null,
  commands: readonly Redecision[] | null,
): void {
  const { wording } = invocation
  const head = ledger.at(-1)?.hash ?? ''
  print(invocation, wording.say('verify.fine', { n: ledger.length, head }))
  if (textOption(invocation, 'head') === undefined)
    say(invocation, wording.say('verify.fine-without-head'))
  if (commands === null) return
  const deviation = commands.find((command) => command.kind !== 'same')
  if (deviation === undefined) {
    print(invocation, wording.say('verify.redecided', { n: commands.length }))
    return
  }
  const opening = ledger[0]?.command
  const hash = opening?.do === 'open' ? opening.workflow : ''
  const names = namesOf(null, wording)
  const workflow = names.of(grounds?.release.content.workflows[hash])
  print(invocation, redecisionWords(deviation, names, workflow, wording))
}

function tellInput(invocation: Invocation, faults: readonly InputFault[]): ExitCode {
  const { wording, terminal } = invocation
  if (hasFlag(invocation, 'json')) printJson(invocation, { faults })
  for (const fault of faults) {
    const place = placeWords(fault, terminal.cwd, terminal.cwd)
    const text = faultWords(fault, { wording })
    const severity = wording.say('severity.error')
    say(invocation, wording.say('check.line', { severity, place, text }))
  }
  return 2
}

function tellLedger(invocation: Invocation, fault: LedgerFault, file: string): ExitCode {
  const { wording } = invocation
  if (fault.kind === 'not-json') return tellInput(invocation, fault.faults)
  if (hasFlag(invocation, 'json')) printJson(invocation, { faults: [{ ...fault, file }] })
  const facts = fault.kind === 'not-sealed' ? { n: fault.n, key: fault.key } : {}
  say(invocation, `${file}  ${wording.say(`verify.${fault.kind}`, facts)}`)
  return 2
}
