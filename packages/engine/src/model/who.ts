export type Party = 'applicant' | 'agent' | 'third-party'

/** Staff who hold a duty in the case's town, at `post` (absent: any post of the section). */
export interface ByDuty {
  readonly duty: string
  readonly post?: string
}

/** Staff who hold a post of the whole town (mayor, leader in charge). */
export interface ByPost {
  readonly post: string
}

/** The applicant, the applicant's agent, or a third party. */
export interface ByParty {
  readonly party: Party
}

/** A body outside the town's sections: a village group, a county department. */
export interface ByBody {
  readonly body: string
}

/** A decision table whose outputs `duty` and `post` say who. */
export interface ByTable {
  readonly table: string
}

/** A text or list field that holds staff ids. */
export interface ByField {
  readonly field: string
}

/** Whoever completed that step of this case. */
export interface BySame {
  readonly same: string
}

export type Who = ByDuty | ByPost | ByParty | ByBody | ByTable | ByField | BySame

/** The entries of a `by`, one or several. */
export function whoList(by: Who | readonly Who[]): readonly Who[] {
  return isList(by) ? by : [by]
}

function isList(by: Who | readonly Who[]): by is readonly Who[] {
  return Array.isArray(by)
}
