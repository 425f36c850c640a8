import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plantFaults } from '../scripts/mutate/plant-faults.ts'

const root = resolve(import.meta.dirname, '..')
const quiet = { count: 99, seed: 1, workers: 1, report: () => {} }

const SOURCE = `export function isLate(days: number, limit: number): boolean {
  if (limit === 0) return false
  return days > limit
}
`

/** A repository with one rule of law and the given test of it. */
function repositoryWith(expectations: string): string {
  const top = mkdtempSync(join(tmpdir(), 'yichuang-faults-'))
  const folder = join(top, 'packages/engine/src/case')
  mkdirSync(folder, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'), 'junction')
  writeFileSync(join(top, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'is-late.ts'), SOURCE)
  writeFileSync(
    join(folder, 'is-late.test.ts'),
    `import { expect, test } from 'vitest'
import { isLate } from './is-late.ts'
test('is late', () => { ${expectations} })
`,
  )
  return top
}

async function survivorsOf(expectations: string): Promise<string[]> {
  const top = repositoryWith(expectations)
  const outcomes = await plantFaults({ ...quiet, root: top, folders: ['packages/engine/src/case'] })
  rmSync(top, { recursive: true, force: true })
  expect(outcomes.length).toBeGreaterThan(4)
  return outcomes
    .filter(({ fate }) => fate === 'survived')
    .map(({ mutant }) => `${mutant.before} -> ${mutant.after}`)
}

describe('fault planting', () => {
  test('leaves no survivor where the tests look at every border', async () => {
    const survivors = await survivorsOf(
      'expect([isLate(3, 2), isLate(2, 2), isLate(1, 2), isLate(1, 0), isLate(2, 1)]).toEqual([true, false, false, false, true])',
    )
    expect(survivors).toEqual([])
  })

  test('names the fault at a border that no test looks at', async () => {
    const survivors = await survivorsOf(
      'expect([isLate(9, 2), isLate(1, 2)]).toEqual([true, false])',
    )
    expect(survivors).toContain('> -> >=')
  })

  test("most faults in the engine are noticed by the engine's tests", async () => {
    const engine = ['case', 'calendar', 'rule', 'routing', 'machine']
    const outcomes = await plantFaults({
      ...quiet,
      root,
      folders: engine.map((name) => `packages/engine/src/${name}`),
      count: 24,
      workers: 2,
    })
    const survived = outcomes.filter(({ fate }) => fate === 'survived')
    expect(outcomes).toHaveLength(24)
    expect(survived.map(({ mutant }) => `${mutant.path}:${mutant.line}`).slice(5)).toEqual([])
  })
})
