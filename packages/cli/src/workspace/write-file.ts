import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Whether a file was written; when not, nothing has changed. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly code: string }

/** Writes a file whole or not at all, in place of one that may be there. */
export async function replaceFile(path: string, text: string): Promise<Written> {
  return throughDraft(path, text, (draft) => rename(draft, path))
}

/** Writes a file whole or not at all, and never over one that is there (`EEXIST`). */
export async function writeNew(path: string, text: string): Promise<Written> {
  return throughDraft(path, text, async (draft) => {
    // A link to a name that is taken fails, a rename would replace it.
    await link(draft, path)
    await rm(draft)
  })
}

async function throughDraft(
  path: string,
  text: string,
  settle: (draft: string) => Promise<void>,
): Promise<Written> {
  const name = `.${basename(path)}.${randomBytes(6).toString('hex')}.draft`
  const draft = join(dirname(path), name)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(draft, 'wx', 0o644)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await settle(draft)
    return { ok: true }
  } catch (error) {
    await rm(draft, { force: true })
    return {
      ok: false,
      code: error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN',
    }
  }
}
