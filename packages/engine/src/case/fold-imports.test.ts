import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const ENGINE = join(import.meta.dirname, '..')
const IMPORT =
  /(?:^(?:import|export)\s+(type\s+)?(?:[^'"=]*?\sfrom\s+)?|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm

/** What a file loads when it runs; types are gone by then. */
function loadedBy(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(IMPORT)].flatMap(([, isType, name]) =>
    isType !== undefined || name === undefined ? [] : [name],
  )
}

/** Every file and package that is loaded with this one, in the order of their names. */
function closureOf(file: string): {
  readonly files: readonly string[]
  readonly packages: readonly string[]
} {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (path: string): void => {
    if (files.has(path)) return
    files.add(path)
    for (const name of loadedBy(path)) {
      if (name.startsWith('.')) visit(join(dirname(path), name))
      else packages.add(name)
    }
  }
  visit(join(ENGINE, file))
  return {
    files: [...files].map((path) => relative(ENGINE, path)).sort(),
    packages: [...packages].sort(),
  }
}

describe('reading an old ledger', () => {
  const { files, packages } = closureOf('case/fold.ts')

  test('needs no package at all: no XState, no schemas', () => {
    expect(packages).toEqual([])
  })

  test.each(['rule', 'calendar', 'directory', 'routing', 'trace'])(
    'needs nothing of %s/',
    (folder) => {
      expect(files.filter((file) => file.startsWith(`${folder}/`))).toEqual([])
    },
  )

  test('needs the reducers of the position and of the record, and little else', () => {
    expect(files).toEqual([
      'case/actor.ts',
      'case/apply-record-fact.ts',
      'case/evolve.ts',
      'case/fold.ts',
      'case/open-seal.ts',
      'machine/apply-fact.ts',
      'machine/position-draft.ts',
      'machine/position.ts',
      'machine/trail.ts',
    ])
  })
})

describe('these tests', () => {
  test('see what the engine as a whole loads', () => {
    const { files, packages } = closureOf('case/engine.ts')
    expect(packages).toContain('xstate')
    for (const folder of ['rule', 'calendar', 'directory', 'routing', 'machine'])
      expect(files.some((file) => file.startsWith(`${folder}/`))).toBe(true)
    expect(files.every((file) => existsSync(join(ENGINE, file)))).toBe(true)
  })
})
