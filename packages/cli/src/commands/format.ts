import { join, resolve } from 'node:path'
import { formatFile } from '@yichuang/engine'
import { type Command, hasFlag } from '../command.ts'
import { print, printJson, say } from '../output.ts'
import { tellFaults } from '../workspace/open-workspace.ts'
import { readWorkspace, type WorkspaceReading } from '../workspace/read-workspace.ts'
import { replaceFile } from '../workspace/write-file.ts'

/** `format [DIR]`: the canonical layout of every file. Nothing is written when one cannot be read. */
export const format: Command = {
  options: { check: { type: 'boolean' } },
  operands: { least: 0, most: 1 },
  async run(invocation) {
    const { terminal, operands, wording } = invocation
    const root = resolve(terminal.cwd, operands[0] ?? '.')
    const reading = await readWorkspace(root)
    // A drawing half done may be laid out: only what cannot be read stands in the way.
    if (reading.workspace === null) {
      tellFaults(invocation, reading)
      return 2
    }
    const texts = layouts(reading)
    const changed = texts.filter(({ file, text }) => text !== textOf(reading, file))
    const files = changed.map(({ file }) => file)
    const isDry = hasFlag(invocation, 'check')
    if (!isDry) {
      for (const { file, text } of changed) {
        const written = await replaceFile(join(root, file), text)
        if (written.ok) continue
        say(invocation, wording.say('usage.cannot-write', { file, code: written.code }))
        return 2
      }
    }
    const facts = { n: files.length, files: wording.list(files) }
    if (hasFlag(invocation, 'json')) printJson(invocation, { files, written: !isDry })
    else if (files.length === 0) print(invocation, wording.say('format.clean', { n: texts.length }))
    else print(invocation, wording.say(isDry ? 'format.needed' : 'format.written', facts))
    return isDry && files.length > 0 ? 1 : 0
  },
}

interface Layout {
  readonly file: string
  readonly text: string
}

function layouts({ workspace }: WorkspaceReading): readonly Layout[] {
  if (workspace === null) return []
  const { info, directory, people, catalogue, calendar, workflows, tables, suites } = workspace
  return [
    { file: 'workspace.json', text: formatFile('workspace', info) },
    { file: 'directory.json', text: formatFile('directory', directory) },
    { file: 'people.json', text: formatFile('people', people) },
    { file: 'catalogue.json', text: formatFile('catalogue', catalogue) },
    { file: 'calendar.json', text: formatFile('calendar', calendar) },
    ...Object.entries(workflows).map(([id, workflow]) => {
      return { file: `workflows/${id}.json`, text: formatFile('workflow', workflow) }
    }),
    ...Object.entries(tables).map(([id, table]) => {
      return { file: `tables/${id}.json`, text: formatFile('table', table) }
    }),
    ...Object.entries(suites).map(([id, suite]) => {
      return { file: `suites/${id}.json`, text: formatFile('suite', suite) }
    }),
  ]
}

function textOf({ sources }: WorkspaceReading, file: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(sources.get(file))
}
