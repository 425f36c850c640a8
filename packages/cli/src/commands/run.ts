import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createEngine, fail, makeRegisters, type Result, seal } from '@yichuang/engine'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { scriptFaultWords } from '../describe/script-words.ts'
import { traceWords, unmetWords } from '../describe/trace-words.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { draftRelease } from '../release-draft.ts'
import { readScript } from '../script/read-script.ts'
import { registerDoor } from '../script/register-door.ts'
import type { ScriptFault } from '../script/script-fault.ts'
import type { ScriptLine } from '../script/script-line.ts'
import { walk, workflowOf } from '../script/walk.ts'
import type { Moment, Walked } from '../script/walked.ts'
import { type Names, namesOf } from '../workspace/names.ts'
import { openWorkspace, type UsableWorkspace } from '../workspace/open-workspace.ts'
import { faultOfError } from '../workspace/read-text.ts'
import { writeNew } from '../workspace/write-file.ts'

/** `run DIR --script FILE`: walks one case by a script. */
export const run: Command = {
  options: {
    script: { type: 'string' },
    town: { type: 'string' },
    vault: { type: 'string' },
  },
  operands: { least: 1, most: 1 },
  async run(invocation) {
    const { wording, operands } = invocation
    const script = textOption(invocation, 'script')
    if (script === undefined)
      return misuse(invocation, wording.say('usage.option-needed', { name: '--script' }))
    const usable = await openWorkspace(invocation, operands[0])
    if (usable === null) return 2
    const names = namesOf(usable.workspace, wording)
    const lines = await readLines(invocation, script)
    if (!lines.ok) return refuseScript(invocation, lines.error, names)
    return walkLines(invocation, usable, lines.value, names)
  },
}

const LARGEST_SCRIPT = 8 * 1024 * 1024

async function readLines(
  invocation: Invocation,
  script: string,
): Promise<Result<readonly ScriptLine[], readonly ScriptFault[] | string>> {
  const { terminal, wording } = invocation
  const town = textOption(invocation, 'town')
  if (script === '-') return readScript(await terminal.readStdin(), town)
  const path = resolve(terminal.cwd, script)
  try {
    const { size } = await stat(path)
    if (size > LARGEST_SCRIPT)
      return fail(
        `${script}:1:1  ${wording.say('fault.too-large', { bytes: size, limit: LARGEST_SCRIPT })}`,
      )
    return readScript(await readFile(path), town)
  } catch (error) {
    const fault = faultOfError(script, error)
    const code = fault.kind === 'file-unreadable' ? fault.code : 'ENOENT'
    return fail(`${script}  ${wording.say('fault.file-unreadable', { code })}`)
  }
}

function refuseScript(
  invocation: Invocation,
  faults: readonly ScriptFault[] | string,
  names: Names,
): ExitCode {
  const { wording } = invocation
  if (hasFlag(invocation, 'json'))
    printJson(invocation, {
      faults: typeof faults === 'string' ? [{ kind: 'script-unreadable' }] : faults,
    })
  if (typeof faults === 'string') return misuse(invocation, faults)
  for (const fault of faults) {
    const place = wording.say('script.place', { line: fault.line })
    say(invocation, `${place}  ${scriptFaultWords(fault, names, wording)}`)
  }
  return 2
}

async function walkLines(
  invocation: Invocation,
  { root, workspace }: UsableWorkspace,
  lines: readonly ScriptLine[],
  names: Names,
): Promise<ExitCode> {
  const { wording, terminal } = invocation
  const isJson = hasFlag(invocation, 'json')
  const script = textOption(invocation, 'script') ?? '-'
  const { directory, people, calendar } = workspace
  const context = (walked: Walked) => {
    return { names, workflow: names.of(workflowOf(walked)), wording }
  }
  const watch = (moment: Moment): void => {
    if (!isJson) print(invocation, ...traceWords(moment, context(moment.after)))
  }
  const walked = await walk(
    {
      engine: createEngine(
        draftRelease(workspace, terminal.today(workspace.info.utcOffset)),
        makeRegisters(directory, people, calendar),
      ),
      town: textOption(invocation, 'town'),
      door: registerDoor(root, script === '-' ? null : resolve(terminal.cwd, script)),
      watch,
    },
    lines,
  )
  if (!walked.ok) return refuseScript(invocation, [walked.error], names)
  const { unmet, refusals, ledger } = walked.value
  if (walked.value.usesDemoSalts) say(invocation, wording.say('run.demo-salts'))
  const stored = await storeVault(invocation, walked.value)
  if (isJson) printJson(invocation, resultOf(walked.value))
  else {
    const open = openTasksOf(walked.value).length
    const facts = { events: ledger.length, open, refused: refusals.length }
    print(invocation, wording.say('run.end', facts))
  }
  for (const one of unmet) say(invocation, unmetWords(one, context(walked.value)))
  if (!stored) return 2
  return unmet.length === 0 ? 0 : 1
}

function openTasksOf({ engine, kase, at }: Walked) {
  return kase === null || at === null ? [] : engine.openTasks(kase, at)
}

function resultOf(walked: Walked) {
  const { kase, ledger, refusals, unmet } = walked
  return {
    ledger: seal(ledger),
    openTasks: openTasksOf(walked),
    outcome: kase?.position.outcome ?? null,
    refusals,
    unmet: unmet.filter(({ kind }) => kind === 'expected'),
  }
}

async function storeVault(invocation: Invocation, { kase }: Walked): Promise<boolean> {
  const { wording, terminal } = invocation
  const file = textOption(invocation, 'vault')
  if (file === undefined) return true
  const text = `${JSON.stringify(kase?.vault ?? {}, null, 2)}\n`
  const written = await writeNew(resolve(terminal.cwd, file), text)
  if (written.ok) say(invocation, wording.say('run.vault-written', { file }))
  else if (written.code === 'EEXIST') say(invocation, wording.say('usage.file-exists', { file }))
  else say(invocation, wording.say('usage.cannot-write', { file, code: written.code }))
  return written.ok
}
