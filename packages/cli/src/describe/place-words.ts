import { isAbsolute, join, relative } from 'node:path'

export interface Where {
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly at?: string | undefined
}

/** `workflows/homestead.json:12:5  steps.window`: the file as the caller can open it. */
export function placeWords({ file, line, column, at }: Where, root: string, cwd: string): string {
  const path = file === undefined ? '' : shownPath(file, root, cwd)
  const spot = line === undefined ? path : `${path}:${line}:${column ?? 1}`
  return at === undefined || at === '' ? spot : `${spot}  ${at}`
}

function shownPath(file: string, root: string, cwd: string): string {
  const full = isAbsolute(file) ? file : join(root, file)
  const short = relative(cwd, full)
  return short.startsWith('..') || short === '' ? full : short
}
