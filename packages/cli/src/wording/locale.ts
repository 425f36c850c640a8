import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readWorkspaceInfo } from '@yichuang/engine'
import type { Terminal } from '../terminal.ts'
import type { Locale } from './wording.ts'

const LARGEST = 64 * 1024

/** `--lang`, else the language of the environment, else that of the workspace, else Chinese. */
export function localeOf(
  asked: string | undefined,
  { env, cwd }: Terminal,
  folder: string | undefined,
): Locale {
  return (
    localeNamed(asked) ??
    localeNamed(env['LC_ALL']) ??
    localeNamed(env['LANG']) ??
    localeOfWorkspace(resolve(cwd, folder ?? '.')) ??
    'zh'
  )
}

export function localeNamed(name: string | undefined): Locale | null {
  const language = /^(zh|en)(?![a-z])/i.exec(name ?? '')?.[1]?.toLowerCase()
  return language === 'zh' || language === 'en' ? language : null
}

function localeOfWorkspace(folder: string): Locale | null {
  const file = join(folder, 'workspace.json')
  try {
    if (statSync(file).size > LARGEST) return null
    const info = readWorkspaceInfo(readFileSync(file))
    return info.ok ? info.value.locale : null
  } catch {
    // No workspace here: the command itself says so, if it needs one.
    return null
  }
}
