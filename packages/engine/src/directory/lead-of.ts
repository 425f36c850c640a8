import type { Binding } from '../model/directory.ts'
import type { DirectoryIndex } from './directory-index.ts'
import { isInForce } from './in-force.ts'
import type { SectionPlace } from './town-lists.ts'

/** Why a bound section does not answer for the duty on that day. */
export type LeadRejection =
  | 'joins-only'
  | 'proposed-only'
  | 'not-in-force'
  | 'second-lead'
  | 'unknown-section'
  | 'inactive'
  | 'section-closed'

export interface RejectedSection {
  readonly section: string
  readonly reason: LeadRejection
}

/** The section that answers for a duty, with the alternatives that were passed over. */
export interface DutyLead {
  readonly lead?: { readonly binding: Binding; readonly place: SectionPlace }
  /** The section of the first proposal in force, when nobody leads. */
  readonly proposed?: string
  readonly rejected: readonly RejectedSection[]
}

/**
 * The lead section of a duty in a town on a day. Of two leads on one day, which is a fault of the
 * directory, the first in the file keeps the duty: a second entry moves no work until somebody
 * closes the first.
 */
export function leadOf(index: DirectoryIndex, town: string, duty: string, day: string): DutyLead {
  const rejected: RejectedSection[] = []
  let lead: DutyLead['lead']
  let proposed: string | undefined
  for (const binding of index.everyBindingOf(town, duty)) {
    const { section } = binding
    const place = index.sectionOf(town, section)
    const reason = whyNotLead(binding, place, day)
    if (reason === 'proposed-only') proposed ??= section
    if (reason !== null) rejected.push({ section, reason })
    else if (lead !== undefined) rejected.push({ section, reason: 'second-lead' })
    else if (place !== undefined) lead = { binding, place }
  }
  if (lead !== undefined) return { lead, rejected }
  return { ...(proposed === undefined ? {} : { proposed }), rejected }
}

/** Why a binding makes nobody lead on that day; null when it does. */
export function whyNotLead(
  binding: Binding,
  place: SectionPlace | undefined,
  day: string,
): LeadRejection | null {
  if (!isInForce(binding, day)) return 'not-in-force'
  if (binding.part === 'joins') return 'joins-only'
  if (binding.part === 'proposed') return 'proposed-only'
  if (place === undefined) return 'unknown-section'
  if (place.section.active === false) return 'inactive'
  return isInForce(place.section, day) ? null : 'section-closed'
}
