import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import * as yichuang from '@yichuang/engine'
import { expect, test } from 'vitest'
import { createActor } from 'xstate'
import { xingbinEngine } from '../scripts/bench/homestead-case.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const { release, registers } = xingbinEngine()

/** Runs an example of the README as it stands there; what it prints is compared with its comments. */
function runExample(name: string): {
  readonly printed: readonly string[]
  readonly said: readonly string[]
} {
  const code =
    new RegExp(`<!-- example: ${name} -->\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''
  const lines = code.split('\n')
  const body = lines.filter((line) => !line.startsWith('import ')).join('\n')
  const said = lines.flatMap((line) => /^console\.log.* \/\/ (.*)$/.exec(line)?.[1] ?? [])
  const printed: string[] = []
  const print = (...values: readonly unknown[]): void =>
    void printed.push(values.map(show).join(' '))
  const names = { ...yichuang, createActor, release, registers, console: { log: print } }
  new Function(...Object.keys(names), body)(...Object.values(names))
  return { printed, said }
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value)
}

test.each(['machine', 'act'])(
  'the README example %s runs and prints what its comments say',
  (name) => {
    const { printed, said } = runExample(name)
    expect(said.length).toBeGreaterThan(0)
    expect(printed).toEqual(said)
  },
)
