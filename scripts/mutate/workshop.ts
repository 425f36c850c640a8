import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'

const LEFT_OUT = /(^|[\\/])(node_modules|\.git|\.cache|dist)$/

/** A copy of the repository in which faults may be planted; its packages see one another, not the originals. */
export function openWorkshop(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'yichuang-mutate-'))
  cpSync(root, copy, { recursive: true, filter: (from) => !LEFT_OUT.test(relative(root, from)) })
  linkModules(root, copy, 'node_modules')
  return copy
}

export function closeWorkshop(copy: string): void {
  rmSync(copy, { recursive: true, force: true })
}

function linkModules(root: string, copy: string, folder: string): void {
  mkdirSync(join(copy, folder))
  for (const entry of readdirSync(join(root, folder))) {
    const path = join(folder, entry)
    if (entry === '@yichuang') linkPackages(copy, path)
    else symlinkSync(join(root, path), join(copy, path), 'junction')
  }
}

function linkPackages(copy: string, folder: string): void {
  mkdirSync(join(copy, folder))
  for (const name of ['packages', 'apps'].flatMap((top) => packagesIn(copy, top))) {
    symlinkSync(join(copy, name), join(copy, folder, basename(name)), 'junction')
  }
}

function packagesIn(copy: string, top: string): string[] {
  try {
    return readdirSync(join(copy, top)).map((name) => relative(copy, join(copy, top, name)))
  } catch {
    return []
  }
}
