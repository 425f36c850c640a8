import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '@yichuang/engine'
import type { InputFault } from './file-fault.ts'
import { faultOfError } from './read-text.ts'

const MOST_FILES = 2000

/** The JSON files of a folder of the workspace, in the order of their names; none when it is absent. */
export async function listFolder(
  root: string,
  folder: string,
): Promise<Result<readonly string[], InputFault>> {
  try {
    const stats = await lstat(join(root, folder))
    if (stats.isSymbolicLink()) return fail({ kind: 'file-is-link', file: folder })
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.json'))
    if (names.length > MOST_FILES)
      return fail({ kind: 'too-many-files', file: folder, limit: MOST_FILES })
    return ok(names.sort().map((name) => `${folder}/${name}`))
  } catch (error) {
    const fault = faultOfError(folder, error)
    return fault.kind === 'file-missing' ? ok([]) : fail(fault)
  }
}
