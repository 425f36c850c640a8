import type { DirectoryIndex } from './directory-index.ts'
import { type LeadRejection, leadOf, whyNotLead } from './lead-of.ts'

/** A shortcoming in how a duty is held: 职责空位, 错位, 不到位, and the lone officer 光杆司令. */
export type CoverageFact =
  /** Nobody leads the duty. */
  | { readonly kind: 'vacant'; readonly proposed?: string }
  /** Two sections lead it on the same day. */
  | { readonly kind: 'doubled'; readonly sections: readonly string[] }
  /** Its lead is a section that cannot act on that day. */
  | { readonly kind: 'misplaced'; readonly section: string; readonly reason: LeadRejection }
  /** Nobody holds a post in the lead section. */
  | { readonly kind: 'unstaffed'; readonly section: string }
  /** One person alone holds every post of the lead section. */
  | { readonly kind: 'one-person'; readonly section: string; readonly person: string }

/** How one duty stands in one town on one day. No facts: it is covered. */
export interface DutyCoverage {
  readonly duty: string
  readonly lead?: string
  readonly centre?: string
  readonly joins: readonly string[]
  readonly proposed: readonly string[]
  /** Staff ids of the lead section. */
  readonly people: readonly string[]
  readonly facts: readonly CoverageFact[]
}

/** The duty-coverage report of a town on a day: every duty of the directory in file order. */
export function coverageOf(
  index: DirectoryIndex,
  town: string,
  day: string,
): readonly DutyCoverage[] {
  return [...index.duties.keys()].map((duty) => dutyCoverage(index, town, duty, day))
}

function dutyCoverage(
  index: DirectoryIndex,
  town: string,
  duty: string,
  day: string,
): DutyCoverage {
  const bindings = index.bindingsOf(town, duty, day)
  const place = leadOf(index, town, duty, day).lead?.place
  const people =
    place === undefined ? [] : index.staffOf(town, { section: place.id }, undefined, day)
  const joins = bindings.joins.map(({ section }) => section)
  const proposed = bindings.proposed.map(({ section }) => section)
  const leads = distinct(bindings.lead.map(({ section }) => section))
  const misplaced = bindings.lead.flatMap((binding): CoverageFact[] => {
    const { section } = binding
    const reason = whyNotLead(binding, index.sectionOf(town, section), day)
    return reason === null ? [] : [{ kind: 'misplaced', section, reason }]
  })
  const facts: CoverageFact[] = [
    ...(leads.length === 0 ? [vacant(proposed[0])] : []),
    ...(leads.length > 1 ? [{ kind: 'doubled', sections: leads } as const] : []),
    ...misplaced,
    ...(place === undefined ? [] : staffing(place.id, people)),
  ]
  const common = { duty, joins, proposed, people, facts }
  return place === undefined ? common : { ...common, lead: place.id, centre: place.centreId }
}

function vacant(proposed: string | undefined): CoverageFact {
  return proposed === undefined ? { kind: 'vacant' } : { kind: 'vacant', proposed }
}

function staffing(section: string, people: readonly string[]): readonly CoverageFact[] {
  const [person, ...others] = people
  if (person === undefined) return [{ kind: 'unstaffed', section }]
  return others.length === 0 ? [{ kind: 'one-person', section, person }] : []
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
