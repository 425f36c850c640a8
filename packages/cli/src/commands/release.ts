import { join, resolve } from 'node:path'
import { buildRelease, type Release, type ReleaseNote, type Workspace } from '@yichuang/engine'
import { exportRelease } from '@yichuang/interop'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { isDay } from '../day.ts'
import { placeWords } from '../describe/place-words.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { type Findings, findingsIn } from '../workspace/findings.ts'
import { tellFaults } from '../workspace/open-workspace.ts'
import { readReleases } from '../workspace/read-releases.ts'
import { readWorkspace } from '../workspace/read-workspace.ts'
import { writeNew } from '../workspace/write-file.ts'

/** `release DIR`: checks, numbers, hashes and writes `releases/<n>.json`. */
export const release: Command = {
  options: {
    note: { type: 'string' },
    'prepared-by': { type: 'string' },
    'approved-by': { type: 'string' },
    'effective-from': { type: 'string' },
    override: { type: 'string' },
  },
  operands: { least: 1, most: 1 },
  async run(invocation) {
    const { terminal, operands, wording } = invocation
    const wrong = misused(invocation)
    if (wrong !== null) return misuse(invocation, wrong)
    const root = resolve(terminal.cwd, operands[0] ?? '.')
    const reading = await readWorkspace(root)
    const { workspace } = reading
    if (tellFaults(invocation, reading) > 0 || workspace === null) return 2
    const earlier = await readReleases(root)
    if (earlier.faults.length > 0) {
      tellFaults(invocation, { ...reading, workspace: null, faults: earlier.faults })
      return 2
    }
    const day = terminal.today(workspace.info.utcOffset)
    const findings = findingsIn(reading, invocation, { day })
    const errors = findings.told.filter(({ severity }) => severity === 'error')
    const reason = textOption(invocation, 'override')
    if (errors.length > 0 && reason === undefined) return refuse(invocation, errors, root)
    const note = noteOf(invocation, day, Math.max(0, ...earlier.numbers) + 1, errors)
    if (errors.length > 0)
      say(invocation, wording.say('release.overridden', { n: errors.length, reason }))
    return publish(invocation, root, workspace, note)
  },
}

/** Without these four no release is made: what for, by whom, approved by whom else, from when. */
function misused(invocation: Invocation): string | null {
  const { wording, options } = invocation
  for (const name of ['note', 'prepared-by', 'approved-by']) {
    const text = textOption(invocation, name)
    if (text === undefined || text.trim() === '')
      return wording.say('usage.option-needed', { name: `--${name}` })
  }
  if (options['override'] !== undefined && textOption(invocation, 'override')?.trim() === '')
    return wording.say('usage.value-missing', { name: '--override' })
  const person = textOption(invocation, 'prepared-by')?.trim()
  if (person === textOption(invocation, 'approved-by')?.trim())
    return wording.say('release.two-persons', { person })
  const day = textOption(invocation, 'effective-from')
  if (day === undefined || isDay(day)) return null
  return wording.say('usage.bad-day', { name: '--effective-from', value: day })
}

function refuse(invocation: Invocation, errors: Findings['told'], root: string): ExitCode {
  const { wording, terminal } = invocation
  if (hasFlag(invocation, 'json'))
    printJson(invocation, { released: false, findings: errors.map(({ facts }) => facts) })
  for (const { severity, where, words } of errors) {
    const place = placeWords(where, root, terminal.cwd)
    const facts = { severity: wording.say(`severity.${severity}`), place, text: words }
    say(invocation, wording.say('check.line', facts))
  }
  say(invocation, wording.say('release.refused', { n: errors.length }))
  return 1
}

function noteOf(
  invocation: Invocation,
  today: string,
  number: number,
  errors: Findings['told'],
): ReleaseNote {
  const text = (name: string): string => textOption(invocation, name)?.trim() ?? ''
  const overridden = errors.map(({ facts }) =>
    `${facts.kind} ${facts.file ?? ''} ${facts.at ?? ''}`.trim(),
  )
  return {
    number,
    note: text('note'),
    effectiveFrom: textOption(invocation, 'effective-from') ?? today,
    preparedBy: text('prepared-by'),
    approvedBy: text('approved-by'),
    ...(errors.length === 0
      ? {}
      : { override: { reason: text('override'), findings: overridden } }),
  }
}

async function publish(
  invocation: Invocation,
  root: string,
  workspace: Workspace,
  note: ReleaseNote,
): Promise<ExitCode> {
  const { wording } = invocation
  const made = buildRelease(workspace, note)
  const file = `releases/${note.number}.json`
  const written = await writeNew(join(root, file), exportRelease(made))
  if (written.ok) {
    if (hasFlag(invocation, 'json')) printJson(invocation, releasedFacts(made, file))
    else
      print(invocation, wording.say('release.done', { number: made.number, file, hash: made.hash }))
    return 0
  }
  if (written.code === 'EEXIST')
    say(invocation, wording.say('release.taken', { number: made.number }))
  else say(invocation, wording.say('usage.cannot-write', { file, code: written.code }))
  return 2
}

function releasedFacts({ number, hash, effectiveFrom }: Release, file: string) {
  return { released: true, number, hash, effectiveFrom, file }
}
