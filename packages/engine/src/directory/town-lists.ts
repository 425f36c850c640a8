import type { Binding, Centre, Directory, Post, Section, Town } from '../model/directory.ts'
import type { Holding, People } from '../model/people.ts'

/** A section and the centre that it belongs to. */
export interface SectionPlace {
  readonly id: string
  readonly section: Section
  readonly centreId: string
  readonly centre: Centre
}

/** One person holding one post. */
export interface Held {
  readonly person: string
  readonly holding: Holding
}

/** A town sorted for look-up. Maps, so that an id such as `constructor` resolves to nothing. */
export interface TownLists {
  readonly centres: ReadonlyMap<string, Centre>
  readonly sections: ReadonlyMap<string, SectionPlace>
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  readonly staff: ReadonlyMap<string, readonly Held[]>
}

export const TOWN_STAFF = 'town'

export function sectionStaff(section: string): string {
  return `section/${section}`
}

export function centreStaff(centre: string): string {
  return `centre/${centre}`
}

/** Sorts one town. Of a section named by two centres the first one counts (a fault elsewhere). */
export function sortTown(
  id: string,
  town: Town,
  posts: Directory['posts'],
  people: People,
): TownLists {
  const centres = new Map(Object.entries(town.centres))
  const sections = new Map<string, SectionPlace>()
  for (const [centreId, centre] of centres) {
    for (const [section, value] of Object.entries(centre.sections)) {
      if (sections.has(section)) continue
      sections.set(section, { id: section, section: value, centreId, centre })
    }
  }
  const bindings = new Map<string, Binding[]>()
  for (const binding of town.bindings) append(bindings, binding.duty, binding)
  const staff = new Map<string, Held[]>()
  for (const held of heldIn(id, people)) {
    for (const place of placesOf(held.holding, posts, { centres, sections })) {
      append(staff, place, held)
    }
  }
  return { centres, sections, bindings, staff }
}

function heldIn(town: string, people: People): readonly Held[] {
  return Object.entries(people.people)
    .filter(([, person]) => person.town === town)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([person, { holds }]) => holds.map((holding) => ({ person, holding })))
}

/** Where a post counts as held: its own place and everything around it. Unknown places hold nobody. */
function placesOf(
  holding: Holding,
  posts: Directory['posts'],
  { centres, sections }: Pick<TownLists, 'centres' | 'sections'>,
): readonly string[] {
  const post = postNamed(posts, holding.post)
  if (post === undefined) return []
  switch (post.level) {
    case 'town':
      return [TOWN_STAFF]
    case 'centre':
      if (holding.centre === undefined || !centres.has(holding.centre)) return []
      return [TOWN_STAFF, centreStaff(holding.centre)]
    case 'section': {
      const place = holding.section === undefined ? undefined : sections.get(holding.section)
      if (place === undefined) return []
      return [TOWN_STAFF, centreStaff(place.centreId), sectionStaff(place.id)]
    }
  }
}

function postNamed(posts: Directory['posts'], id: string): Post | undefined {
  return Object.hasOwn(posts, id) ? posts[id] : undefined
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
