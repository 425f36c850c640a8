import { compileDirectory, coverageOf, fold, redecide, seal, verify } from '@yichuang/engine'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { check } from '../packages/analysis/src/check.ts'
import { alteredCopies } from './xingbin/alter-byte.ts'
import { release, type WalkedCase, walkSuites, workspace } from './xingbin/walked-suites.ts'
import { withoutTown } from './xingbin/without-town.ts'

const DAY = '2026-03-02'
const TOWNS = ['sanwu', 'shiling']

// Deciding every walk again compiles its workflow again.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let walked: readonly WalkedCase[] = []
beforeAll(async () => {
  walked = await walkSuites()
})

/** The walks that fail a claim, with what speaks against each. */
function against(claim: (one: WalkedCase) => unknown): readonly (readonly [string, unknown])[] {
  return walked.flatMap((one) => {
    const problem = claim(one)
    return problem === null ? [] : [[one.name, problem] as const]
  })
}

describe('the saved walks of the Xingbin workspace', () => {
  test('find everything that they expect, in every one of their towns', () => {
    expect(against(({ unmet }) => (unmet.length === 0 ? null : unmet))).toEqual([])
    expect(walked.length).toBeGreaterThan(190)
  })

  test('assert end and documents, and sections and due dates wherever there are any', () => {
    const missing = against(({ walk, ledger }) => {
      const asserted = new Set(walk.script.flatMap(({ expect: line }) => Object.keys(line ?? {})))
      const facts = ledger.flatMap((event) => event.facts)
      const asksSection = facts.some(
        (fact) => fact.fact === 'assigned' && fact.groups.some(({ section }) => section),
      )
      const runsLimit = facts.some(
        ({ fact }) => fact === 'limit-started' || fact === 'clock-started',
      )
      const wanted = [
        'closed',
        'documents',
        'outcome',
        ...(asksSection ? ['sections'] : []),
        ...(runsLimit ? ['due'] : []),
      ]
      const absent = wanted.filter((what) => !asserted.has(what))
      return absent.length === 0 ? null : absent
    })
    expect(missing).toEqual([])
  })

  test('close every case', () => {
    expect(against(({ kase }) => (kase.closedAt === null ? 'open' : null))).toEqual([])
  })

  test.each(TOWNS)('reach every outcome of every workflow in %s', (town) => {
    const declared = Object.values(workspace.workflows).flatMap(({ id, outcomes }) =>
      Object.keys(outcomes).map((outcome) => `${id}: ${outcome}`),
    )
    const reached = walked.flatMap(({ item, kase, ledger, town: where }) => {
      if (where !== town) return []
      const along = ledger.flatMap(({ facts }) =>
        facts.flatMap((fact) => (fact.fact === 'outcome' ? [fact.outcome] : [])),
      )
      expect(along.at(-1) ?? null).toBe(kase.position.outcome)
      return along.map((outcome) => `${item}: ${outcome}`)
    })
    expect([...new Set(reached)].sort()).toEqual(declared.sort())
  })
})

describe('one set of workflows in two towns', () => {
  const staff = new Set(Object.keys(workspace.people.people))

  test('writes the same ledger in both, but for town, section, post, person and editions', () => {
    const inShiling = new Map(
      walked.filter(({ town }) => town === 'shiling').map((one) => [subjectOf(one), one]),
    )
    let compared = 0
    for (const one of walked.filter(({ town }) => town === 'sanwu')) {
      const other = inShiling.get(subjectOf(one))
      if (other === undefined) continue
      compared += 1
      expect(withoutTown(one.ledger, staff), one.name).toEqual(withoutTown(other.ledger, staff))
    }
    expect(compared).toBe(walked.filter(({ walk }) => walk.towns.length === 2).length / 2)
    expect(compared).toBeGreaterThan(90)
  })

  test('keeps the release of a running case whatever editions of the registers come', () => {
    expect(against(({ kase }) => (kase.release === release.hash ? null : kase.release))).toEqual([])
    const moved = walked.filter(({ registers }) => registers.length > 1).map(({ name }) => name)
    expect(moved.sort()).toEqual([
      'homestead/renamed-while-open in sanwu',
      'homestead/renamed-while-open in shiling',
      'homestead/water-gap in shiling',
      'tree/year-end in sanwu',
      'tree/year-end in shiling',
    ])
  })

  test('names different sections in them', () => {
    const sections = (town: string) =>
      new Set(
        walked
          .filter((one) => one.town === town)
          .flatMap(({ ledger }) => ledger.flatMap(({ facts }) => facts))
          .flatMap((fact) => (fact.fact === 'assigned' ? fact.groups : []))
          .flatMap(({ section }) => section ?? []),
      )
    const shared = ['DEMO-RCC.LAND', 'PMC.CONV', 'RCC.ENFORCE', 'RCC.OFFICE', 'TEC.AGRI']
    expect([...sections('sanwu')].sort()).toEqual(
      [...shared, 'RCC.ECO', 'RCC.FOREST', 'RCC.NATRES', 'RCC.PLAN', 'TEC.WATER'].sort(),
    )
    expect([...sections('shiling')].sort()).toEqual(
      [...shared, 'RCC.CONSTR', 'RCC.RES', 'TEC.FOREXT'].sort(),
    )
  })
})

describe('the ledgers of the walks', () => {
  test('fold to the same case, byte for byte', () => {
    expect(
      against(({ kase, ledger }) => {
        const stored: typeof ledger = JSON.parse(JSON.stringify(ledger))
        return sameBytes(fold(stored, kase.vault), kase) ? null : 'another case'
      }),
    ).toEqual([])
  })

  test('are decided again with the same case, byte for byte', () => {
    expect(
      against(({ kase, ledger, registers }) => {
        const again = redecide(release, registers, ledger, kase.vault)
        return again.ok && sameBytes(again.case, kase) ? null : again.commands.at(-1)
      }),
    ).toEqual([])
  })

  test('are whole once sealed, and one altered byte is found at its event', () => {
    const sample = ['homestead/complex-suspended', 'tree/commitment-false', 'mapspot/red-relapse']
    const found: object[] = []
    for (const one of walked.filter((each) => sample.includes(subjectOf(each)))) {
      const sealed = seal(one.ledger)
      expect(verify(sealed).ok, one.name).toBe(true)
      for (const [index, event] of sealed.entries()) {
        for (const altered of alteredCopies(event, 6)) {
          const faulty = verify(sealed.with(index, altered))
          const at = faulty.ok ? null : faulty.error.seq
          if (at !== index + 1) found.push({ name: one.name, event: index + 1, at, altered })
        }
      }
    }
    expect(found).toEqual([])
  })
})

describe('the Xingbin workspace', () => {
  test('has no error', () => {
    const errors = check(workspace, { day: DAY }).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  test('lacks exactly the known leads, all in Shiling', () => {
    const directory = compileDirectory(workspace.directory, workspace.people)
    const vacant = (town: string) =>
      coverageOf(directory, town, DAY).flatMap(({ duty, facts }) =>
        facts.flatMap((fact) =>
          fact.kind === 'vacant' ? [`${duty} → ${fact.proposed ?? 'nobody'}`] : [],
        ),
      )
    expect(vacant('sanwu')).toEqual([])
    expect(vacant('shiling')).toEqual([
      'D11 → RCC.RES',
      'D16 → RCC.RES',
      'D19 → RCC.RES',
      'D20 → RCC.OFFICE',
    ])
    const asked = check(workspace, { day: DAY }).flatMap((finding) =>
      finding.kind === 'duty-vacant' ? [`${finding.town} ${finding.duty}`] : [],
    )
    expect(asked).toEqual(['shiling D11', 'shiling D16'])
  })
})

function subjectOf({ item, walk }: WalkedCase): string {
  return `${item}/${walk.id}`
}

function sameBytes(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
