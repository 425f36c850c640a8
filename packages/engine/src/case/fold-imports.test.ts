import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '..')

/** What a file imports at run time: `import type` and `export type` vanish as it is compiled. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)[^'";]*?from\s+'([^']+)'/gms)
  const bare = text.matchAll(/^import\s+'([^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g)
  return [...statements, ...bare, ...dynamic].flatMap(([, name]) => name ?? [])
}

/** Every file and package that a file needs at run time. */
function reachedFrom(start: string): readonly string[] {
  const reached = new Set<string>()
  const queue = [resolve(source, start)]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) queue.push(resolve(dirname(file), name))
      else reached.add(name)
    }
  }
  return [...reached].map((name) => (name.startsWith('/') ? relative(source, name) : name)).sort()
}

test('reading an old ledger needs no XState, rules, calendar, directory or release', () => {
  const reached = reachedFrom('case/fold.ts')
  const forbidden =
    /^(xstate|zod|big\.js|lezer|@|rule\/|calendar\/|directory\/|routing\/|model\/|trace\/)/
  expect(reached.filter((name) => forbidden.test(name))).toEqual([])
  expect(reached).toContain('case/evolve.ts')
  expect(reached).toContain('machine/apply-fact.ts')
})

test('the walk over imports sees what is there to see', () => {
  const reached = reachedFrom('case/engine.ts')
  expect(reached).toContain('xstate')
  expect(reached).toContain('calendar/due.ts')
  expect(reached).toContain('rule/expression.ts')
  expect(reached).toContain('model/canonical.ts')
})
