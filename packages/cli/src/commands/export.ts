import { resolve } from 'node:path'
import { createEngine, makeRegisters, nearestName } from '@yichuang/engine'
import { exportMermaid, exportRelease, exportXState } from '@yichuang/interop'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { misuse, printJson, say } from '../output.ts'
import { draftRelease } from '../release-draft.ts'
import { openWorkspace, type UsableWorkspace } from '../workspace/open-workspace.ts'
import { writeNew } from '../workspace/write-file.ts'

/** `export DIR --format …`: the logic in another format, with the hash of the release. */
export const exportCommand: Command = {
  options: {
    format: { type: 'string' },
    workflow: { type: 'string' },
    town: { type: 'string' },
    out: { type: 'string' },
  },
  operands: { least: 1, most: 1 },
  async run(invocation) {
    const { operands } = invocation
    const format = formatAsked(invocation)
    if (format.wrong !== undefined) return misuse(invocation, format.wrong)
    const usable = await openWorkspace(invocation, operands[0])
    if (usable === null) return 2
    const made = makeExport(invocation, usable, format.name)
    return made.wrong === undefined
      ? deliver(invocation, made.text)
      : misuse(invocation, made.wrong)
  },
}

const FORMATS = ['release', 'xstate', 'mermaid'] as const
type Format = (typeof FORMATS)[number]

type Wrong = { readonly wrong: string }
type Asked = { readonly name: Format; readonly wrong?: undefined } | Wrong

function formatAsked(invocation: Invocation): Asked {
  const { wording } = invocation
  const value = textOption(invocation, 'format')
  if (value === undefined)
    return { wrong: wording.say('usage.option-needed', { name: '--format' }) }
  const name = FORMATS.find((known) => known === value)
  if (name !== undefined) return { name }
  const facts = {
    name: '--format',
    value,
    known: wording.list(FORMATS),
    nearest: nearestName(value, FORMATS),
  }
  return { wrong: wording.say('usage.bad-choice', facts) }
}

type Made = { readonly text: string; readonly wrong?: undefined } | Wrong

function makeExport(invocation: Invocation, { workspace }: UsableWorkspace, format: Format): Made {
  const { wording, terminal } = invocation
  const release = draftRelease(workspace, terminal.today(workspace.info.utcOffset))
  if (format === 'release') return { text: exportRelease(release) }
  const workflows = Object.keys(workspace.workflows)
  const id =
    textOption(invocation, 'workflow') ?? (workflows.length === 1 ? workflows[0] : undefined)
  const known = wording.list(workflows)
  if (id === undefined)
    return { wrong: wording.say('usage.workflow-needed', { n: workflows.length, known }) }
  const workflow = workspace.workflows[id]
  if (workflow === undefined) {
    const nearest = nearestName(id, workflows)
    return { wrong: wording.say('usage.unknown-workflow', { value: id, known, nearest }) }
  }
  if (format === 'mermaid')
    return { text: exportMermaid(workflow, { locale: wording.locale, release: release.hash }) }
  const { towns } = workspace.info
  const town = textOption(invocation, 'town') ?? towns[0] ?? ''
  if (!towns.includes(town)) {
    const facts = { value: town, known: wording.list(towns), nearest: nearestName(town, towns) }
    return { wrong: wording.say('usage.unknown-town', facts) }
  }
  const { directory, people, calendar, catalogue } = workspace
  const item = Object.keys(catalogue.items).find((one) => catalogue.items[one]?.workflow === id)
  if (item === undefined) return { wrong: wording.say('export.no-item', { workflow: id }) }
  const engine = createEngine(release, makeRegisters(directory, people, calendar))
  return { text: exportXState(engine, item, town) }
}

async function deliver(invocation: Invocation, text: string): Promise<ExitCode> {
  const { terminal, wording } = invocation
  const file = textOption(invocation, 'out')
  if (file === undefined) {
    if (hasFlag(invocation, 'json')) printJson(invocation, asJson(text))
    else terminal.out(text)
    return 0
  }
  const written = await writeNew(resolve(terminal.cwd, file), text)
  if (written.ok) {
    if (hasFlag(invocation, 'json')) printJson(invocation, { file })
    else say(invocation, wording.say('export.written', { file }))
    return 0
  }
  if (written.code === 'EEXIST')
    return misuse(invocation, wording.say('usage.file-exists', { file }))
  return misuse(invocation, wording.say('usage.cannot-write', { file, code: written.code }))
}

/** A JSON export is the document itself; any other text stands in one. */
function asJson(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : { text }
}
