import { lstat, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '@yichuang/engine'
import type { InputFault } from './file-fault.ts'

/** No file of a workspace is larger: it is refused by its size, before it is read. */
const MAX_BYTES = 8 * 1024 * 1024
const MAX_LEDGER_BYTES = 256 * 1024 * 1024

/** The bytes of one file of the workspace. Links are refused: they could lead outside. */
export async function readText(
  root: string,
  file: string,
): Promise<Result<Uint8Array, InputFault>> {
  return readUpTo(MAX_BYTES, root, file)
}

/** The bytes of a ledger, which may be longer than any file of a workspace. */
export async function readLargeText(
  root: string,
  file: string,
): Promise<Result<Uint8Array, InputFault>> {
  return readUpTo(MAX_LEDGER_BYTES, root, file)
}

async function readUpTo(
  limit: number,
  root: string,
  file: string,
): Promise<Result<Uint8Array, InputFault>> {
  const path = resolve(root, file)
  try {
    const { size, ...stats } = await statOf(path)
    if (stats.isLink) return fail({ kind: 'file-is-link', file })
    if (!stats.isFile) return fail({ kind: 'not-a-file', file })
    if (size > limit) return fail(tooLarge(file, size, limit))
    return ok(await readFile(path))
  } catch (error) {
    return fail(faultOfError(file, error))
  }
}

async function statOf(path: string) {
  const stats = await lstat(path)
  return { size: stats.size, isLink: stats.isSymbolicLink(), isFile: stats.isFile() }
}

function tooLarge(file: string, bytes: number, limit: number): InputFault {
  const start = { path: [], at: '', line: 1, column: 1 }
  return { kind: 'too-large', file, ...start, bytes, limit }
}

/** What an error of the file system means for the file. */
export function faultOfError(file: string, error: unknown): InputFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'file-missing', file }
  return { kind: 'file-unreadable', file, code }
}
