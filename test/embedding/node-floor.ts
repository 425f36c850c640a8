import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npm } from './run.ts'

/** The oldest major version of Node that the packages promise to run on. */
export const FLOOR = 20

/** A Node of the oldest version promised: an installed one, else the one that npm carries. */
export function floorNode(folder: string): string {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const installed = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((place) => join(place, program))
    .find((path) => existsSync(path) && majorOf(path) === FLOOR)
  return installed ?? fetchedNode(folder, program)
}

function fetchedNode(folder: string, program: string): string {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const home = join(folder, 'node-floor')
  mkdirSync(home, { recursive: true })
  npm(['install', '--no-save', '--ignore-scripts', '--prefer-offline', `${name}@${FLOOR}`], home)
  return join(home, 'node_modules', name, 'bin', program)
}

function majorOf(node: string): number {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1])
}
