import { type CoverageFact, coverageOf, type DutyCoverage } from '@yichuang/engine'
import { type StepUse, stepUses } from '../step-use.ts'
import type { WorkspaceIndex } from '../workspace-index.ts'

interface DutyAt {
  readonly town: string
  readonly duty: string
  /** The steps that ask for the duty. */
  readonly steps: readonly StepUse[]
}

export type DutyFact =
  /** 职责空位: nobody leads the duty in the town; `proposed` is the section suggested for it. */
  | (DutyAt & { readonly kind: 'duty-vacant'; readonly proposed?: string })
  /** 错位: the lead section is closed on that day. */
  | (DutyAt & { readonly kind: 'duty-misplaced'; readonly section: string })
  /** 不到位: nobody holds a post in the lead section. */
  | (DutyAt & { readonly kind: 'duty-unstaffed'; readonly section: string })
  /** 光杆司令: one person alone. */
  | (DutyAt & {
      readonly kind: 'duty-of-one-person'
      readonly section: string
      readonly person: string
    })
  | { readonly kind: 'unknown-town'; readonly town: string }
  /** Nobody at all holds a post in the town on that day. */
  | { readonly kind: 'town-without-people'; readonly town: string }

/**
 * How the duties that some workflow asks for are held, town by town: one finding per town, duty and
 * shortcoming. A duty led twice, or by a section that is unnamed or not there, is a fault of the
 * directory and is reported by its own check.
 */
export function dutyCoverage(index: WorkspaceIndex): readonly DutyFact[] {
  const { directory, day, towns, workspace } = index
  const uses = stepUses(index, (asked) => (asked.kind === 'duty' ? asked.duty : undefined))
  const unknown = workspace.info.towns
    .filter((town) => !directory.towns.includes(town))
    .map((town) => ({ kind: 'unknown-town', town }) as const)
  return [
    ...unknown,
    ...towns.flatMap((town): readonly DutyFact[] => {
      const isEmpty = directory.staffOf(town, { town: true }, undefined, day).length === 0
      const facts = coverageOf(directory, town, day).flatMap((coverage) =>
        dutyFacts(town, coverage, uses),
      )
      if (!isEmpty) return facts
      const others = facts.filter(({ kind }) => kind !== 'duty-unstaffed')
      return [{ kind: 'town-without-people', town }, ...others]
    }),
  ]
}

function dutyFacts(
  town: string,
  { duty, facts }: DutyCoverage,
  uses: ReadonlyMap<string, readonly StepUse[]>,
): readonly DutyFact[] {
  const steps = uses.get(duty)
  if (steps === undefined) return []
  return facts.flatMap((fact) => dutyFact({ town, duty, steps }, fact))
}

function dutyFact(at: DutyAt, fact: CoverageFact): readonly DutyFact[] {
  switch (fact.kind) {
    case 'vacant': {
      const { proposed } = fact
      return [{ kind: 'duty-vacant', ...at, ...(proposed === undefined ? {} : { proposed }) }]
    }
    case 'misplaced':
      if (fact.reason !== 'section-closed') return []
      return [{ kind: 'duty-misplaced', ...at, section: fact.section }]
    case 'unstaffed':
      return [{ kind: 'duty-unstaffed', ...at, section: fact.section }]
    case 'one-person':
      return [{ kind: 'duty-of-one-person', ...at, section: fact.section, person: fact.person }]
    case 'doubled':
      return []
  }
}
