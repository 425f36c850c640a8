import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { editorFolder } from '../server/editor-folder.ts'
import {
  type EditorServer,
  type EditorServerOptions,
  startEditorServer,
} from '../server/editor-server.ts'
import { USUAL_PORT } from '../server/listen.ts'

/** `edit [DIR]`: the editor over a workspace, on this machine, until it is stopped. */
export const edit: Command = {
  options: { port: { type: 'string' } },
  operands: { least: 0, most: 1 },
  async run(invocation) {
    const { terminal, operands, wording } = invocation
    const asked = textOption(invocation, 'port')
    if (asked !== undefined && !isPort(asked))
      return misuse(invocation, wording.say('edit.bad-port', { value: asked }))
    const root = resolve(terminal.cwd, operands[0] ?? '.')
    if (!existsSync(join(root, 'workspace.json')))
      return misuse(invocation, wording.say('edit.no-workspace', { folder: root }))
    const editor = await editorFolder()
    if (editor === null) return misuse(invocation, wording.say('edit.no-editor'))
    const options = { root, editor, terminal }
    const server = await started(
      asked === undefined ? options : { ...options, port: Number(asked) },
    )
    if (typeof server !== 'string') return serve(invocation, server)
    const key = server === 'EADDRINUSE' ? 'edit.port-taken' : 'edit.port-refused'
    return misuse(invocation, wording.say(key, { port: asked ?? USUAL_PORT, code: server }))
  },
}

/** The server, or the code for which the system gives no port. */
async function started(options: EditorServerOptions): Promise<EditorServer | string> {
  try {
    return await startEditorServer(options)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

async function serve(invocation: Invocation, server: EditorServer): Promise<ExitCode> {
  const { address, port } = server
  const { wording } = invocation
  const stopped = untilStopped()
  if (hasFlag(invocation, 'json')) printJson(invocation, { address, port })
  else print(invocation, wording.say('edit.address', { address }))
  say(invocation, wording.say('edit.how-to-stop'))
  await stopped
  await server.close()
  return 0
}

/** Ctrl-C, or being told to end. A second time ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
}
