import { resolve } from 'node:path'
import { nearestName } from '@yichuang/engine'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { isDay } from '../day.ts'
import { placeWords } from '../describe/place-words.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { type Findings, findingsIn } from '../workspace/findings.ts'
import { readWorkspace, type WorkspaceReading } from '../workspace/read-workspace.ts'

/** `check [DIR]`: everything that is wrong with a workspace, one line per finding. */
export const check: Command = {
  options: { town: { type: 'string' }, day: { type: 'string' } },
  operands: { least: 0, most: 1 },
  async run(invocation) {
    const { terminal, operands } = invocation
    const root = resolve(terminal.cwd, operands[0] ?? '.')
    const reading = await readWorkspace(root)
    const wrong = misused(invocation, reading)
    if (wrong !== null) return misuse(invocation, wrong)
    const town = textOption(invocation, 'town')
    const day =
      textOption(invocation, 'day') ?? terminal.today(reading.workspace?.info.utcOffset ?? '+08:00')
    const findings = findingsIn(reading, invocation, {
      day,
      ...(town === undefined ? {} : { town }),
    })
    tell(invocation, findings, root)
    return exitCodeOf(findings)
  },
}

function misused(invocation: Invocation, { workspace }: WorkspaceReading): string | null {
  const { wording } = invocation
  const day = textOption(invocation, 'day')
  if (day !== undefined && !isDay(day))
    return wording.say('usage.bad-day', { name: '--day', value: day })
  const town = textOption(invocation, 'town')
  const known = workspace?.info.towns ?? []
  if (town === undefined || workspace === null || known.includes(town)) return null
  const nearest = nearestName(town, known)
  return wording.say('usage.unknown-town', { value: town, known: wording.list(known), nearest })
}

function tell(invocation: Invocation, { told }: Findings, root: string): void {
  const { wording, terminal } = invocation
  if (hasFlag(invocation, 'json')) {
    printJson(invocation, { findings: told.map(({ facts }) => facts) })
    return
  }
  for (const { severity, where, words } of told) {
    const place = placeWords(where, root, terminal.cwd)
    const facts = { severity: wording.say(`severity.${severity}`), place, text: words }
    print(invocation, wording.say('check.line', facts))
  }
  const count = (severity: string): number =>
    told.filter((finding) => finding.severity === severity).length
  if (told.length === 0) say(invocation, wording.say('check.none'))
  else {
    const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') }
    say(invocation, wording.say('check.summary', counts))
  }
}

function exitCodeOf({ unusable, told }: Findings): ExitCode {
  if (unusable > 0) return 2
  return told.some(({ severity }) => severity === 'error') ? 1 : 0
}
