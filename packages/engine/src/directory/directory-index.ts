import type { Binding, Body, Centre, Directory, Duty, Post } from '../model/directory.ts'
import type { Absence, Holding, People } from '../model/people.ts'
import { isInForce } from './in-force.ts'
import {
  centreStaff,
  type SectionPlace,
  sectionStaff,
  sortTown,
  TOWN_STAFF,
  type TownLists,
} from './town-lists.ts'

/** The bindings of one duty on one day, each list in file order. */
export interface BindingsInForce {
  readonly lead: readonly Binding[]
  readonly joins: readonly Binding[]
  readonly proposed: readonly Binding[]
}

/** Where to look for staff. */
export type StaffPlace =
  | { readonly section: string }
  | { readonly centre: string }
  | { readonly town: true }

/** The directory and the people of one edition each, sorted for look-up. Days are ISO civil days. */
export interface DirectoryIndex {
  /** Town ids in file order. */
  readonly towns: readonly string[]
  readonly duties: ReadonlyMap<string, Duty>
  readonly posts: ReadonlyMap<string, Post>
  readonly bodies: ReadonlyMap<string, Body>
  /** The bindings of a duty in force on a day. */
  bindingsOf(town: string, duty: string, day: string): BindingsInForce
  /** Every binding of a duty, whatever its dates, in file order. */
  everyBindingOf(town: string, duty: string): readonly Binding[]
  centreOf(town: string, centre: string): Centre | undefined
  sectionOf(town: string, section: string): SectionPlace | undefined
  /**
   * Staff ids in force on the day, sorted. The level of `post` decides where it is held: asked for
   * at a section, a centre-level post is looked for in the section's centre and a town-level post in
   * the town. Without `post`: everybody who holds a post in that place.
   */
  staffOf(town: string, place: StaffPlace, post: string | undefined, day: string): readonly string[]
  /** What a person holds on a day; nothing for an unknown person. */
  postsOf(person: string, day: string): readonly Holding[]
  /**
   * Who does a person's work on a day: the person; while away the substitute, who may be away in turn;
   * null when nobody is found, or the substitutes stand in for one another.
   */
  standInFor(town: string, person: string, day: string): string | null
  /** Whether a person holds any post in the town on the day. */
  isInOffice(town: string, person: string, day: string): boolean
}

/** Sorts a directory and its people for look-up. Entries that `checkDirectory` faults hold nobody. */
export function compileDirectory(directory: Directory, people: People): DirectoryIndex {
  const posts = new Map(Object.entries(directory.posts))
  const persons = new Map(Object.entries(people.people))
  const towns = new Map(
    Object.entries(directory.towns).map(([id, town]): [string, TownLists] => [
      id,
      sortTown(id, town, directory.posts, people),
    ]),
  )
  const everyBindingOf = (town: string, duty: string): readonly Binding[] =>
    towns.get(town)?.bindings.get(duty) ?? []
  const sectionOf = (town: string, section: string): SectionPlace | undefined =>
    towns.get(town)?.sections.get(section)
  const staffOf: DirectoryIndex['staffOf'] = (town, place, post, day) => {
    const level = post === undefined ? undefined : posts.get(post)?.level
    if (post !== undefined && level === undefined) return []
    const list = towns.get(town)?.staff.get(staffKey(town, place, level)) ?? []
    const found = list.filter(
      ({ holding }) => (post === undefined || holding.post === post) && isInForce(holding, day),
    )
    return [...new Set(found.map(({ person }) => person))]
  }
  const staffKey = (town: string, place: StaffPlace, level: Post['level'] | undefined): string => {
    if (level === 'town' || 'town' in place) return TOWN_STAFF
    if ('centre' in place) return centreStaff(place.centre)
    if (level !== 'centre') return sectionStaff(place.section)
    return centreStaff(sectionOf(town, place.section)?.centreId ?? '')
  }
  const postsOf = (person: string, day: string): readonly Holding[] =>
    persons.get(person)?.holds.filter((holding) => isInForce(holding, day)) ?? []
  const isInOffice = (town: string, person: string, day: string): boolean =>
    towns.has(town) && persons.get(person)?.town === town && postsOf(person, day).length > 0
  const standInFor = (town: string, person: string, day: string): string | null => {
    const asked = new Set<string>()
    let holder: string | undefined = person
    while (holder !== undefined && !asked.has(holder)) {
      asked.add(holder)
      const absence: Absence | undefined = persons
        .get(holder)
        ?.away?.find((away) => isInForce(away, day))
      if (absence === undefined)
        return holder === person || isInOffice(town, holder, day) ? holder : null
      holder = absence.substitute
    }
    return null
  }
  return {
    towns: [...towns.keys()],
    duties: new Map(Object.entries(directory.duties)),
    posts,
    bodies: new Map(Object.entries(directory.bodies ?? {})),
    bindingsOf: (town, duty, day) => byPart(everyBindingOf(town, duty), day),
    everyBindingOf,
    centreOf: (town, centre) => towns.get(town)?.centres.get(centre),
    sectionOf,
    staffOf,
    postsOf,
    isInOffice,
    standInFor,
  }
}

function byPart(bindings: readonly Binding[], day: string): BindingsInForce {
  const inForce = bindings.filter((binding) => isInForce(binding, day))
  const of = (part: Binding['part']) => inForce.filter((binding) => binding.part === part)
  return { lead: of('lead'), joins: of('joins'), proposed: of('proposed') }
}
