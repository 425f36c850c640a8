import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEditorServer } from '../../../packages/cli/src/server/editor-server.ts'
import { buildEditor } from '../../../scripts/build-editor.mjs'

const top = resolve(import.meta.dirname, '../../..')

/** A copy of the county of Xingbin under the server of `yichuang edit`. */
export interface Served {
  readonly root: string
  readonly address: string
  /** Ends the server and removes the copy. */
  close(): Promise<void>
}

/** Builds the editor where its sources changed, and serves copies of it and of the example county. */
export async function serveCounty(): Promise<Served> {
  await buildEditor()
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-editor-'))
  const root = join(folder, 'xingbin')
  const editor = join(folder, 'editor')
  cpSync(join(top, 'examples/xingbin'), root, { recursive: true })
  cpSync(join(top, 'apps/editor/dist'), editor, { recursive: true })
  const terminal = { today: () => '2026-03-02', env: {} }
  const server = await startEditorServer({ root, editor, port: 0, terminal })
  return {
    root,
    address: server.address,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
