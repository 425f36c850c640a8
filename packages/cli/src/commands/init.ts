import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { nearestName } from '@yichuang/engine'
import { type Command, hasFlag, type Invocation, textOption } from '../command.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { carried } from '../server/editor-folder.ts'
import { listFiles } from '../server/list-files.ts'

const TEMPLATES = ['empty', 'xingbin']

/** `init DIR`: a new workspace from a template. Never into a folder that has anything in it. */
export const init: Command = {
  options: { from: { type: 'string' } },
  operands: { least: 1, most: 1 },
  async run(invocation) {
    const { terminal, operands, wording } = invocation
    const name = textOption(invocation, 'from') ?? 'empty'
    if (!TEMPLATES.includes(name)) {
      const facts = { name: '--from', value: name, known: wording.list(TEMPLATES) }
      const nearest = nearestName(name, TEMPLATES)
      return misuse(invocation, wording.say('usage.bad-choice', { ...facts, nearest }))
    }
    const template = carried(`templates/${name}`, `examples/${name}`)
    if (template === null) return misuse(invocation, wording.say('init.no-template', { name }))
    const folder = resolve(terminal.cwd, operands[0] ?? '.')
    const obstacle = await obstacleIn(folder)
    if (obstacle !== null) return misuse(invocation, wording.say(obstacle, { folder }))
    try {
      await copyTemplate(template, folder)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      const code = String(error.code)
      return misuse(invocation, wording.say('usage.cannot-write', { file: folder, code }))
    }
    await tell(invocation, folder)
    return 0
  },
}

/** A new workspace starts without the releases of another one. Nothing is written over. */
async function copyTemplate(template: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(template, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const file = relative(template, join(entry.parentPath, entry.name))
    if (!entry.isFile() || /(?:^|[/\\])(?:\.|node_modules|releases[/\\])/.test(file)) continue
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await copyFile(join(template, file), join(folder, file), constants.COPYFILE_EXCL)
  }
}

async function obstacleIn(folder: string): Promise<'init.not-empty' | 'init.not-a-folder' | null> {
  try {
    return (await readdir(folder)).length > 0 ? 'init.not-empty' : null
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isAbsent ? null : 'init.not-a-folder'
  }
}

async function tell(invocation: Invocation, folder: string): Promise<void> {
  const { terminal, wording } = invocation
  const files = (await listFiles(folder)).files.map(({ path }) => path)
  if (hasFlag(invocation, 'json')) printJson(invocation, { folder, files })
  else print(invocation, wording.say('init.done', { folder, n: files.length }))
  const near = relative(terminal.cwd, folder)
  const shown = near === '' || near.startsWith('..') ? folder : near
  say(invocation, wording.say('init.next', { folder: shown }))
}
