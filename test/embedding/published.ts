import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { npm, run } from './run.ts'

export const root = resolve(import.meta.dirname, '../..')
const tsc = join(root, 'node_modules/.bin/tsc')

/**
 * Packs the engine as `npm publish` would: built afresh, so that nothing left in `dist` by an earlier
 * build can hide what is missing. Gives the tarball.
 */
export function packEngine(folder: string): string {
  const source = join(root, 'packages/engine')
  const copy = join(folder, 'engine')
  mkdirSync(copy, { recursive: true })
  const names = readdirSync(source).filter(
    (name) => !/^(?:src|dist|node_modules|tsconfig)/.test(name),
  )
  for (const name of names) cpSync(join(source, name), join(copy, name), { recursive: true })
  const info = join(folder, 'engine.tsbuildinfo')
  run(tsc, ['-p', source, '--outDir', join(copy, 'dist'), '--tsBuildInfoFile', info], root)
  npm(['pack', '--pack-destination', folder], copy)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack left no tarball')
  return join(folder, tarball)
}

/** Copies an example into an empty folder and installs it there, with the tarball as the published engine. */
export function installExample(name: string, folder: string, tarball: string): string {
  const copy = join(folder, name)
  cpSync(join(root, 'examples', name), copy, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|dist|package-lock\.json)$/.test(path),
  })
  npm(['install', '--no-save', '--ignore-scripts', '--prefer-offline', tarball], copy)
  return copy
}
