// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up-say.mjs'

/**
 * Makes sure that what follows runs on the pinned Node: npm puts node_modules/.bin first in PATH, and the
 * platform package left its `node` there. Elsewhere an installed Node of the same major version serves.
 */
export function checkPinnedNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const pinned = optionalDependencies[name]
  const starter = process.platform === 'win32' ? 'node.cmd' : 'node'
  const manifest = join(root, 'node_modules', name, 'package.json')
  if (
    pinned !== undefined &&
    existsSync(join(root, 'node_modules', '.bin', starter)) &&
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).version === pinned
  ) {
    return
  }
  const wanted = String(pinned ?? Object.values(optionalDependencies)[0]).split('.')[0]
  if (process.versions.node.split('.')[0] === wanted) return
  throw new Error(
    pinned === undefined
      ? `no Node ${wanted} comes with the project for ${process.platform} ${process.arch}; ` +
          `install Node ${wanted} from https://nodejs.org (found ${process.version}), then run the same again.`
      : `the package ${name} ${pinned} is missing from node_modules; ` +
          'remove the folder node_modules and run the same again.',
  )
}
